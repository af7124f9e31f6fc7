#include "tests/matrix/plays.hpp"

#include <array>

#include <doctest/doctest.h>

#include "libcore/shop/faults.hpp"
#include "shells/outside/stripe_signature.hpp"

namespace asterism::matrix {
namespace {

using namespace std::chrono_literals;
using http::Verb;
using http::testing::body_of;

constexpr std::string_view create_error = "/errors/error";

std::string error_of(const http::Response& response) {
    return text_at(body_of(response), "/error");
}

// The rows of what is left: orders, carts, open incidents, open troubles of mails, mails sent.
constexpr Rows nothing{};
constexpr Rows a_cart{0, 1};
constexpr Rows an_order{1, 0, 0, 0, 1};
constexpr Rows an_incident{0, 1, 1};
constexpr Rows no_mail{1, 0, 0, 1, 0};

constexpr std::string_view not_written = "order_not_written";

constexpr std::array all{
    Play{1, "not allowed, no cart, nothing in it", not_allowed, a_cart},
    Play{2, "whoever takes the money refuses, or is away", refused_by_stripe, a_cart},
    Play{3, "calls that nobody has to believe", forged_calls, a_cart},
    Play{4, "there is an order for that money", told_again, an_order},
    // It is told again until it is heard, and nobody has to do anything about it.
    Play{4, "the same, and the news cannot be noted", told_again_in_vain, an_order},
    Play{5, "money that nobody asked for", never_asked_for, an_incident, "unknown_checkout"},
    // What is paid for was frozen, so that no cart is needed any more.
    Play{6, "the cart is gone", cart_is_gone, an_order},
    Play{6, "what was frozen is gone", checkout_is_gone, an_incident, "unknown_checkout"},
    Play{7, "not paid", not_paid, a_cart},
    Play{8, "they do not know the session, or do not answer", stripe_is_away, an_order},
    Play{9, "no session is named", no_session, a_cart},
    Play{10, "a write fails", write_fails, a_cart, not_written},
    // There is nowhere to count an alarm: the log has it, and it is told again.
    Play{10, "the database is away", database_is_away, a_cart},
    Play{11, "another order has that identifier", same_identifier, Rows{2, 0, 0, 0, 2}},
    Play{12, "the other path is faster", other_path_is_faster, an_order},
    Play{13, "no text for the mail", no_letter, no_mail, "order_mail_template_lookup"},
    Play{14, "the text names what there is not", letter_with_a_hole, no_mail,
         "order_mail_formatting"},
    // The cart is closed with its order or not at all (R74): this is row 10.
    Play{15, "the cart cannot be deleted", cart_stays, a_cart, not_written},
    Play{16, "the mail server is away", server_is_away, no_mail, "order_mail_smtp"},
    Play{17, "sent, and that cannot be noted", sent_and_not_noted, no_mail,
         "order_mail_emailsent_logging"},
    Play{18, "not sent, and that cannot be noted", failed_and_not_noted, Rows{1},
         "order_mail_smtp"},
    Play{19, "the program dies before the mail", program_dies, Rows{1}},
    Play{20, "nobody paid in time", out_of_time, a_cart},
    Play{21, "the cart was changed meanwhile", cart_changes, Rows{1, 1, 0, 0, 1}},
    Play{21, "another amount was paid", other_amount, an_incident, "wrong_amount"},
};

}  // namespace

std::span<const Play> plays() { return all; }

std::string order_in(const http::Response& response) {
    return text_at(body_of(response), "/order_identifier");
}

void not_allowed(Shop& shop) {
    shop.jar.clear();
    shop.open_page();
    CHECK(text_at(shop.go_to_pay(), create_error) == "cart-not-found");
    shop.begin();
    auto world = shop.app.world();
    world.shop.accounts_that_check_out.reset();
    world.shop.visitors_that_check_out.reset();
    app::App closed{shop.store, world};
    http::Gateway gateway{closed, shop.signer, shop.fingerprint, shop.options()};
    http::Response response;
    gateway.answer(shop.head(Verb::post, "/order/create-checkout-session",
                             {{"Origin", http::testing::ShopSite::pages}},
                             "application/x-www-form-urlencoded"),
                   response);
    CHECK(text_at(body_of(response), create_error) == "checkout-not-allowed");
    shop.form("/order/cart-update-sku-quantity",
              "sku_id=" + std::to_string(shop.clip.value) + "&quantity=0");
    CHECK(text_at(shop.go_to_pay(), create_error) == "cart-is-empty");
}

void refused_by_stripe(Shop& shop) {
    shop.begin();
    for (const Fault* trouble : {&shop::payments_refused, &shop::payments_away}) {
        shop.payments.trouble = trouble;
        const auto said = shop.go_to_pay();
        CHECK(text_at(said, create_error) == "stripe-error");
        CHECK_FALSE(text_at(said, "/errors/description").empty());
    }
}

void forged_calls(Shop& shop) {
    const auto session = shop.at_counter();
    const auto body = shop.event("checkout.session.completed", shop.money(session));
    const auto good = outside::signed_header(secret, body, shop.now);
    const auto refused = [&](const std::string& sent, const std::string& header) {
        const auto answer = shop.called(Verb::post, sent, header, shop.stripe);
        CHECK(answer.status == 400);
        return error_of(answer);
    };
    const auto get = shop.called(Verb::get, "", good, shop.stripe);
    CHECK(get.status == 405);
    CHECK(error_of(get) == "method-not-allowed");
    const auto unheard = shop.called(Verb::post, body, good, outside::StripeCalls({}));
    CHECK(unheard.status == 500);
    CHECK(error_of(unheard) == "webhook-not-configured");
    const auto signed_at = [&](std::chrono::seconds after) {
        return outside::signed_header(secret, body, shop.now + after);
    };
    for (const auto& header : {std::string(), signed_at(-301s), signed_at(301s), good + ",t=1",
                               outside::signed_header("whsec_another", body, shop.now)})
        CHECK(refused(body, header) == "invalid-signature");
    CHECK(refused(body + " ", good) == "invalid-signature");
    CHECK(refused("nonsense", outside::signed_header(secret, "nonsense", shop.now)) ==
          "invalid-payload");
}

void not_paid(Shop& shop) {
    const auto session = shop.at_counter();
    auto unpaid = shop.money(session);
    unpaid.state = shop::PaymentState::unpaid;
    const auto heard = shop.complete(unpaid);  // the money may take its time
    CHECK(heard.status == 200);
    CHECK(order_in(heard).empty());
    shop.settle(unpaid);
    CHECK(text_at(shop.come_back(session), create_error) == "payment-not-completed");
    CHECK(shop.call(shop.event("checkout.session.async_payment_failed", unpaid)).status == 200);
}

void stripe_is_away(Shop& shop) {
    const auto session = shop.at_counter();
    CHECK(text_at(shop.come_back(session), create_error) == "invalid-session");
    CHECK(text_at(shop.come_back("cs_nonsense"), create_error) == "invalid-session");
    shop.payments.trouble = &shop::payments_away;
    const auto said = shop.come_back(session);
    CHECK(text_at(said, create_error) == "unexpected-error");
    CHECK_FALSE(text_at(said, "/errors/description").empty());
    // Nobody has to be asked for an order to be made of what is told.
    const auto order = order_in(shop.complete(shop.money(session)));
    CHECK(order.starts_with("ORD-"));
    CHECK(text_at(shop.come_back(session), "/order_identifier") == order);
}

void no_session(Shop& shop) {
    shop.begin();
    const auto missing = body_of(shop.look("/order/checkout-session-success"));
    CHECK(text_at(missing, create_error) == "session-id-required");
    CHECK(text_at(shop.come_back(""), create_error) == "session-id-required");
}

void out_of_time(Shop& shop) {
    constexpr store::Sql held{"SELECT CAST(sum(stock_held) AS BIGINT) FROM shop_sku"};
    const auto before = shop.count(held);
    const auto session = shop.at_counter();
    CHECK(shop.count(held) == before + 3);
    auto unpaid = shop.money(session);
    unpaid.state = shop::PaymentState::unpaid;
    const auto heard = shop.call(shop.event("checkout.session.expired", unpaid));
    CHECK(heard.status == 200);
    CHECK(heard.body == R"({"received":true})");
    CHECK(shop.count(held) == before);
}

}  // namespace asterism::matrix
