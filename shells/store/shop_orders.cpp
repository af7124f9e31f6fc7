#include "shells/store/shop_orders.hpp"

#include <limits>

#include "shells/store/shop_lists.hpp"
#include "shells/store/shop_order_rows.hpp"

namespace asterism::store {
namespace {

using shop::OrderId;
using shop::OrderPlan;
using shop::Placed;
using shop::PlacedOrder;

constexpr Literal head{joined<"SELECT", order_columns, " FROM shop_order o">};
constexpr Literal by_name{joined<head, " WHERE o.identifier = :identifier">};

constexpr Literal insert_order{
    "INSERT INTO shop_order (identifier, reference, account_id, visitor, secret_print, currency,"
    " items, item_discount, shipping, shipping_discount, total, promotion, paid, agreed_to_terms,"
    " needs_address, ordered_at, payment_email, payment_kind, card_name, session, intent,"
    " ship_name, ship_line1, ship_line2, ship_city, ship_state, ship_zip, ship_country, ship_code,"
    " bill_name, bill_line1, bill_line2, bill_city, bill_state, bill_zip, bill_country, bill_code,"
    " contact_email, contact_normal, first_name, last_name, language, method_id, method, carrier)"
    " VALUES (:identifier, :reference, :account, :visitor, :secret, :currency, :items, :discount,"
    " :shipping, :off, :total, :promotion, :paid, :agreed, :needs, :at, :email, :kind, :card,"
    " :session, :intent, :s1, :s2, :s3, :s4, :s5, :s6, :s7, :s8, :b1, :b2, :b3, :b4, :b5, :b6,"
    " :b7, :b8, :to, :normal, :first, :last, :language, :method_id, :method, :carrier)"
    " ON CONFLICT DO NOTHING"};

constexpr Literal line_columns{
    "INSERT INTO shop_order_line (order_id, place, sku_id, product, title, title_url, color,"
    " size, description, picture, quantity, cents, discount)"};
constexpr Literal code_columns{
    "INSERT INTO shop_order_code (order_id, place, discount_id, code, description, kind, amount,"
    " order_minimum, combinable, counts)"};
constexpr Literal status_columns{
    "INSERT INTO shop_order_status (order_id, status, phase, since, set_by, note)"};

// The same on PostgreSQL, where every statement is a journey, in one.
constexpr Literal lines_of_it{joined<
    line_columns,
    " SELECT o.id, CAST(l.value ->> 0 AS BIGINT), CAST(l.value ->> 1 AS BIGINT), l.value ->> 2,"
    " l.value ->> 3, l.value ->> 4, l.value ->> 5, l.value ->> 6, l.value ->> 7, l.value ->> 8,"
    " CAST(l.value ->> 9 AS BIGINT), CAST(l.value ->> 10 AS BIGINT),"
    " CAST(l.value ->> 11 AS BIGINT) FROM o, json_array_elements(CAST(:lines AS json)) l">};
constexpr Literal codes_of_it{joined<
    code_columns,
    " SELECT o.id, CAST(c.value ->> 0 AS BIGINT), CAST(c.value ->> 1 AS BIGINT), c.value ->> 2,"
    " c.value ->> 3, c.value ->> 4, CAST(c.value ->> 5 AS BIGINT),"
    " CAST(c.value ->> 6 AS BIGINT), CAST(c.value ->> 7 AS BIGINT),"
    " CAST(c.value ->> 8 AS BIGINT) FROM o, json_array_elements(CAST(:codes AS json)) c">};
constexpr Literal status_of_it{
    joined<status_columns,
           " SELECT o.id, CAST(:status AS TEXT), CAST(:phase AS TEXT), CAST(:since AS BIGINT),"
           " CAST(:by AS BIGINT), CAST(:note AS TEXT) FROM o">};
constexpr Literal whole_order{
    joined<"WITH o AS (", insert_order, " RETURNING id), lines AS (", lines_of_it, "), codes AS (",
           codes_of_it, "), entry AS (", status_of_it, ") SELECT id FROM o">};

/// Calls `use` with all that the row of the order itself is made of.
template <class Use>
auto with_row(const shop::OrderRecord& record, Use use) {
    const auto& [order, payment, ship, bill, contact, lines, codes, way] = record;
    return use(
        order.identifier, order.reference, kept_owner(order.owner.account), order.owner.visitor,
        order.secret_print, order.paid.currency, order.totals.items.minor,
        order.totals.item_discount.minor, order.totals.shipping.minor,
        order.totals.shipping_discount.minor, order.totals.total.minor, order.promotion.minor,
        order.paid.minor, order.agreed_to_terms, order.needs_address, order.at, payment.email,
        payment.kind, payment.card_name, payment.session, kept_or_null(payment.intent), ship.name,
        ship.line1, ship.line2, ship.city, ship.state, ship.zip, ship.country, ship.country_code,
        bill.name, bill.line1, bill.line2, bill.city, bill.state, bill.zip, bill.country,
        bill.country_code, contact.email, contact.normal, contact.name.first, contact.name.last,
        contact.language, way.id, way.identifier, way.carrier);
}

bool added_at_once(Db& db, const OrderPlan& plan) {
    const auto& entry = plan.status;
    const auto added = with_row(plan.record, [&](const auto&... each) {
        return db.one<OrderId>(sql<whole_order>, each..., lines_as_json(plan.record.lines),
                               codes_as_json(plan.record.codes), entry.status, entry.phase,
                               entry.at, kept_owner(entry.by), entry.note);
    });
    return added.has_value();
}

/// On SQLite, where numbers only grow and one writes at a time. It makes a table for what a
/// statement returns, which costs more than to look.
constexpr Literal newest{" VALUES ((SELECT max(id) FROM shop_order), "};

/// On SQLite a statement more costs less than a list to be read.
bool added_by_rows(Db& db, const OrderPlan& plan) {
    const auto added = with_row(
        plan.record, [&](const auto&... each) { return db.run(sql<insert_order>, each...); });
    if (added == 0) return false;
    std::int64_t place = 0;
    for (const auto& line : plan.record.lines)
        db.run(sql<line_columns, newest,
                   ":place, :sku, :product, :title, :title_url, :color, :size,"
                   " :description, :picture, :quantity, :cents, :discount)">,
               place++, line.sku, line.product, line.title, line.title_url, line.color, line.size,
               line.description, line.picture, line.quantity, line.each.minor, line.discount.minor);
    place = 0;
    for (const auto& code : plan.record.codes)
        db.run(sql<code_columns, newest,
                   ":place, :discount, :code, :description, :kind, :amount, :minimum,"
                   " :combinable, :counts)">,
               place++, code.id, code.code, code.description, code.kind, code.amount,
               code.order_minimum.minor, code.combinable, code.counts);
    const auto& entry = plan.status;
    db.run(sql<status_columns, newest, ":status, :phase, :since, :by, :note)">, entry.status,
           entry.phase, entry.at, kept_owner(entry.by), entry.note);
    return true;
}

std::optional<PlacedOrder> only(std::vector<PlacedOrder>&& orders) {
    if (orders.empty()) return std::nullopt;
    return std::move(orders.front());
}

}  // namespace

Placed SqlOrders::add(const OrderPlan& plan) {
    const auto added =
        db_.engine() == "postgresql" ? added_at_once(db_, plan) : added_by_rows(db_, plan);
    if (added) return Placed::yes;
    // Whoever was faster has committed by now, so this statement sees him.
    const auto& [order, payment, ship, bill, contact, lines, codes, way] = plan.record;
    const auto other = db_.one<OrderId>(
        "SELECT id FROM shop_order WHERE reference = :reference OR session = :session"
        " OR intent = :intent LIMIT 1",
        order.reference, payment.session, kept_or_null(payment.intent));
    return other ? Placed::already : Placed::identifier_taken;
}

std::optional<PlacedOrder> SqlOrders::find(std::string_view identifier) const {
    return only(completed(db_, db_.all<OrderDataRow>(sql<by_name>, asked_name(identifier))));
}

std::optional<PlacedOrder> SqlOrders::hold(std::string_view identifier) {
    return only(
        completed(db_, db_.all<OrderDataRow>(Sql{joined<by_name>, joined<by_name, " FOR UPDATE">},
                                             asked_name(identifier))));
}

std::vector<PlacedOrder> SqlOrders::list(AccountId account, const shop::OrderWindow& window) const {
    const auto before =
        window.before ? window.before.value : std::numeric_limits<std::int64_t>::max();
    constexpr Literal page{" o.id < :before ORDER BY o.id DESC LIMIT :limit"};
    if (!account)
        return completed(db_,
                         db_.all<OrderDataRow>(sql<head, " WHERE", page>, before, window.limit));
    return completed(
        db_, db_.all<OrderDataRow>(sql<head, " WHERE o.account_id = :account AND", page>, account,
                                   before, window.limit));
}

bool SqlOrders::add_status(OrderId order, const shop::StatusEntry& entry) {
    return db_.run(sql<status_columns,
                       " VALUES (:order, :status, :phase, :since, :by, :note)"
                       " ON CONFLICT (order_id, status) DO NOTHING">,
                   order, entry.status, entry.phase, entry.at, kept_owner(entry.by),
                   entry.note) > 0;
}

void SqlOrders::set_tracking(OrderId order, std::string_view number) {
    db_.run("UPDATE shop_order SET tracking = :number WHERE id = :id", number, order);
}

void SqlOrders::set_secret(OrderId order, std::string_view print) {
    db_.run("UPDATE shop_order SET secret_print = :print WHERE id = :id", print, order);
}

std::int64_t SqlOrders::join(AccountId account, std::string_view normal) {
    return db_.run(
        "UPDATE shop_order SET account_id = :account WHERE account_id IS NULL"
        " AND contact_normal = :normal AND contact_normal <> ''",
        account, normal);
}

void SqlOrders::forget(AccountId account) {
    db_.run("UPDATE shop_order SET account_id = NULL WHERE account_id = :account", account);
}

}  // namespace asterism::store
