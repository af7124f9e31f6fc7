#include <doctest/doctest.h>

#include "tests/http/shop.hpp"

namespace asterism::http {
namespace {

using testing::body_of;
using testing::code_of;
using testing::header_of;

constexpr Fault away{"away", Kind::unavailable, "They cannot be reached."};

constexpr std::string_view with_email = R"({"email":"ada@example.org"})";

/// A shop whose orders can go their way.
struct Orders : testing::Shop {
    Orders() {
        as_sue([&] {
            for (const auto* status :
                 {R"({"identifier":"accepted","title":"Accepted","phase":"accepted"})",
                  R"({"identifier":"shipped","title":"Shipped","phase":"shipped"})",
                  R"({"identifier":"refunded","title":"Refunded","phase":"refunded"})"})
                done(ask(Verb::post, "/v1/shop/admin/statuses", status), 201);
        });
    }

    Response check_out(std::string_view body = with_email) {
        return ask(Verb::post, "/v1/shop/checkouts", body);
    }

    Response come_back(const std::string& session = "cs_1") {
        return ask(Verb::post, "/v1/shop/checkouts/" + session + "/return");
    }

    /// The buyer pays what he was asked for.
    void pay() {
        const auto& request = payments.requests.back();
        shop::Payment money;
        money.reference = request.reference;
        money.session = "cs_" + std::to_string(payments.requests.size());
        money.intent = "pi_" + std::to_string(payments.requests.size());
        money.state = shop::PaymentState::paid;
        for (const auto& charge : request.charges)
            money.amount += charge.each.minor * charge.quantity;
        money.currency = "usd";
        money.email = "ada@example.org";
        money.name = "Ada King";
        money.billing.city = "London";
        money.shipping = money.billing;
        payments.payments.push_back(money);
    }

    /// All of it; the order's identifier.
    std::string order(int pieces = 3) {
        REQUIRE(add(pieces).status == 200);
        done(check_out(), 201);
        pay();
        return text(done(come_back()).at("order"));
    }

    Response show(const std::string& order) { return ask(Verb::get, "/v1/shop/orders/" + order); }

    /// A guest's order as his mail names it: with the secret behind it.
    std::string mailed_name() {
        for (const auto& task : store.tables.tasks)
            if (task.kind == shop::order_mail_task)
                return written(shop::read_errand(task.payload)->name);
        return {};
    }

