// What becomes of somebody's orders when his account goes, or proves its address.

#include <doctest/doctest.h>

#include "libcore/own_data.hpp"
#include "tests/store/shop_world.hpp"

namespace asterism::store::testing {
namespace {

using accounts::AccountDeleted;
using accounts::AddressVerified;

template <class Event>
Result<Done> tell(Events& events, accounts::Accounts&, const Event& event) {
    events.tell(event);
    return Done{};
}

Result<Done> verify(Events& events, accounts::Accounts& accounts, const AddressVerified& event) {
    accounts.mark_verified(event.account, noon);
    events.tell(event);
    return Done{};
}

template <class Kind>
struct Shop {
    Kind database;
    ShopWorld world{database.engine()};
    shop::SkuId clips = world.offer(350, 100);

    Shop() { world.furnish(); }

    Buyer member(const std::string& handle) {
        return {Actor{added(world.engine, handle), Role::user}, {}};
    }

    std::string at_counter(Buyer& buyer) {
        must(world.add(buyer, clips, 1));
        return must(world.pay(buyer)).session;
    }

    std::string order_at(const std::string& session) {
        return must(world.hear(Signal::completed, world.money(session))).order.value();
    }

    shop::PlacedOrder found(const std::string& order) {
        std::optional<shop::PlacedOrder> out;
        world.engine.read([&](app::Unit& unit) { out = unit.orders().find(order); });
        return out.value();
    }

    AccountId owner(const std::string& order) { return found(order).record.order.owner.account; }
};

}  // namespace

TEST_CASE_TEMPLATE("shopping: of an account that goes is a guest's, and its cart is nobody's", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Shop<Kind> shop;
    ShopWorld& world = shop.world;
    auto ada = shop.member("ada");
    auto bob = shop.member("bob");
    const auto bobs = shop.order_at(shop.at_counter(bob));
    const auto before = shop.order_at(shop.at_counter(ada));
    const auto paying = shop.at_counter(ada);
    must(world.add(ada, shop.clips, 5));
    CHECK(shop.owner(before) == ada.actor->account);
    const auto own = must(world.app.run<&export_own_data>(world.call(ada), accounts::NoInput{}));
    REQUIRE(own.orders.size() == 1);
    CHECK(own.orders[0].identifier == before);

    must(world.app.run<&tell<AccountDeleted>>(world.call(ada),
                                              AccountDeleted{ada.actor->account, "ada"}));
    CHECK_FALSE(shop.owner(before));
    CHECK(shop.owner(bobs) == bob.actor->account);
    CHECK(world.count("SELECT count(*) FROM shop_cart WHERE account_id IS NOT NULL") == 0);
    CHECK(world.count("SELECT count(*) FROM shop_checkout WHERE account_id IS NOT NULL") == 1);
    // Whoever has paid by then gets what he paid for, and the secret of a guest by mail.
    const auto after = shop.order_at(paying);
    CHECK_FALSE(shop.owner(after));
    CHECK_FALSE(shop.found(after).record.order.secret_print.empty());
    CHECK(shop.found(before).record.order.secret_print.empty());
    CHECK(world.contradiction() == "");
}

TEST_CASE_TEMPLATE("shopping: a guest's orders are the account's that proves his address", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Shop<Kind> shop;
    ShopWorld& world = shop.world;
    Buyer guest;
    const auto order = shop.order_at(shop.at_counter(guest));
    CHECK(shop.found(order).record.contact.normal == "ada@example.org");
    const auto ada = shop.member("ada");
    const auto bob = shop.member("bob");
    CHECK_FALSE(shop.owner(order));  // to have it is not to have proved it
    must(world.app.run<&tell<AddressVerified>>(world.call(ada),
                                               AddressVerified{ada.actor->account}));
    CHECK_FALSE(shop.owner(order));  // nor is to say so
    must(world.app.run<&verify>(world.call(bob), AddressVerified{bob.actor->account}));
    CHECK_FALSE(shop.owner(order));
    must(world.app.run<&verify>(world.call(ada), AddressVerified{ada.actor->account}));
    CHECK(shop.owner(order) == ada.actor->account);
}

}  // namespace asterism::store::testing
