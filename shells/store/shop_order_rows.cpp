#include "shells/store/shop_order_rows.hpp"

#include <boost/json.hpp>

#include "shells/store/place_rows.hpp"

namespace asterism::store {
namespace {

namespace json = boost::json;
using shop::OrderId;
using shop::PlacedOrder;

constexpr Literal those{" WHERE t.order_id"};
constexpr Literal listed_sqlite{" IN (SELECT value FROM json_each(:ids))"};
constexpr Literal listed_postgres{
    " IN (SELECT CAST(value AS BIGINT) FROM json_array_elements_text(CAST(:ids AS json)) value)"};

/// Rows of all those orders, in the order of the orders' ids.
template <Literal Columns, Literal Table, Literal Within>
constexpr Sql parts{joined<"SELECT t.order_id", Columns, " FROM ", Table, " t", those,
                           listed_sqlite, " ORDER BY t.order_id, ", Within>,
                    joined<"SELECT t.order_id", Columns, " FROM ", Table, " t", those,
                           listed_postgres, " ORDER BY t.order_id, ", Within>};

shop::Totals totals_of(Currency currency, std::int64_t items, std::int64_t discount,
                       std::int64_t shipping, std::int64_t off, std::int64_t total) {
    return {{items, currency},
            {discount, currency},
            {shipping, currency},
            {off, currency},
            {total, currency}};
}

shop::OrderRow head_of(OrderHeadRow&& row) {
    auto& [id, identifier, reference, account, visitor, secret, currency, items, discount, shipping,
           off, total, promotion, paid, agreed, needs, at] = row;
    return {std::move(identifier),
            std::move(reference),
            {account.value_or(AccountId{}), std::move(visitor)},
            std::move(secret),
            totals_of(currency, items, discount, shipping, off, total),
            {promotion, currency},
            {paid, currency},
            agreed,
            needs,
            at};
}

PlacedOrder order_of(OrderDataRow&& row) {
    constexpr auto payment = std::tuple_size_v<OrderHeadRow>;
    constexpr auto ship = payment + std::tuple_size_v<OrderPaymentRow>;
    constexpr auto bill = ship + std::tuple_size_v<AddressRow>;
    constexpr auto contact = bill + std::tuple_size_v<AddressRow>;
    constexpr auto way = contact + std::tuple_size_v<OrderContactRow>;
    PlacedOrder out;
    out.id = std::get<0>(row);
    out.tracking = std::get<way + 3>(row);
    out.record.order = head_of(leading<OrderHeadRow>(row));
    auto [email, kind, card, session, intent] = leading<OrderPaymentRow, payment>(row);
    out.record.payment = {email, kind, card, session, intent.value_or("")};
    out.record.shipping_address = made<shop::PostalAddress>(leading<AddressRow, ship>(row));
    out.record.billing_address = made<shop::PostalAddress>(leading<AddressRow, bill>(row));
    auto [given, normal, first, last, language] = leading<OrderContactRow, contact>(row);
    out.record.contact = {given, normal, {first, last}, language};
    out.record.shipping = {std::get<way>(row), std::get<way + 1>(row), std::get<way + 2>(row)};
    return out;
}

/// The order that a row of its parts belongs to.
class Finder {
public:
    explicit Finder(std::vector<PlacedOrder>& orders) : orders_(orders) {}

    PlacedOrder& operator()(OrderId id) const {
        for (PlacedOrder& order : orders_)
            if (order.id == id) return order;
        throw DbError(Trouble::broken, "a part of no order");
    }

private:
    std::vector<PlacedOrder>& orders_;
};

void add_lines(Db& db, const std::string& ids, const Finder& order) {
    for (auto& [id, sku, product, title, title_url, color, size, description, picture, quantity,
                cents, discount] :
         db.all<OrderId, shop::SkuId, std::string, std::string, std::string, std::string,
                std::string, std::string, std::string, std::int64_t, std::int64_t, std::int64_t>(
             parts<", t.sku_id, t.product, t.title, t.title_url, t.color, t.size, t.description,"
                   " t.picture, t.quantity, t.cents, t.discount",
                   "shop_order_line", "t.place">,
             ids)) {
        auto& record = order(id).record;
        const Currency currency = record.order.paid.currency;
        record.lines.push_back({sku,
                                product,
                                title,
                                title_url,
                                color,
                                size,
                                description,
                                picture,
                                quantity,
                                {cents, currency},
                                {discount, currency}});
    }
}

void add_codes(Db& db, const std::string& ids, const Finder& order) {
    for (auto& [id, code, text, description, kind, amount, minimum, combinable, counts] :
         db.all<OrderId, shop::DiscountId, std::string, std::string, shop::DiscountKind,
                std::int64_t, std::int64_t, bool, bool>(
             parts<", t.discount_id, t.code, t.description, t.kind, t.amount, t.order_minimum,"
                   " t.combinable, t.counts",
                   "shop_order_code", "t.place">,
             ids)) {
        auto& record = order(id).record;
        record.codes.push_back({code,
                                text,
                                description,
                                kind,
                                amount,
                                {minimum, record.order.paid.currency},
                                combinable,
                                counts});
    }
}

void add_history(Db& db, const std::string& ids, const Finder& order) {
    for (auto& [id, status, phase, since, by, note] :
         db.all<OrderId, std::string, shop::Phase, Instant, std::optional<AccountId>, std::string>(
             parts<", t.status, t.phase, t.since, t.set_by, t.note", "shop_order_status", "t.id">,
             ids))
        order(id).history.push_back({status, phase, since, by.value_or(AccountId{}), note});
}

std::string_view name_of(shop::DiscountKind kind) {
    for (const auto& [each, name] : names(kind))
        if (each == kind) return name;
    return {};
}

}  // namespace

std::vector<PlacedOrder> completed(Db& db, std::vector<OrderDataRow>&& rows) {
    std::vector<PlacedOrder> out;
    if (rows.empty()) return out;
    std::string ids;
    for (auto& row : rows) {
        out.push_back(order_of(std::move(row)));
        ids.append(ids.empty() ? "[" : ",").append(std::to_string(out.back().id.value));
    }
    ids += ']';
    const Finder order(out);
    add_lines(db, ids, order);
    add_codes(db, ids, order);
    add_history(db, ids, order);
    return out;
}

std::string lines_as_json(std::span<const shop::SnapshotLine> lines) {
    json::array out;
    for (const auto& line : lines)
        out.push_back({out.size(), line.sku.value, line.product, line.title, line.title_url,
                       line.color, line.size, line.description, line.picture, line.quantity,
                       line.each.minor, line.discount.minor});
    return json::serialize(out);
}

std::string codes_as_json(std::span<const shop::SnapshotCode> codes) {
    json::array out;
    for (const auto& code : codes)
        out.push_back({out.size(), code.id.value, code.code, code.description, name_of(code.kind),
                       code.amount, code.order_minimum.minor, code.combinable ? 1 : 0,
                       code.counts ? 1 : 0});
    return json::serialize(out);
}

}  // namespace asterism::store
