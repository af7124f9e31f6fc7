#include "shells/cli/shop/verbs.hpp"

#include <array>
#include <string_view>

#include "shells/cli/shop/ask.hpp"
#include "shells/cli/shop/offer_options.hpp"

namespace asterism::cli {
namespace {

using namespace shop_verbs;
namespace options = shop_options;

constexpr std::array<std::string_view, 3> settings{"data", "database", "tenant"};

constexpr Ask products{"list_products", "identifier,title,price_low,price_high",
                       "There are no products yet: asterism shop product add."};
constexpr Ask show_product{"show_product"};
constexpr Ask add_product{"add_product"};
constexpr Ask change_product{"change_product"};
constexpr Ask retire_product{"change_product", {}, {}, "retired"};
constexpr Ask inspect_sku{"inspect_sku"};
constexpr Ask add_sku{"add_sku"};
constexpr Ask change_sku{"change_sku"};
constexpr Ask retire_sku{"change_sku", {}, {}, "retired"};
constexpr Ask count_sku{"count_sku"};
constexpr Ask price_sku{"price_sku"};
constexpr Ask add_picture{"add_product_picture"};
constexpr Ask remove_picture{"remove_product_picture"};
constexpr Ask add_video{"add_product_video"};
constexpr Ask remove_video{"remove_product_video"};
constexpr Ask codes{"list_codes", "id,code,kind,amount,order_minimum,starts,ends,left",
                    "There are no codes yet: asterism shop discount add."};
constexpr Ask add_code{"add_code"};
constexpr Ask change_code{"change_code"};
constexpr Ask methods{"list_shipping_methods", "identifier,carrier,cost,active,tracking_base",
                      "There is no way of shipping yet: asterism shop shipping add."};
constexpr Ask add_method{"add_shipping_method"};
constexpr Ask change_method{"change_shipping_method"};
constexpr Ask statuses{"list_order_statuses", "identifier,title,phase,retired,description",
                       "There are no statuses yet: asterism shop status add."};
constexpr Ask add_status{"add_order_status"};
constexpr Ask change_status{"change_order_status"};
constexpr Ask orders{"list_orders", "id,identifier,ordered_at,total,status,email",
                     "Nobody has ordered yet."};
constexpr Ask show_order{"show_order"};
constexpr Ask move_order{"move_order"};
constexpr Ask resend_mail{"resend_order_mail"};
constexpr Ask incidents{"list_incidents", "id,kind,amount,currency,email,session,at",
                        "No incident is open."};
constexpr Ask settle_incident{"settle_incident"};
constexpr Ask failures{"list_order_mail_failures", "id,order,kind,times,last_at,error",
                       "Every order's mail went out, or was settled."};
constexpr Ask settle_failure{"settle_order_mail_failure"};
constexpr Ask alarms{"list_alarms", "kind,raised,mails,last_at", "No alarm was ever raised."};

template <const Ask& ask>
constexpr Verb verb(std::string_view name, std::string_view about, std::span<const Option> options,
                    std::string_view example = {}) {
    return {name, about, &run<ask>, options, settings, false, example};
}

// clang-format off
constexpr std::array table{
    verb<products>("shop product list", "Lists what the shop offers.", options::only_json),
    verb<show_product>("shop product show", "Shows a product with all of it that can be bought.", options::one_identifier),
    verb<add_product>("shop product add", "Adds a product.", options::add_product,
                      "asterism shop product add --title 'Star Chart' --title-url star-chart"),
    verb<change_product>("shop product change", "Changes a product's words.", options::change_product),
    verb<retire_product>("shop product retire", "Offers a product no more; orders keep it.", options::one_product),
    verb<inspect_sku>("shop sku show", "Shows what can be bought, or could be, and what it cost.", options::one_sku),
    verb<add_sku>("shop sku add", "Adds something of a product that can be bought.", options::add_sku,
                  "asterism shop sku add 1 --price 14.99 --color Silver --left 100"),
    verb<change_sku>("shop sku change", "Changes what can be bought.", options::change_sku),
    verb<retire_sku>("shop sku retire", "Offers it no more; orders keep it.", options::one_sku),
    verb<count_sku>("shop sku count", "Says how many there are.", options::count_sku, "asterism shop sku count 1 --left 80"),
    verb<price_sku>("shop price", "Gives what can be bought a new price; the old ones stay in its history.", options::price,
                    "asterism shop price 1 12.50 --since 2026-12-01T00:00:00Z"),
    verb<add_picture>("shop picture add", "Adds a picture to a product.", options::add_picture),
    verb<remove_picture>("shop picture remove", "Takes a picture away.", options::remove_picture),
    verb<add_video>("shop video add", "Adds a video to a product.", options::add_video),
    verb<remove_video>("shop video remove", "Takes a video away.", options::remove_video),
    verb<codes>("shop discount list", "Lists the discount codes.", options::only_json),
    verb<add_code>("shop discount add", "Makes a discount code.", options::add_code,
                   "asterism shop discount add MAY10 --kind percent_off --amount 10.00 --starts 2026-05-01T00:00:00Z --ends 2026-06-01T00:00:00Z"),
    verb<change_code>("shop discount change", "Changes how long and how often a code is good.", options::change_code),
    verb<methods>("shop shipping list", "Lists the ways of shipping.", options::only_json),
    verb<add_method>("shop shipping add", "Adds a way of shipping.", options::add_shipping),
    verb<change_method>("shop shipping change", "Changes a way of shipping, or retires it.", options::change_shipping),
    verb<statuses>("shop status list", "Lists what orders can be.", options::only_json),
    verb<add_status>("shop status add", "Adds a status for orders.", options::add_status),
    verb<change_status>("shop status change", "Changes what a status is called, or retires it.", options::change_status),
    verb<orders>("shop order list", "Lists orders, the newest first.", options::list_orders),
    verb<show_order>("shop order show", "Shows an order.", options::one_order),
    verb<move_order>("shop order move", "Gives an order its next status.", options::move_order,
                     "asterism shop order move ORD-abc123def4 shipped --tracking 9400100000000000000000"),
    verb<resend_mail>("shop order resend-mail", "Mails an order once more; a guest's link becomes a new one.", options::one_order),
    verb<incidents>("shop incident list", "Lists money that made no order and waits for somebody.", options::with_limit),
    verb<settle_incident>("shop incident settle", "Says what was done about an incident.", options::settle_incident),
    verb<failures>("shop mail-failure list", "Lists orders' mails that did not go out.", options::with_limit),
    verb<settle_failure>("shop mail-failure settle", "Says what was done about such a mail.", options::settle_failure),
    verb<alarms>("shop alarm list", "Counts what the operators were told of.", options::only_json),
};
// clang-format on

}  // namespace

std::span<const Verb> shop_verb_table() { return table; }

}  // namespace asterism::cli
