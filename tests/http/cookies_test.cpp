#include "shells/http/cookies.hpp"

#include <doctest/doctest.h>

namespace asterism::http {
namespace {

/// Any fixed function of key and text will do here.
struct FakeSigner final : app::Signer {
    std::string sign(std::string_view text) const override {
        std::string out(32, '\0');
        for (std::size_t i = 0; i < out.size(); ++i)
            out[i] = static_cast<char>(text[i % text.size()] * 31 + static_cast<char>(i * 7));
        return out;
    }
};

Request with(std::vector<Header> fields) {
    Request request;
    request.headers = std::move(fields);
    return request;
}

TEST_CASE("cookie: finds one among many, and ignores junk") {
    const auto request = with({{"Accept", "*/*"}, {"cookie", ";; =; a; x=1; sessionid=abc ;y=2"}});
    CHECK(cookie(request, "sessionid") == "abc");
    CHECK(cookie(request, "x") == "1");
    CHECK_FALSE(cookie(request, "z"));
    CHECK_FALSE(cookie(with({{"Cookie", "sessionid="}}), "sessionid"));
    CHECK_FALSE(cookie(with({{"Cookie", "xsessionid=1; sessionidx=2"}}), "sessionid"));
}

TEST_CASE("cookie: two of a name count as none") {
    CHECK_FALSE(cookie(with({{"Cookie", "sessionid=a; sessionid=b"}}), "sessionid"));
    CHECK_FALSE(cookie(with({{"Cookie", "sessionid=a"}, {"Cookie", "sessionid=a"}}), "sessionid"));
}

TEST_CASE("csrf: the token belongs to one session") {
    const FakeSigner signer;
    const auto token = csrf_token(signer, SessionId{7});
    CHECK(token.size() == 32);
    CHECK(token == csrf_token(signer, SessionId{7}));
    CHECK(token != csrf_token(signer, SessionId{8}));
    CHECK(csrf_matches(token, token));
    CHECK_FALSE(csrf_matches(token, ""));
    CHECK_FALSE(csrf_matches(token, token.substr(1)));
    CHECK_FALSE(csrf_matches(token, csrf_token(signer, SessionId{8})));
}

TEST_CASE("csrf: takes the masked form of Django's clients") {
    // mask "b" shifts every character by one in a-zA-Z0-9
    const std::string token(32, 'a');
    CHECK(csrf_matches(token, std::string(32, 'b') + std::string(32, 'b')));
    CHECK(csrf_matches(std::string(32, '9'), std::string(32, 'b') + std::string(32, 'a')));
    CHECK_FALSE(csrf_matches(token, std::string(32, 'b') + std::string(32, 'c')));
    CHECK_FALSE(csrf_matches(token, std::string(64, '!')));
}

TEST_CASE("cookies: carry the marks of their site") {
    Response response;
    set_cookie(response, secure_cookies, secure_cookies.session, "t", std::nullopt);
    set_cookie(response, secure_cookies, secure_cookies.csrf, "c", std::chrono::seconds{60});
    expire_cookie(response, plain_cookies, plain_cookies.session);
    REQUIRE(response.headers.size() == 3);
    CHECK(response.headers[0].second ==
          "__Host-sessionid=t; Path=/; SameSite=Lax; HttpOnly; Secure");
    CHECK(response.headers[1].second == "csrftoken=c; Max-Age=60; Path=/; SameSite=Lax; Secure");
    CHECK(response.headers[2].second ==
          "sessionid=; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Path=/; SameSite=Lax; "
          "HttpOnly");
}

}  // namespace
}  // namespace asterism::http
