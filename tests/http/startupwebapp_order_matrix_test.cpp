// The contract's failure matrix of checkout, row by row: the answers of this surface, and that what
// is refused changes nothing. What comes after an order is committed is the worker's: its mail
// waits as a task, so that nothing of that can turn an answer into a failure.

#include <doctest/doctest.h>

#include "tests/http/startupwebapp_shop.hpp"

namespace asterism::http {
namespace {

using namespace asterism::http::testing;
using enum Verb;

constexpr Fault refused{"payments_refused", Kind::conflict, "They will not."};
constexpr Fault away{"payments_away", Kind::unavailable, "They are away."};

struct Matrix : OrderSite {
    /// Of the last thing that was asked.
    std::string create() {
        return text_of(send("/order/create-checkout-session", ""), "/errors/error");
    }

    std::string back(const std::string& session) {
        return text_of(come_back(session), "/errors/error");
    }

    /// A call that was signed: the order that it says there is, or "none".
    std::string hear(shop::Signal signal, const shop::Payment& payment, const std::string& name) {
        const Caller caller;
        const accounts::Policy policy;
        const auto heard = app.run<&shop::hear_payment>({std::nullopt, caller, policy},
                                                        shop::PaymentNews{name, signal, payment});
        return heard ? heard->order.value_or("none") : std::string(heard.error().fault->slug);
    }

    /// Three clips on their way to be paid for.
    std::string going() {
        add(clip, "3");
        return counter();
    }

    const tests::ShopTables& shop() const { return store.tables.shop; }

