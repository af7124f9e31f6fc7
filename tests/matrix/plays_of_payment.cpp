#include <doctest/doctest.h>

#include "libcore/shop/identifiers.hpp"
#include "tests/matrix/plays.hpp"

namespace asterism::matrix {
namespace {

using http::Verb;
using http::testing::body_of;

/// Both ways are told that it failed, and neither has done anything.
void check_broken(Shop& shop, const std::string& session) {
    const auto money = shop.money(session);
    shop.settle(money);
    const auto before = shop.rows();
    const auto said = shop.come_back(session);
    CHECK(text_at(said, "/errors/error") == "unexpected-error");
    CHECK_FALSE(text_at(said, "/errors/description").empty());
    const auto heard = shop.complete(money);
    CHECK(heard.status == 500);
    CHECK(text_at(body_of(heard), "/error") == "processing-error");
    CHECK(told(shop.rows()) == told(before));
}

/// It is heard, and there is no order.
void check_needs_a_person(Shop& shop, const shop::Payment& money) {
    const auto heard = shop.complete(money);
    CHECK(heard.status == 200);
    CHECK(heard.body == R"({"received":true})");
    shop.settle(money);
}

/// Who is asked for the money, and tells of it by a call before he answers.
struct Faster final : shop::Payments {
    Faster(Shop& in, shop::Payment told) : shop(in), money(std::move(told)) {}

    Result<shop::PayCounter> open(const shop::CounterRequest& request) const override {
        return shop.payments.open(request);
    }

    Result<std::optional<shop::Payment>> look(std::string_view) const override {
        order = order_in(shop.complete(money));
        return std::optional(money);
    }

    Result<Done> close(std::string_view session) const override {
        return shop.payments.close(session);
    }

    Shop& shop;
    shop::Payment money;
    mutable std::string order;
};

}  // namespace

void told_again(Shop& shop) {
    const auto session = shop.at_counter();
    const auto money = shop.money(session);
    const auto body = shop.event("checkout.session.completed", money);
    const auto order = order_in(shop.call(body));
    CHECK(order.starts_with("ORD-"));
    for (int times = 0; times < 3; ++times) CHECK(order_in(shop.call(body)) == order);
    CHECK(order_in(shop.complete(money)) == order);
    CHECK(order_in(shop.call(shop.event("checkout.session.async_payment_succeeded", money))) ==
          order);
    // Late, and about what is past.
    CHECK(shop.call(shop.event("checkout.session.expired", money)).status == 200);
    shop.settle(money);
    const auto said = shop.come_back(session);
    CHECK(text_at(said, "/checkout_session_success") == "success");
    CHECK(text_at(said, "/order_identifier") == order);
}

void told_again_in_vain(Shop& shop) {
    const auto session = shop.at_counter();
    const auto money = shop.money(session);
    const auto order = order_in(shop.complete(money));
    CHECK(order.starts_with("ORD-"));
    shop.forbid("INSERT", "shop_heard_call");
    CHECK(shop.complete(money).status == 500);
    CHECK(shop.call(shop.event("checkout.session.async_payment_succeeded", money)).status == 500);
    shop.allow();
    CHECK(text_at(shop.come_back(session), "/order_identifier") == order);
}

void never_asked_for(Shop& shop) {
    auto money = shop.money(shop.at_counter());
    money.reference.clear();
    money.session = "cs_strange" + std::to_string(shop.buyers);
    money.intent = "pi_strange" + std::to_string(shop.buyers);
    check_needs_a_person(shop, money);
    CHECK(text_at(shop.come_back(money.session), "/errors/error") == "invalid-session");
}

void cart_is_gone(Shop& shop) {
    const auto session = shop.at_counter();
    shop.form("/order/cart-delete-cart", "");
    const auto order = order_in(shop.complete(shop.money(session)));
    CHECK(order.starts_with("ORD-"));
    CHECK(text_at(shop.come_back(session), "/order_identifier") == order);
}

void checkout_is_gone(Shop& shop) {
    const auto session = shop.at_counter();
    const auto money = shop.money(session);
    shop.engine.write_db([&](store::Db& db) {
        db.run("DELETE FROM shop_checkout WHERE session = :session", session);
        return db.run("UPDATE shop_sku SET stock_held = stock_held - 3") == 1;
    });
    check_needs_a_person(shop, money);
    CHECK(text_at(shop.come_back(session), "/errors/error") == "invalid-session");
}

void write_fails(Shop& shop) {
    const auto session = shop.at_counter();
    shop.forbid("INSERT", "shop_order_status");
    const auto before = shop.lines("a request failed");
    check_broken(shop, session);
    CHECK(shop.lines("a request failed") == before + 1);
    CHECK(shop.failure.find("sabotage") != std::string::npos);  // of the page
}

void database_is_away(Shop& shop) {
    const auto session = shop.at_counter();
    const auto before = shop.lines("a request failed");
    shop.store.down = true;
    check_broken(shop, session);
    shop.store.down = false;
    CHECK(shop.lines("a request failed") == before + 1);
}

void same_identifier(Shop& shop) {
    const auto first = shop.at_counter();
    const auto second = shop.at_counter();
    const auto state = shop.entropy.engine;
    http::testing::SeededEntropy same;
    same.engine = state;
    const auto drawn = shop::draw_order_identifier(same);
    CHECK(order_in(shop.complete(shop.money(first))) == drawn);
    shop.entropy.engine = state;
    const auto other = order_in(shop.complete(shop.money(second)));
    CHECK(other.starts_with("ORD-"));
    CHECK(other != drawn);
    shop.entropy.engine.discard(1'000'000);  // so that nothing else is drawn twice
}

void other_path_is_faster(Shop& shop) {
    const auto session = shop.at_counter();
    const Faster faster(shop, shop.money(session));
    auto world = shop.app.world();
    world.payments = &faster;
    app::App app{shop.store, world};
    http::Gateway gateway{app, shop.signer, shop.fingerprint, shop.options()};
    const auto target = "/order/checkout-session-success?session_id=" + session;
    http::Response page;
    gateway.answer(shop.head(Verb::get, target, {{"Origin", Shop::pages}}), page);
    CHECK(faster.order.starts_with("ORD-"));
    CHECK(order_in(page) == faster.order);
}

void cart_stays(Shop& shop) {
    const auto session = shop.at_counter();
    shop.forbid("DELETE", "shop_cart");
    check_broken(shop, session);
}

void cart_changes(Shop& shop) {
    const auto session = shop.at_counter();
    const auto money = shop.money(session);
    shop.form("/order/cart-add-product-sku",
              "sku_id=" + std::to_string(shop.clip.value) + "&quantity=2");
    const auto order = order_in(shop.complete(money));
    const auto page = body_of(shop.look("/order/" + order));
    CHECK(text_at(page, "/order_data/order_totals/order_total") == "20.06");
}

void other_amount(Shop& shop) {
    const auto session = shop.at_counter();
    auto money = shop.money(session);
    money.amount -= 1;
    check_needs_a_person(shop, money);
    CHECK(text_at(shop.come_back(session), "/errors/error") == "unexpected-error");
}

}  // namespace asterism::matrix