    int pieces_left() {
        const auto clips = done(ask(Verb::get, "/v1/shop/products/bSusp6dBHm"));
        return static_cast<int>(clips.at("skus").at(0).at("left").as_int64());
    }
};

}  // namespace

TEST_CASE_FIXTURE(Orders, "shop: going to pay freezes the cart and holds what is in it") {
    CHECK(code_of(check_out()) == "no_cart");
    add(3);
    const auto way = done(check_out(), 201);
    CHECK(text(way.at("session")) == "cs_1");
    CHECK(text(way.at("url")) == "https://pay.example/cs_1");
    CHECK(pieces_left() == 7);
    CHECK(payments.requests.at(0).email == "ada@example.org");
    const auto again = done(check_out(), 201);
    CHECK(text(again.at("session")) == "cs_1");
    CHECK(payments.requests.size() == 1);
    CHECK(code_of(come_back()) == "unknown_checkout");  // whoever takes the money knows nothing yet
}

TEST_CASE_FIXTURE(Orders, "shop: before it is paid for, the cart is shown as it would be") {
    CHECK(body_of(ask(Verb::get, "/v1/shop/checkouts")).at("cart").at("found") == false);
    add(3);
    done(ask(Verb::post, "/v1/shop/cart/shipping"));  // the usual way
    const auto page = done(ask(Verb::get, "/v1/shop/checkouts"));
    CHECK(page.at("allowed").as_bool());
    CHECK(text(page.at("cart").at("totals").at("total")) == "20.06");
    CHECK(pieces_left() == 10);  // nothing is held for a look
}

TEST_CASE_FIXTURE(Orders, "shop: a visitor hears whether he had better sign in") {
    account("ada");
    const auto known = [&](std::string_view email) {
        const auto body = R"({"email":")" + std::string(email) + R"("})";
        return done(ask(Verb::post, "/v1/shop/checkouts/buyer", body)).at("has_account").as_bool();
    };
    CHECK(known("ADA@example.org"));
    CHECK_FALSE(known("eve@example.org"));
    CHECK(ask(Verb::post, "/v1/shop/checkouts/buyer", R"({"email":"nonsense"})").status == 400);
}

TEST_CASE_FIXTURE(Orders, "shop: money makes one order, whoever asks and how often") {
    const auto name = order();
    CHECK(name.starts_with("ORD-"));
    CHECK(text(done(come_back()).at("order")) == name);
    CHECK(pieces_left() == 7);
    CHECK(body_of(ask(Verb::get, "/v1/shop/cart")).at("found") == false);
    std::size_t placed = 0;
    for (const auto& record : store.tables.audit) placed += record.event.type == "order_placed";
    CHECK(placed == 1);
}

TEST_CASE_FIXTURE(Orders, "shop: what is not paid makes no order") {
    add(3);
    done(check_out(), 201);
    pay();
    payments.payments.back().state = shop::PaymentState::unpaid;
    CHECK(code_of(come_back()) == "not_paid_yet");
    payments.trouble = &away;
    CHECK(come_back().status == 503);
    CHECK(store.tables.shop.orders.empty());
}

TEST_CASE_FIXTURE(Orders, "shop: a checkout is its buyer's alone") {
    add(3);
    done(check_out(), 201);
    pay();
    const auto buyer = std::exchange(jar, {});
    CHECK(code_of(come_back()) == "unknown_checkout");
    account("eve");
    REQUIRE(sign_in("eve").status == 200);
    CHECK(code_of(come_back()) == "unknown_checkout");
    jar = buyer;
    CHECK(come_back().status == 200);
}

TEST_CASE_FIXTURE(Orders,
                  "shop: a guest sees his order by his cookie or his mail, nobody else does") {
    const auto name = order();
    const auto seen = done(show(name));
    CHECK(text(seen.at("totals").at("total")) == "20.06");
    CHECK(text(seen.at("email")) == "ada@example.org");
    CHECK(header_of(show(name), "Cache-Control") == "no-store");
    jar.clear();
    CHECK(code_of(show(name)) == "unknown_order");
    CHECK(show(mailed_name()).status == 200);
    auto wrong = mailed_name();
    wrong.back() = wrong.back() == 'a' ? 'b' : 'a';
    CHECK(code_of(show(wrong)) == "unknown_order");
    account("eve");
    REQUIRE(sign_in("eve").status == 200);
    CHECK(show(name).status == 404);
    as_sue([&] { CHECK(show(name).status == 200); });
}

TEST_CASE_FIXTURE(Orders, "shop: an account finds its orders, and others do not") {
    account("ada");
    REQUIRE(sign_in("ada").status == 200);
    const auto name = order();
    const auto own = done(ask(Verb::get, "/v1/shop/orders"));
    REQUIRE(own.at("items").as_array().size() == 1);
    CHECK(text(own.at("items").at(0).at("identifier")) == name);
    jar.clear();
    CHECK(code_of(show(name)) == "sign_in_for_order");
    account("eve");
    REQUIRE(sign_in("eve").status == 200);
    CHECK(code_of(show(name)) == "order_of_another");
    CHECK(done(ask(Verb::get, "/v1/shop/orders")).at("items").as_array().empty());
}

TEST_CASE_FIXTURE(Orders, "shop: the staff lists orders and moves them on, by the table of moves") {
    const auto name = order();
    const auto move = [&](std::string_view body) {
        return ask(Verb::post, "/v1/shop/admin/orders/" + name + "/status", body);
    };
    as_sue([&] {
        CHECK(done(ask(Verb::get, "/v1/shop/admin/orders")).at("items").as_array().size() == 1);
        CHECK(code_of(ask(Verb::get, "/v1/shop/admin/orders?limit=201")) == "bad_order_page");
        CHECK(code_of(move(R"({"status":"eaten"})")) == "unknown_status");
        CHECK(code_of(move(R"({"status":"refunded"})")) == "refund_note_missing");
        const auto moved = done(move(R"({"status":"shipped"})"));
        CHECK(moved.at("history").as_array().size() == 2);
        CHECK(code_of(move(R"({"status":"shipped"})")) == "status_already");
        CHECK(code_of(move(R"({"status":"accepted"})")) == "status_already");
        done(move(R"({"status":"refunded","note":"It broke on its way: all of it."})"));
    });
    const auto history = done(show(name)).at("history").as_array();
    CHECK(text(history.back().at("status")) == "refunded");
}

TEST_CASE_FIXTURE(Orders,
                  "shop: a mail that is sent again has a new link, and the old one is void") {
    const auto name = order();
    const auto before = mailed_name();
    jar.clear();
    CHECK(show(before).status == 200);
    as_sue([&] { done(ask(Verb::post, "/v1/shop/admin/orders/" + name + "/mail")); });
    CHECK(mailed_name() != before);
    CHECK(show(mailed_name()).status == 200);
    CHECK(code_of(show(before)) == "unknown_order");
}

TEST_CASE_FIXTURE(Orders, "shop: what staff does to a product changes no order") {
    const auto name = order();
    as_sue([&] {
        done(ask(Verb::post, "/v1/shop/admin/skus/" + sku + "/prices", R"({"price":"99.00"})"),
             201);
        done(ask(Verb::patch, "/v1/shop/admin/products/" + product,
                 R"({"title":"Gold Clips","retired":true})"));
    });
    const auto seen = done(show(name));
    CHECK(text(seen.at("lines").at(0).at("title")) == "Paper Clips");
    CHECK(text(seen.at("lines").at(0).at("price")) == "3.50");
    CHECK(text(seen.at("totals").at("total")) == "20.06");
}

}  // namespace asterism::http
