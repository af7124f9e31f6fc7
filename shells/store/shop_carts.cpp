#include "shells/store/shop_carts.hpp"

#include <algorithm>

#include "shells/app/store.hpp"
#include "shells/store/id_list.hpp"
#include "shells/store/shop_lists.hpp"

namespace asterism::store {
namespace {

using shop::Cart;
using shop::CartId;
using shop::Owner;

constexpr Literal select{
    "SELECT id, account_id, COALESCE(visitor, ''), shipping_id FROM shop_cart WHERE "};
constexpr Literal of_account{joined<select, "account_id = :account">};
constexpr Literal of_visitor{joined<select, "visitor = :visitor">};
constexpr Literal of_id{joined<select, "id = :id">};
constexpr Literal of_checkout{
    joined<select, "id = (SELECT cart_id FROM shop_checkout WHERE reference = :reference)">};
constexpr Literal nobody_else{" FOR NO KEY UPDATE"};
constexpr Literal stale{" FROM shop_cart WHERE visitor IS NOT NULL AND changed_at < :before"};

using CartRow = std::tuple<CartId, std::optional<AccountId>, std::string,
                           std::optional<shop::ShippingMethodId>>;

std::optional<AccountId> account_of(const Owner& owner) {
    return owner.account ? std::optional(owner.account) : std::nullopt;
}

std::optional<std::string> visitor_of(const Owner& owner) {
    return owner.account ? std::nullopt : std::optional(owner.visitor);
}

/// With its lines and codes, which are read only after the cart is held.
std::optional<Cart> cart_of(Db& db, std::optional<CartRow>&& row) {
    if (!row) return std::nullopt;
    auto& [id, account, visitor, shipping] = *row;
    Cart out{id, {account.value_or(AccountId{}), std::move(visitor)}};
    out.shipping = shipping;
    auto parts = db.all<bool, std::int64_t, std::int64_t, std::int64_t>(
        "SELECT 1, place, sku_id, quantity FROM shop_cart_line WHERE cart_id = :cart"
        " UNION ALL SELECT 0, place, discount_id, 0 FROM shop_cart_code WHERE cart_id = :same",
        id, id);
    std::ranges::sort(parts);  // a handful: SQLite would open two sorters for them
    for (const auto& [is_line, place, what, quantity] : parts) {
        if (is_line)
            out.lines.push_back({{what}, quantity});
        else
            out.discounts.push_back({what});
    }
    return out;
}

/// "[[7,2],[1,3]]": what, and how many of it.
std::string listed(const std::vector<shop::CartLine>& lines) {
    std::string out = "[";
    for (const auto& line : lines) {
        out += out.size() > 1 ? ",[" : "[";
        out += std::to_string(line.sku.value) + "," + std::to_string(line.quantity) + "]";
    }
    return out + "]";
}

/// None where another came first, or where there is no such account any more.
std::optional<CartId> added(Db& db, const Owner& owner) {
    // The account is held, so that nobody takes it away between the look and the writing.
    constexpr Literal from{
        "INSERT INTO shop_cart (account_id) SELECT a.id FROM account a WHERE a.id = :account"};
    constexpr Literal unless{" ON CONFLICT (account_id) DO NOTHING RETURNING id"};
    const auto row =
        owner.account
            ? db.one<CartId>(Sql{joined<from, unless>, joined<from, " FOR KEY SHARE", unless>},
                             owner.account)
            : db.one<CartId>(
                  "INSERT INTO shop_cart (visitor) VALUES (:visitor)"
                  " ON CONFLICT (visitor) DO NOTHING RETURNING id",
                  owner.visitor);
    if (!row) return std::nullopt;
    return std::get<0>(*row);
}

}  // namespace

std::optional<Cart> SqlCarts::find(const Owner& owner) const {
    return cart_of(db_, owner.account ? db_.one<CartRow>(sql<of_account>, owner.account)
                                      : db_.one<CartRow>(sql<of_visitor>, owner.visitor));
}

std::optional<Cart> SqlCarts::hold(const Owner& owner) {
    if (owner.account)
        return cart_of(db_,
                       db_.one<CartRow>(Sql{joined<of_account>, joined<of_account, nobody_else>},
                                        owner.account));
    return cart_of(db_, db_.one<CartRow>(Sql{joined<of_visitor>, joined<of_visitor, nobody_else>},
                                         owner.visitor));
}

std::optional<Cart> SqlCarts::hold(CartId id) {
    return cart_of(db_, db_.one<CartRow>(Sql{joined<of_id>, joined<of_id, nobody_else>}, id));
}

std::optional<Cart> SqlCarts::hold_of(std::string_view reference) {
    return cart_of(db_, db_.one<CartRow>(Sql{joined<of_checkout>, joined<of_checkout, nobody_else>},
                                         asked_name(reference)));
}

Cart SqlCarts::open(const Owner& owner) {
    // Another may make it just now, and one more throw it away again.
    for (int tries = 0; tries < 5; ++tries) {
        if (auto cart = hold(owner)) return *std::move(cart);
        if (const auto id = added(db_, owner)) return {*id, owner};
    }
    throw app::StoreUnavailable("a cart comes and goes, or its owner is gone");
}

void SqlCarts::save(const Cart& cart, Instant at) {
    db_.run(
        "UPDATE shop_cart SET account_id = :account, visitor = :visitor, shipping_id = :shipping,"
        " changed_at = :at WHERE id = :id",
        account_of(cart.owner), visitor_of(cart.owner), cart.shipping, at, cart.id);
    db_.run("DELETE FROM shop_cart_line WHERE cart_id = :cart", cart.id);
    if (!cart.lines.empty())
        db_.run(Sql{"INSERT INTO shop_cart_line (cart_id, sku_id, place, quantity)"
                    " SELECT :cart, json_extract(f.value, '$[0]'), f.key,"
                    " json_extract(f.value, '$[1]') FROM json_each(:lines) f",
                    "INSERT INTO shop_cart_line (cart_id, sku_id, place, quantity)"
                    " SELECT CAST(:cart AS BIGINT), CAST(f.value ->> 0 AS BIGINT), f.key,"
                    " CAST(f.value ->> 1 AS BIGINT) FROM json_array_elements(CAST(:lines AS json))"
                    " WITH ORDINALITY f (value, key)"},
                cart.id, listed(cart.lines));
    db_.run("DELETE FROM shop_cart_code WHERE cart_id = :cart", cart.id);
    if (!cart.discounts.empty())
        db_.run(Sql{"INSERT INTO shop_cart_code (cart_id, discount_id, place)"
                    " SELECT :cart, f.value, f.key FROM json_each(:codes) f",
                    "INSERT INTO shop_cart_code (cart_id, discount_id, place)"
                    " SELECT CAST(:cart AS BIGINT), CAST(f.value AS BIGINT), f.key"
                    " FROM json_array_elements_text(CAST(:codes AS json))"
                    " WITH ORDINALITY f (value, key)"},
                cart.id, listed_ids(std::span<const shop::DiscountId>(cart.discounts)));
}

void SqlCarts::remove(CartId id) { db_.run("DELETE FROM shop_cart WHERE id = :id", id); }

std::int64_t SqlCarts::count_stale(Instant before) const {
    return std::get<0>(*db_.one<std::int64_t>(sql<"SELECT count(*)", stale>, before));
}

std::int64_t SqlCarts::drop_stale(Instant before, std::int64_t limit) {
    return db_.run(sql<"DELETE FROM shop_cart WHERE id IN (SELECT id", stale, " LIMIT :limit)">,
                   before, limit);
}

}  // namespace asterism::store