    std::size_t mails() const {
        return static_cast<std::size_t>(std::ranges::count_if(
            store.tables.tasks, [](const auto& task) { return task.kind == "shop.order_mail"; }));
    }
};

TEST_CASE_FIXTURE(Matrix, "startupwebapp matrix 1: not allowed, no cart, nothing in it") {
    CHECK(create() == "cart-not-found");
    add(clip, "0");
    CHECK(create() == "cart-is-empty");
    CHECK(shop().checkouts.empty());
    CHECK(payments.requests.empty());
}

TEST_CASE_FIXTURE(Matrix, "startupwebapp matrix 2: whoever takes the money refuses, or is away") {
    add(clip, "3");
    for (const Fault* trouble : {&refused, &away}) {
        payments.trouble = trouble;
        const auto answer = form("/order/create-checkout-session", "");
        CHECK(answer.status == 200);
        CHECK(text_of(body_of(answer), "/errors/error") == "stripe-error");
        CHECK(text_of(body_of(answer), "/errors/description") != "none");
    }
    payments.trouble = nullptr;
    CHECK(counter() != "none");  // the cart is as it was
}

TEST_CASE_FIXTURE(Matrix,
                  "startupwebapp matrix 4: there is an order for that money, and one mail") {
    const auto session = going();
    const auto order = hear(shop::Signal::completed, money(session), "evt_1");
    CHECK(order.starts_with("ORD-"));
    CHECK(hear(shop::Signal::completed, money(session), "evt_1") == order);
    CHECK(hear(shop::Signal::completed, money(session), "evt_2") == order);
    pay(session);
    CHECK(text_of(come_back(session), "/order_identifier") == order);
    CHECK(shop().orders.size() == 1);
    CHECK(mails() == 1);
}

TEST_CASE_FIXTURE(Matrix, "startupwebapp matrix 5, 6: money that we never asked for") {
    const auto session = going();
    auto strange = money(session);
    strange.reference = "";
    strange.session = "cs_strange";
    CHECK(hear(shop::Signal::completed, strange, "evt_1") == "none");  // a person has to look
    CHECK(shop().orders.empty());
    CHECK(shop().incidents.size() == 1);
    CHECK(back("cs_strange") == "invalid-session");
    CHECK(see("/order/cart-items").at("cart_found").as_bool());
}

TEST_CASE_FIXTURE(Matrix, "startupwebapp matrix 6: a cart that is gone was frozen before") {
    const auto session = going();
    send("/order/cart-delete-cart", "");
    pay(session);
    CHECK(text_of(come_back(session), "/checkout_session_success") == "success");
    CHECK(shop().orders.at(0).record.lines.at(0).quantity == 3);
}

TEST_CASE_FIXTURE(Matrix, "startupwebapp matrix 7: not paid") {
    const auto session = going();
    auto unpaid = money(session);
    unpaid.state = shop::PaymentState::unpaid;
    payments.payments.push_back(unpaid);
    CHECK(back(session) == "payment-not-completed");
    CHECK(shop().orders.empty());
    CHECK(see("/order/cart-items").at("cart_found").as_bool());
}

TEST_CASE_FIXTURE(Matrix,
                  "startupwebapp matrix 8: they do not know the session, or do not answer") {
    const auto session = going();
    CHECK(back(session) == "invalid-session");  // they say that there is none
    CHECK(back("cs_nonsense") == "invalid-session");
    payments.trouble = &away;
    const auto broken = look("/order/checkout-session-success?session_id=" + session);
    CHECK(broken.status == 200);
    CHECK(text_of(body_of(broken), "/errors/error") == "unexpected-error");
    CHECK(text_of(body_of(broken), "/errors/description") != "none");
    payments.trouble = nullptr;
    pay(session);
    CHECK(text_of(come_back(session), "/checkout_session_success") == "success");
}

TEST_CASE_FIXTURE(Matrix, "startupwebapp matrix 9: no session is named") {
    CHECK(text_of(see("/order/checkout-session-success"), "/errors/error") ==
          "session-id-required");
    CHECK(back("") == "session-id-required");
}

TEST_CASE_FIXTURE(Matrix, "startupwebapp matrix 10: whatever write fails, nothing stays of it") {
    const auto session = going();
    pay(session);
    const auto asked = store.calls.count;
    const auto whole = [&] {
        return std::tuple(shop().orders.size(), shop().carts.size(), shop().checkouts.size(),
                          mails());
    };
    const auto before = whole();
    int failures = 0;
    for (int n = 1; n < 200; ++n) {
        store.calls.fail_before = store.calls.count + n;
        const auto said = body_of(look("/order/checkout-session-success?session_id=" + session));
        store.calls.fail_before = tests::FailingCalls::never;
        if (text_of(said, "/checkout_session_success") == "success") break;
        ++failures;
        CHECK(text_of(said, "/errors/error") == "unexpected-error");
        CHECK(text_of(said, "/errors/description") != "none");
        CHECK(whole() == before);
    }
    CHECK(failures > 5);
    CHECK(store.calls.count > asked);
    CHECK(shop().orders.size() == 1);
    CHECK(mails() == 1);
}

TEST_CASE_FIXTURE(Matrix, "startupwebapp matrix 12: the page and the call end in one order") {
    const auto session = going();
    pay(session);
    const auto order = text_of(come_back(session), "/order_identifier");
    CHECK(hear(shop::Signal::completed, money(session), "evt_1") == order);
    CHECK(shop().orders.size() == 1);
    CHECK(shop().incidents.empty());
}

TEST_CASE_FIXTURE(Matrix, "startupwebapp matrix 13-19: the order's mail waits in its transaction") {
    const auto session = going();
    pay(session);
    CHECK(mails() == 0);
    CHECK(text_of(come_back(session), "/checkout_session_success") == "success");
    CHECK(mails() == 1);
    CHECK(shop().carts.empty());
}

TEST_CASE_FIXTURE(Matrix, "startupwebapp matrix 21: what is put in meanwhile is not what is paid") {
    const auto session = going();
    add(band, "2");
    pay(session);
    const auto order = text_of(come_back(session), "/order_identifier");
    const auto page = see("/order/" + order);
    CHECK(text_of(page, "/order_data/order_totals/order_total") == "20.06");
    CHECK(keys_of(page, "/order_data/order_items/product_sku_data").size() == 1);
    CHECK(see("/order/cart-items").at_pointer("/item_data/product_sku_data/0/sku_id") ==
          band.value);  // it is still there to be bought

    const auto other = counter();
    auto less = money(other);
    less.amount -= 1;
    CHECK(hear(shop::Signal::completed, less, "evt_2") == "none");
    CHECK(shop().orders.size() == 1);
    CHECK(shop().incidents.size() == 1);
    payments.payments.push_back(less);
    CHECK(back(other) == "unexpected-error");
}

}  // namespace
}  // namespace asterism::http
