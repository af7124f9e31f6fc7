// The frame of StartupWebApp's surface: cookies, tokens, origins, and what is answered as a page.

#include <doctest/doctest.h>

#include "tests/http/shop_site.hpp"

namespace asterism::http {
namespace {

using namespace asterism::http::testing;
using enum Verb;

std::string cookie_line(const Response& response, std::string_view name) {
    for (const auto& [field, value] : response.headers)
        if (field == "Set-Cookie" && value.starts_with(std::string(name) + "=")) return value;
    return "none";
}

bool is_page(const Response& response, int status) {
    return response.status == status && response.type.starts_with("text/html");
}

TEST_CASE_FIXTURE(ShopSite, "startupwebapp: signs in and out as its client does") {
    account("selenium");
    open_page();
    const auto before = jar.at("csrftoken");
    const auto in = enter("selenium");
    CHECK(in.status == 200);
    CHECK(word_at(in, "login") == "true");
    CHECK(word_at(in, "user-api-version") == "0.0.1");
    CHECK(jar.contains("sessionid"));
    CHECK(jar.at("csrftoken") != before);
    CHECK(cookie_line(in, "sessionid").find("HttpOnly") != std::string::npos);
    CHECK(cookie_line(in, "sessionid").find("Max-Age") == std::string::npos);
    CHECK(cookie_line(in, "csrftoken").find("HttpOnly") == std::string::npos);

    const auto out = look("/user/logout");
    CHECK(word_at(out, "logout") == "true");
    CHECK_FALSE(jar.contains("sessionid"));
    CHECK(jar.at("anonymousclientevent").size() <= 100);
    CHECK(word_at(look("/user/logout"), "logout") == "user_not_authenticated");
    CHECK(word_at(form("/user/logout", ""), "logout") == "user_not_authenticated");
}

TEST_CASE_FIXTURE(ShopSite, "startupwebapp: who is remembered stays for two weeks") {
    account("selenium");
    open_page();
    const auto in =
        form("/user/login", "username=selenium&password=Correct.Horse7&remember_me=true");
    CHECK(cookie_line(in, "sessionid").find("Max-Age=1209600") != std::string::npos);
    now += std::chrono::days{13};
    CHECK(word_at(look("/user/logout"), "logout") == "true");
}

TEST_CASE_FIXTURE(ShopSite, "startupwebapp: a wrong password and a stranger look alike") {
    account("selenium");
    open_page();
    const auto wrong = enter("selenium", "Wrong.Horse7");
    CHECK(wrong.status == 200);
    CHECK(word_at(wrong, "login") == "false");
    CHECK(enter("nobody").body == wrong.body);
    CHECK(enter("").body == wrong.body);
    CHECK(form("/user/login", "username=selenium&password=&remember_me=x").body == wrong.body);
    const auto lacks = form("/user/login", "username=selenium");
    CHECK(lacks.status == 400);
    CHECK(word_at(lacks, "login") == "false");
    CHECK_FALSE(jar.contains("sessionid"));
}

TEST_CASE_FIXTURE(ShopSite, "startupwebapp: nobody writes without the token, visitors neither") {
    account("selenium");
    sends_csrf = false;
    CHECK(is_page(enter("selenium"), 403));
    open_page();
    CHECK(is_page(enter("selenium"), 403));
    const std::string token = jar.at("csrftoken");
    CHECK(is_page(form("/user/login", "username=selenium&password=x&remember_me=x",
                       {{"X-CSRFToken", "x" + token.substr(1)}}),
                  403));
    CHECK(word_at(form("/user/login",
                       "username=selenium&password=Correct.Horse7&remember_me=x"
                       "&csrfmiddlewaretoken=" +
                           token),
                  "login") == "true");
    // The session has another one now.
    CHECK(is_page(form("/user/logout", "", {{"X-CSRFToken", token}}), 403));
    sends_csrf = true;
    CHECK(word_at(form("/user/logout", ""), "logout") == "true");
}

TEST_CASE_FIXTURE(ShopSite, "startupwebapp: a page elsewhere neither writes nor signs out") {
    account("selenium");
    open_page();
    const std::vector<Header> elsewhere{{"Origin", "https://evil.example"}};
    CHECK(is_page(ask(post, "/user/login", R"({"username":"selenium"})", elsewhere), 403));
    enter("selenium");
    CHECK(is_page(ask(get, "/user/logout", {}, elsewhere), 403));
    CHECK(header_of(ask(get, "/user/token", {}, elsewhere), "Access-Control-Allow-Origin") ==
          "none");
    CHECK(word_at(ask(get, "/user/logout"), "logout") == "true");
}

TEST_CASE_FIXTURE(ShopSite, "startupwebapp: its pages may read every answer, refusals too") {
    for (const auto& each : {look("/user/token"), look("/user/nothing"), form("/user/login", "")}) {
        CHECK(header_of(each, "Access-Control-Allow-Origin") == pages);
        CHECK(header_of(each, "Access-Control-Allow-Credentials") == "true");
    }
    const auto may = ask(Verb::options, "/user/login", {},
                         {{"Origin", pages}, {"Access-Control-Request-Method", "POST"}});
    CHECK(may.status == 200);
    CHECK(may.body.empty());
    CHECK(header_of(may, "Access-Control-Allow-Headers").find("x-csrftoken") != std::string::npos);
    CHECK(header_of(may, "Access-Control-Allow-Methods").find("POST") != std::string::npos);
}

TEST_CASE_FIXTURE(ShopSite, "startupwebapp: what is no endpoint is a page") {
    for (const std::string area : {"/user", "/order", "/clientevent"}) {
        const auto front = look(area + "/");
        CHECK(is_page(front, 200));
        CHECK(header_of(front, "Cache-Control").find("no-store") != std::string::npos);
        CHECK(look(area).status == 301);
        CHECK(header_of(look(area), "Location") == area + "/");
        CHECK(is_page(look(area + "/there/is/none"), 404));
    }
    CHECK(is_page(look("/user/token/"), 404));
    CHECK(look("/user/login").status == 400);  // as a form that was not sent
}

TEST_CASE_FIXTURE(ShopSite,
                  "startupwebapp: the token stays the browser's until somebody signs in") {
    const auto first = look("/user/token");
    const auto token = jar.at("csrftoken");
    CHECK(token.size() == 32);
    CHECK(word_at(first, "token").find(token) != std::string::npos);
    look("/user/token");
    CHECK(jar.at("csrftoken") == token);
    jar["csrftoken"] = "planted";
    look("/user/token");
    CHECK(jar.at("csrftoken").size() == 32);
}

TEST_CASE_FIXTURE(LimitedShopSite, "startupwebapp: the eleventh try within an hour is a page") {
    account("selenium");
    open_page();
    for (int i = 0; i < 10; ++i) CHECK(enter("nobody" + std::to_string(i)).status == 200);
    CHECK(is_page(enter("selenium"), 403));
    now += std::chrono::hours{1};
    CHECK(word_at(enter("selenium"), "login") == "true");
}

struct Elsewhere {
    ShopSite shop;
    GatewayOptions options = [this] {
        auto out = shop.options();
        out.shop_pages = "https://shop.example.org";
        out.cookie_domain = ".example.org";
        out.policy.base_url = "https://api.example.org";
        out.dev = false;
        return out;
    }();
    Gateway gateway{shop.app, shop.signer, shop.fingerprint, options};
};

TEST_CASE_FIXTURE(Elsewhere, "startupwebapp: a page on another host reads the token's cookie") {
    Request request;
    request.target = "/user/token";
    request.headers = {{"Host", "api.example.org"}, {"Origin", "https://shop.example.org"}};
    Response response;
    gateway.answer(request, response);
    const auto line = cookie_line(response, "csrftoken");
    CHECK(line.find("; Domain=.example.org") != std::string::npos);
    CHECK(line.find("; Secure") != std::string::npos);
    CHECK(line.find("HttpOnly") == std::string::npos);
    CHECK(header_of(response, "Access-Control-Allow-Origin") == "https://shop.example.org");
}

TEST_CASE("startupwebapp: without pages there is no such surface") {
    ShopSite shop;
    auto options = shop.options();
    options.shop_pages = "";
    Gateway gateway(shop.app, shop.signer, shop.fingerprint, options);
    Request request;
    request.target = "/user/token";
    request.headers = {{"Host", "127.0.0.1:8000"}};
    Response response;
    gateway.answer(request, response);
    CHECK(response.status == 404);
}

}  // namespace
}  // namespace asterism::http
