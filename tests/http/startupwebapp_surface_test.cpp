// What StartupWebApp's surface is as a whole: methods, preflights, limits, addresses that are
// their own proof.

#include <doctest/doctest.h>

#include "tests/http/shop_member.hpp"

namespace asterism::http {
namespace {

using namespace asterism::http::testing;
using enum Verb;

constexpr std::string_view no_reasons =
    "&no_longer_want_to_receive=false&never_signed_up=false&inappropriate=false&spam=false&other=";

TEST_CASE_FIXTURE(Member, "startupwebapp: what reads answers a POST, if it shows the token") {
    for (const std::string path : {"/user/logged-in", "/user/account-content", "/order/cart-items",
                                   "/order/products", "/order/checkout-allowed"}) {
        CHECK(form(path, "").body == look(path).body);
        CHECK(form(path, "", {{"X-CSRFToken", "x"}}).status == 403);
    }
}

TEST_CASE_FIXTURE(Member, "startupwebapp: what takes a form sees none in a GET") {
    join();
    CHECK(look("/user/login?username=selenium&password=Galaxy.Curve7&remember_me=x").status == 400);
    CHECK(code_at(look("/order/cart-add-product-sku?sku_id=1&quantity=1")) == "sku-id-required");
    CHECK(code_at(look("/user/terms-of-use-agree?version=1")) == "version-required");
    const auto wishes = look("/user/update-communication-preferences?newsletter=false");
    CHECK(body_of(wishes).at("errors").as_object().contains("data_missing"));
    const std::string body = "firstname=A&lastname=B&email_address=a%40example.org";
    CHECK(ask(get, "/user/update-my-information", body,
              {{"Content-Type", "application/x-www-form-urlencoded"}})
              .status == 400);
    CHECK(part("personal_data", "first_name") == R"("Vera")");
    CHECK(look("/order/cart-delete-cart").status == 405);
    CHECK(ask(put, "/user/login").status == 405);
}

TEST_CASE_FIXTURE(Member, "startupwebapp: no page elsewhere makes a browser write by a GET") {
    join();
    const std::vector<Header> elsewhere{{"Origin", "https://evil.example"}};
    for (const auto* path : {"/order/create-checkout-session", "/user/update-my-information"})
        CHECK(ask(get, path, {}, elsewhere).status == 403);
}

TEST_CASE_FIXTURE(Member, "startupwebapp: a page is told once and for all what it may send") {
    const auto asks = [&](std::string_view path, std::string_view origin) {
        return ask(Verb::options, path, {},
                   {{"Origin", origin}, {"Access-Control-Request-Method", "POST"}});
    };
    for (const auto* path : {"/user/login", "/order/products", "/user/there/is/none"}) {
        const auto may = asks(path, pages);
        CHECK(may.status == 200);
        CHECK(may.body.empty());
        CHECK(header_of(may, "Access-Control-Max-Age") == "86400");
        CHECK(header_of(may, "Access-Control-Allow-Methods") ==
              "DELETE, GET, OPTIONS, PATCH, POST, PUT");
        CHECK(header_of(may, "Access-Control-Allow-Headers") ==
              "accept, authorization, content-type, user-agent, x-csrftoken, x-requested-with");
        const auto other = asks(path, "https://evil.example");
        CHECK(other.status == 200);
        CHECK(header_of(other, "Access-Control-Allow-Methods") == "none");
        CHECK(header_of(other, "Access-Control-Allow-Origin") == "none");
    }
    // The native surface says what it knows, where it is.
    CHECK(asks("/v1/places", pages).status == 204);
    CHECK(asks("/v1/none", pages).status == 404);
}

TEST_CASE_FIXTURE(Member, "startupwebapp: its addresses are told to its own pages alone") {
    for (const auto* path : {"/user/token", "/order/none/none", "/user/"})
        CHECK(look(path).block.find("Referrer-Policy: same-origin\r\n") != std::string_view::npos);
    CHECK(look("/v1/places").block.find("same-origin\r\nContent") == std::string_view::npos);
}

TEST_CASE_FIXTURE(Member, "startupwebapp: a cookie of a session that is over is taken away") {
    join();
    const auto session = jar.at("sessionid");
    look("/user/logout");
    jar["sessionid"] = session;
    look("/user/logged-in");
    CHECK_FALSE(jar.contains("sessionid"));
}

TEST_CASE_FIXTURE(Member, "user: whoever is not signed in is told so by two keys") {
    for (const auto& answer : {look("/user/logout"), look("/user/verify-email-address"),
                               form("/user/terms-of-use-agree", "version=1")})
        CHECK(word_at(answer, "endpoint") == "user_not_authenticated");
    CHECK(word_at(join(), "endpoint") == "account_created");
}

TEST_CASE_FIXTURE(Member, "user: each step of unsubscribing reads its token where it belongs") {
    join();
    look("/user/logout");
    const std::string token = "token=" + store.tables.contacts.back().secret;
    const std::string why = "/user/email-unsubscribe-why";
    CHECK(code_at(form("/user/email-unsubscribe-lookup?" + token, token)) == "token-required");
    CHECK(code_at(look("/user/email-unsubscribe-confirm?" + token)) == "token-required");
    CHECK(code_at(form("/user/email-unsubscribe-confirm?" + token, "")) == "token-required");
    CHECK(code_at(look(why + "?" + token + std::string(no_reasons))) == "token-required");
    CHECK(form(why, token).status == 400);
    CHECK(store.tables.reasons.empty());
    CHECK_FALSE(store.tables.contacts.back().opted_out_at);
}

TEST_CASE_FIXTURE(Member, "user: whoever keeps the mailbox unsubscribes by one POST") {
    join();
    const auto secret = store.tables.contacts.back().secret;
    jar.clear();
    const auto post_to = [&](const std::string& query) {
        return ask(Verb::post, "/user/email-unsubscribe?" + query, "List-Unsubscribe=One-Click",
                   {{"Content-Type", "application/x-www-form-urlencoded"}});
    };
    for (const auto* body : {"", "List-Unsubscribe=one-click", "other=1"}) {
        const auto got =
            ask(Verb::post, "/user/email-unsubscribe?email_unsubscribe_string=" + secret, body,
                {{"Content-Type", "application/x-www-form-urlencoded"}});
        CHECK(got.status == 400);
        CHECK(code_at(got) == "one-click-required");
    }
    CHECK_FALSE(store.tables.contacts.back().opted_out_at);
    for (int i = 0; i < 2; ++i)
        CHECK(word_at(post_to("email_unsubscribe_string=" + secret), "email_unsubscribe") ==
              "success");
    CHECK(store.tables.contacts.back().opted_out_at);
    CHECK(code_at(post_to("token=x")) == "member-not-found");
    CHECK(code_at(post_to("")) == "token-required");
}

TEST_CASE_FIXTURE(Member, "client events: what is posted is not looked at") {
    CHECK(form("/clientevent/pageview?url=x", "url=x").body == "\"thank you\"");
    CHECK(store.tables.client_events.empty());
}

TEST_CASE_FIXTURE(Member, "user: all that a form lacks is told, by the names of its fields") {
    const auto lacks = form("/user/create-account", "firstname=Vera&lastname=Rubin&newsletter=x");
    CHECK(lacks.status == 400);
    CHECK(types_at(lacks, "firstname") == "true");
    CHECK(types_at(lacks, "username") == "required");
    CHECK(types_at(lacks, "email-address") == "required");
    CHECK(types_at(lacks, "password") == "required");
    join();
    const auto changes = form("/user/change-my-password", "new_password=x&confirm_new_password=x");
    CHECK(changes.status == 400);
    CHECK(types_at(changes, "current-password") == "required");
    const auto reset = form("/user/set-new-password", "username=x&password_reset_code=x");
    CHECK(reset.status == 400);
    CHECK(types_at(reset, "new-password") == "required");
}

TEST_CASE_FIXTURE(Member, "user: a password that is guessed is told once the rest is right") {
    join();
    const auto tries = [&](std::string_view handle, std::string_view secret) {
        return form("/user/create-account",
                    "firstname=Vera&lastname=Rubin&email_address=x%40example.org&newsletter=x"
                    "&remember_me=x&username=" +
                        std::string(handle) + "&password=" + std::string(secret) +
                        "&confirm_password=" + std::string(secret));
    };
    CHECK(types_at(tries("selenium", "P%40ssword"), "password") == "true");
    CHECK(types_at(tries("somebody", "P%40ssword"), "password") == "django_validation");
    CHECK(types_at(tries("somebody", "Ydob.Emos!"), "password") == "django_validation");
}

TEST_CASE_FIXTURE(Member, "user: an address is shown as its owner writes it") {
    form("/user/create-account",
         "firstname=Vera&lastname=Rubin&username=selenium&email_address=Vera%40Example.org"
         "&password=Galaxy.Curve7&confirm_password=Galaxy.Curve7&newsletter=x&remember_me=x");
    CHECK(word_at(look("/user/logged-in"), "email_address") == "Vera@Example.org");
    CHECK(part("email_data", "email_address") == R"("Vera@Example.org")");
}

TEST_CASE_FIXTURE(LimitedShopSite, "user: who shows no token uses up nobody's tries") {
    account("selenium");
    open_page();
    for (int i = 0; i < 12; ++i) {
        CHECK(form("/user/login", "", {{"X-CSRFToken", "x"}}).status == 403);
        CHECK(look("/user/login").status == 400);
    }
    for (int i = 0; i < 9; ++i) CHECK(enter("nobody" + std::to_string(i)).status == 200);
    CHECK(word_at(enter("selenium"), "login") == "true");
}

TEST_CASE_FIXTURE(LimitedShopSite,
                  "user: who asks for more mails than go out hears that none did") {
    open_page();
    form("/user/create-account",
         "firstname=Vera&lastname=Rubin&username=selenium&email_address=vera%40example.org"
         "&password=Galaxy.Curve7&confirm_password=Galaxy.Curve7&newsletter=true"
         "&remember_me=false");
    const auto said = [this] {
        now += std::chrono::minutes{2};
        return word_at(look("/user/verify-email-address"), "verify_email_address");
    };
    for (int mails = 0; mails < 5; ++mails) CHECK(said() == "verification_email_sent");
    const auto sent = store.tables.messages.size();
    CHECK(said() == "email_failed");
    CHECK(look("/user/verify-email-address").status == 200);
    CHECK(store.tables.messages.size() == sent);
    now += std::chrono::hours{1};
    CHECK(said() == "verification_email_sent");
    CHECK(store.tables.messages.size() == sent + 1);
}

TEST_CASE_FIXTURE(LimitedShopSite, "user: resets that name nobody are counted as one's") {
    open_page();
    for (int i = 0; i < 5; ++i) CHECK(form("/user/reset-password", "").status == 400);
    CHECK(form("/user/reset-password", "").status == 403);
}

/// Behind a proxy that says how its clients came.
struct Proxied {
    ShopSite shop;
    GatewayOptions options = [this] {
        auto out = shop.options();
        out.shop_pages = "https://shop.example.org";
        out.policy.base_url = "https://api.example.org";
        out.dev = false;
        out.proxies = {app::read_ip_range("127.0.0.1/32").value()};
        return out;
    }();
    Gateway gateway{shop.app, shop.signer, shop.fingerprint, options};

    Response come(std::string_view target, std::string_view scheme) {
        Request request;
        request.target = target;
        request.peer = "127.0.0.1";
        request.headers = {{"Host", "api.example.org"}};
        if (!scheme.empty()) request.headers.push_back({"X-Forwarded-Proto", scheme});
        Response response;
        gateway.answer(request, response);
        return response;
    }
};

TEST_CASE_FIXTURE(Proxied, "startupwebapp: who came in the clear is sent to TLS, but for health") {
    const auto sent = come("/user/token?a=b", "http");
    CHECK(sent.status == 301);
    CHECK(header_of(sent, "Location") == "https://api.example.org/user/token?a=b");
    CHECK(come("/user/none", "http").status == 301);
    for (const auto* health : {"/user/logged-in", "/order/products"})
        CHECK(come(health, "http").status == 200);
    CHECK(come("/user/token", "https").status == 200);
    CHECK(come("/user/token", "").status == 200);  // it does not say
}

}  // namespace
}  // namespace asterism::http
