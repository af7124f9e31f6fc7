#include "shells/store/shop_offers.hpp"

#include "shells/store/id_list.hpp"

namespace asterism::store {
namespace {

using shop::Discount;
using shop::DiscountId;
using shop::DiscountKind;
using shop::ShippingMethod;
using shop::ShippingMethodId;
using shop::Status;

constexpr Literal discount_columns{
    " d.id, d.code, d.description, d.kind, d.amount, d.order_minimum, d.currency, d.starts_at,"
    " d.ends_at, d.combinable, d.shipping_method, d.uses_left, d.uses_held"};
constexpr Literal select_discount{joined<"SELECT", discount_columns, " FROM shop_discount d">};

constexpr Literal select_method{
    "SELECT id, identifier, carrier, cost, currency, tracking_base, active, parcel"
    " FROM shop_shipping_method"};
constexpr Literal select_status{
    "SELECT identifier, title, description, phase, retired FROM shop_status"};
constexpr Literal nobody_else{" FOR NO KEY UPDATE"};

using MethodRow = std::tuple<ShippingMethodId, std::string, std::string, std::int64_t, Currency,
                             std::string, bool, bool>;

ShippingMethod method_of(MethodRow&& row) {
    auto& [id, identifier, carrier, cost, currency, tracking, active, parcel] = row;
    return {id,
            std::move(identifier),
            std::move(carrier),
            {cost, currency},
            std::move(tracking),
            active,
            parcel};
}

using DiscountRow = std::tuple<DiscountId, std::string, std::string, DiscountKind, std::int64_t,
                               std::int64_t, Currency, Instant, Instant, bool, std::string,
                               std::optional<std::int64_t>, std::int64_t>;

Discount discount_of(DiscountRow&& row) {
    auto& [id, code, description, kind, amount, minimum, currency, starts, ends, combinable, method,
           left, held] = row;
    return {id,
            std::move(code),
            std::move(description),
            kind,
            amount,
            {minimum, currency},
            starts,
            ends,
            combinable,
            std::move(method),
            {left, held}};
}

std::optional<Discount> discount_of(std::optional<DiscountRow>&& row) {
    if (!row) return std::nullopt;
    return discount_of(*std::move(row));
}

}  // namespace

std::optional<Discount> SqlDiscounts::find(std::string_view code) const {
    return discount_of(db_.one<DiscountRow>(sql<select_discount, " WHERE d.code = :code">, code));
}

std::vector<Discount> SqlDiscounts::of(std::span<const DiscountId> ids) const {
    std::vector<Discount> out;
    for (auto& row : db_.all<DiscountRow>(
             Sql{joined<select_discount,
                        " JOIN json_each(:ids) f ON d.id = f.value ORDER BY f.key">,
                 joined<select_discount,
                        " JOIN json_array_elements_text(CAST(:ids AS json)) WITH ORDINALITY"
                        " f (value, key) ON d.id = CAST(f.value AS BIGINT) ORDER BY f.key">},
             listed_ids(ids)))
        out.push_back(discount_of(std::move(row)));
    return out;
}

std::vector<Discount> SqlDiscounts::all() const {
    std::vector<Discount> out;
    for (auto& row : db_.all<DiscountRow>(sql<select_discount, " ORDER BY d.id">))
        out.push_back(discount_of(std::move(row)));
    return out;
}

std::optional<DiscountId> SqlDiscounts::add(const Discount& discount) {
    const auto row = db_.one<DiscountId>(
        "INSERT INTO shop_discount (code, description, kind, amount, order_minimum, currency,"
        " starts_at, ends_at, combinable, shipping_method, uses_left) VALUES (:code, :description,"
        " :kind, :amount, :minimum, :currency, :starts, :ends, :combinable, :method, :uses)"
        " ON CONFLICT (code) DO NOTHING RETURNING id",
        discount.code, discount.description, discount.kind, discount.amount,
        discount.order_minimum.minor, discount.order_minimum.currency, discount.starts,
        discount.ends, discount.combinable, discount.shipping_method, discount.uses.left);
    if (!row) return std::nullopt;
    return std::get<0>(*row);
}

std::optional<Discount> SqlDiscounts::hold(DiscountId id) {
    constexpr Literal select{joined<select_discount, " WHERE d.id = :id">};
    return discount_of(db_.one<DiscountRow>(Sql{joined<select>, joined<select, nobody_else>}, id));
}

void SqlDiscounts::save(const Discount& discount) {
    db_.run(
        "UPDATE shop_discount SET description = :description, kind = :kind, amount = :amount,"
        " order_minimum = :minimum, currency = :currency, starts_at = :starts, ends_at = :ends,"
        " combinable = :combinable, shipping_method = :method, uses_left = :uses WHERE id = :id",
        discount.description, discount.kind, discount.amount, discount.order_minimum.minor,
        discount.order_minimum.currency, discount.starts, discount.ends, discount.combinable,
        discount.shipping_method, discount.uses.left, discount.id);
}

std::vector<ShippingMethod> SqlShippingMethods::all() const {
    std::vector<ShippingMethod> out;
    for (auto& row : db_.all<MethodRow>(sql<select_method, " ORDER BY id">))
        out.push_back(method_of(std::move(row)));
    return out;
}

std::optional<ShippingMethod> SqlShippingMethods::hold(std::string_view identifier) {
    constexpr Literal select{joined<select_method, " WHERE identifier = :identifier">};
    auto row = db_.one<MethodRow>(Sql{joined<select>, joined<select, nobody_else>}, identifier);
    if (!row) return std::nullopt;
    return method_of(*std::move(row));
}

std::optional<ShippingMethodId> SqlShippingMethods::add(const ShippingMethod& method) {
    const auto row = db_.one<ShippingMethodId>(
        "INSERT INTO shop_shipping_method (identifier, carrier, cost, currency, tracking_base,"
        " active, parcel) VALUES (:identifier, :carrier, :cost, :currency, :tracking, :active,"
        " :parcel) ON CONFLICT (identifier) DO NOTHING RETURNING id",
        method.identifier, method.carrier, method.cost.minor, method.cost.currency,
        method.tracking_base, method.active, method.parcel);
    if (!row) return std::nullopt;
    return std::get<0>(*row);
}

void SqlShippingMethods::save(const ShippingMethod& method) {
    db_.run(
        "UPDATE shop_shipping_method SET carrier = :carrier, cost = :cost, currency = :currency,"
        " tracking_base = :tracking, active = :active, parcel = :parcel WHERE id = :id",
        method.carrier, method.cost.minor, method.cost.currency, method.tracking_base,
        method.active, method.parcel, method.id);
}

std::vector<Status> SqlStatuses::all() const {
    std::vector<Status> out;
    for (auto& row : db_.all<std::string, std::string, std::string, shop::Phase, bool>(
             sql<select_status, " ORDER BY id">))
        out.push_back(made<Status>(std::move(row)));
    return out;
}

std::optional<Status> SqlStatuses::hold(std::string_view identifier) {
    constexpr Literal select{joined<select_status, " WHERE identifier = :identifier">};
    auto row = db_.one<std::string, std::string, std::string, shop::Phase, bool>(
        Sql{joined<select>, joined<select, nobody_else>}, identifier);
    if (!row) return std::nullopt;
    return made<Status>(*std::move(row));
}

bool SqlStatuses::add(const Status& status) {
    return db_.run(
               "INSERT INTO shop_status (identifier, title, description, phase, retired) VALUES"
               " (:identifier, :title, :description, :phase, :retired)"
               " ON CONFLICT (identifier) DO NOTHING",
               status.identifier, status.title, status.description, status.phase,
               status.retired) == 1;
}

void SqlStatuses::save(const Status& status) {
    db_.run(
        "UPDATE shop_status SET title = :title, description = :description, retired = :retired"
        " WHERE identifier = :identifier",
        status.title, status.description, status.retired, status.identifier);
}

}  // namespace asterism::store
