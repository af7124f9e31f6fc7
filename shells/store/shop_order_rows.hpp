#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "libcore/shop/order_ports.hpp"
#include "shells/store/db.hpp"

namespace asterism::store {

// Orders as rows: one that is wide, and those of its lines, codes and history.

inline constexpr Literal order_columns{
    " o.id, o.identifier, o.reference, o.account_id, o.visitor, o.secret_print, o.currency,"
    " o.items, o.item_discount, o.shipping, o.shipping_discount, o.total, o.promotion, o.paid,"
    " o.agreed_to_terms, o.needs_address, o.ordered_at, o.payment_email, o.payment_kind,"
    " o.card_name, o.session, o.intent, o.ship_name, o.ship_line1, o.ship_line2, o.ship_city,"
    " o.ship_state, o.ship_zip, o.ship_country, o.ship_code, o.bill_name, o.bill_line1,"
    " o.bill_line2, o.bill_city, o.bill_state, o.bill_zip, o.bill_country, o.bill_code,"
    " o.contact_email, o.contact_normal, o.first_name, o.last_name, o.language, o.method_id, "
    "o.method,"
    " o.carrier, o.tracking"};

using OrderHeadRow =
    std::tuple<shop::OrderId, std::string, std::string, std::optional<AccountId>, std::string,
               std::string, Currency, std::int64_t, std::int64_t, std::int64_t, std::int64_t,
               std::int64_t, std::int64_t, std::int64_t, bool, bool, Instant>;
using OrderPaymentRow =
    std::tuple<std::string, std::string, std::string, std::string, std::optional<std::string>>;
using AddressRow = std::tuple<std::string, std::string, std::string, std::string, std::string,
                              std::string, std::string, std::string>;
using OrderContactRow =
    std::tuple<std::string, std::string, std::string, std::string, std::optional<Language>>;
using OrderShippingRow = std::tuple<shop::ShippingMethodId, std::string, std::string, std::string>;
using OrderDataRow = decltype(std::tuple_cat(
    std::declval<OrderHeadRow>(), std::declval<OrderPaymentRow>(), std::declval<AddressRow>(),
    std::declval<AddressRow>(), std::declval<OrderContactRow>(), std::declval<OrderShippingRow>()));

/// With all that hangs on them, in three more statements however many they are.
std::vector<shop::PlacedOrder> completed(Db& db, std::vector<OrderDataRow>&& rows);

/// What an order's lines are written from: a list of lists, as JSON.
std::string lines_as_json(std::span<const shop::SnapshotLine> lines);
std::string codes_as_json(std::span<const shop::SnapshotCode> codes);

}  // namespace asterism::store
