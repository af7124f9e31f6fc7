#pragma once

#include "libcore/shop/alarms.hpp"
#include "libcore/shop/mail_trouble.hpp"
#include "libcore/shop/offer_lists.hpp"
#include "libcore/shop/stock.hpp"

namespace asterism::shop {

inline constexpr UseCases desk_cases{
    use_case<&list_order_mail_failures>("list_order_mail_failures",
                                        "Lists orders' mails that did not go out."),
    use_case<&settle_order_mail_failure>("settle_order_mail_failure",
                                         "Says what was done about such a mail."),
    use_case<&list_alarms>("list_alarms", "Counts what the operators were told of."),
    use_case<&inspect_sku>("inspect_sku", "Shows a SKU and the history of its prices."),
    use_case<&list_codes>("list_codes", "Lists all discount codes, for the staff."),
    use_case<&list_shipping_methods>("list_shipping_methods",
                                     "Lists all ways of shipping, for the staff."),
};

}  // namespace asterism::shop
