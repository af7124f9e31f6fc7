#include "shells/store/shop_checkouts.hpp"

#include "shells/store/shop_lists.hpp"

namespace asterism::store {
namespace {

using shop::CartId;
using shop::Checkout;
using shop::CheckoutId;

constexpr Literal select{
    "SELECT id, reference, frozen, hash, cart_id, account_id, visitor, session, url, stage,"
    " holding, hold_until, ordered_as, intent FROM shop_checkout"};
constexpr Literal locked{" FOR UPDATE"};

using Row =
    std::tuple<CheckoutId, std::string, std::string, std::string, CartId, std::optional<AccountId>,
               std::string, std::optional<std::string>, std::string, shop::Stage, bool,
               std::optional<Instant>, std::string, std::string>;

Checkout checkout_of(Row&& row) {
    auto& [id, reference, frozen, hash, cart, account, visitor, session, url, stage, holding, until,
           order, intent] = row;
    return {id,
            std::move(reference),
            {std::move(frozen), std::move(hash)},
            cart,
            {account.value_or(AccountId{}), std::move(visitor)},
            std::move(session).value_or(""),
            std::move(url),
            stage,
            holding,
            until,
            std::move(order),
            std::move(intent)};
}

std::optional<Checkout> checkout_of(std::optional<Row>&& row) {
    if (!row) return std::nullopt;
    return checkout_of(*std::move(row));
}

}  // namespace

CheckoutId SqlCheckouts::add(const Checkout& checkout, Instant at) {
    return std::get<0>(*db_.one<CheckoutId>(
        "INSERT INTO shop_checkout (reference, frozen, hash, cart_id, account_id, visitor,"
        " session, url, stage, holding, hold_until, ordered_as, intent, created_at)"
        " VALUES (:reference, :frozen, :hash, :cart, :account, :visitor, :session, :url, :stage,"
        " :holding, :until, :order, :intent, :at) RETURNING id",
        checkout.reference, checkout.frozen.bytes, checkout.frozen.hash, checkout.cart,
        kept_owner(checkout.owner.account), checkout.owner.visitor, kept_or_null(checkout.session),
        checkout.url, checkout.stage, checkout.holding, checkout.hold_until, checkout.order,
        checkout.intent, at));
}

std::optional<Checkout> SqlCheckouts::find_by_session(std::string_view session) const {
    return checkout_of(db_.one<Row>(sql<select, " WHERE session = :session">, asked_name(session)));
}

std::optional<Checkout> SqlCheckouts::hold(std::string_view reference) {
    constexpr Literal named{joined<select, " WHERE reference = :reference">};
    return checkout_of(
        db_.one<Row>(Sql{joined<named>, joined<named, locked>}, asked_name(reference)));
}

std::optional<Checkout> SqlCheckouts::hold_by_session(std::string_view session) {
    constexpr Literal paid_at{joined<select, " WHERE session = :session">};
    return checkout_of(
        db_.one<Row>(Sql{joined<paid_at>, joined<paid_at, locked>}, asked_name(session)));
}

std::optional<Checkout> SqlCheckouts::hold_open(CartId cart) {
    constexpr Literal open{
        joined<select, " WHERE cart_id = :cart AND stage = 'open' ORDER BY id LIMIT 1">};
    return checkout_of(db_.one<Row>(Sql{joined<open>, joined<open, locked>}, cart));
}

std::vector<Checkout> SqlCheckouts::hold_overdue(Instant now, std::int64_t limit) {
    // Somebody else's at this moment is somebody else's to end.
    constexpr Literal overdue{
        joined<select,
               " WHERE stage = 'open' AND hold_until <= :now ORDER BY hold_until, id"
               " LIMIT :limit">};
    std::vector<Checkout> out;
    for (auto& row :
         db_.all<Row>(Sql{joined<overdue>, joined<overdue, locked, " SKIP LOCKED">}, now, limit))
        out.push_back(checkout_of(std::move(row)));
    return out;
}

void SqlCheckouts::save(const Checkout& checkout) {
    // Whose it is and where it is paid hardly ever change, and are what indexes stand on.
    const auto moved = db_.run(
        "UPDATE shop_checkout SET stage = :stage, holding = :holding, hold_until = :until,"
        " ordered_as = :order, intent = :intent WHERE id = :id AND cart_id = :cart"
        " AND account_id IS NOT DISTINCT FROM :account AND visitor = :visitor"
        " AND session IS NOT DISTINCT FROM :session AND url = :url",
        checkout.stage, checkout.holding, checkout.hold_until, checkout.order, checkout.intent,
        checkout.id, checkout.cart, kept_owner(checkout.owner.account), checkout.owner.visitor,
        kept_or_null(checkout.session), checkout.url);
    if (moved > 0) return;
    db_.run(
        "UPDATE shop_checkout SET cart_id = :cart, account_id = :account, visitor = :visitor,"
        " session = :session, url = :url, stage = :stage, holding = :holding,"
        " hold_until = :until, ordered_as = :order, intent = :intent WHERE id = :id",
        checkout.cart, kept_owner(checkout.owner.account), checkout.owner.visitor,
        kept_or_null(checkout.session), checkout.url, checkout.stage, checkout.holding,
        checkout.hold_until, checkout.order, checkout.intent, checkout.id);
}

void SqlCheckouts::follow(CartId from, const shop::Cart& into) {
    db_.run(
        "UPDATE shop_checkout SET cart_id = :into, account_id = :account, visitor = :visitor"
        " WHERE cart_id = :from",
        into.id, kept_owner(into.owner.account), into.owner.visitor, from);
}

void SqlCheckouts::forget(AccountId account) {
    db_.run("UPDATE shop_checkout SET account_id = NULL WHERE account_id = :account", account);
}

std::int64_t SqlCheckouts::forget_unpaid(Instant before, std::int64_t limit) {
    return db_.run(
        "DELETE FROM shop_checkout WHERE id IN (SELECT id FROM shop_checkout"
        " WHERE (stage = 'failed' OR stage = 'expired' OR stage = 'contested')"
        " AND created_at < :before"
        " ORDER BY id LIMIT :limit)",
        before, limit);
}

}  // namespace asterism::store
