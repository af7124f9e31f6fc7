// Rate limits as a client meets them. The clock of the site is the limiter's, too.

#include "shells/http/throttle.hpp"

#include <atomic>
#include <latch>
#include <thread>
#include <vector>

#include <boost/json/object.hpp>
#include <doctest/doctest.h>

#include "shells/http/dialects/starview/starview.hpp"
#include "tests/http/site.hpp"

namespace asterism::http {
namespace {

using namespace asterism::http::testing;
using namespace std::chrono_literals;
using enum Verb;

constexpr std::string_view wrong = R"({"identifier":"nobody","password":"Wrong.Horse7"})";
constexpr std::string_view starview_wrong = R"({"username":"nobody","password":"Wrong.Horse7"})";

struct Limited : Site {
    int native_login() { return ask(post, "/v1/sessions", wrong).status; }

    int starview_login() { return ask(post, "/api/auth/login/", starview_wrong).status; }

    /// A site with other rules, over the same store and the same counter.
    Gateway with(LimitRules rules) {
        auto other = options();
        other.limits = std::move(rules);
        return {app, signer, fingerprint, other};
    }

    static int ask_of(Gateway& gateway, Verb verb, std::string_view target,
                      std::string_view body = {}, std::string_view peer = "192.0.2.1") {
        Request request{verb, target};
        request.headers = {{"Host", "127.0.0.1"}, {"Content-Type", "application/json"}};
        request.body = body;
        request.peer = peer;
        Response response;
        gateway.answer(request, response);
        return response.status;
    }
};

TEST_CASE_FIXTURE(Limited, "limits: five log-ins a minute pass, and the sixth is told how long") {
    for (int i = 0; i < 4; ++i) CHECK(native_login() == 401);
    now += 10s + 1us;
    CHECK(native_login() == 403);  // the fifth locks the name
    const auto refused = ask(post, "/v1/sessions", wrong);
    CHECK(refused.status == 429);
    CHECK(code_of(refused) == "too_often");
    CHECK(header_of(refused, "Retry-After") == "50");  // rounded up to whole seconds
    now += 49s;
    CHECK(native_login() == 429);
    now += 1s;
    CHECK(native_login() == 403);
}

TEST_CASE_FIXTURE(Limited, "limits: a boundary of minutes opens nothing twice") {
    now += 59s;
    for (int i = 0; i < 5; ++i) CHECK(native_login() != 429);
    now += 2s;
    for (int i = 0; i < 5; ++i) CHECK(native_login() == 429);
}

TEST_CASE_FIXTURE(Limited, "limits: starview says it in its own words, with whole seconds") {
    for (int i = 0; i < 5; ++i) CHECK(starview_login() != 429);
    const auto refused = ask(post, "/api/auth/login/", starview_wrong);
    CHECK(refused.status == 429);
    const auto body = body_of(refused);
    CHECK(body.at("error_code").as_string() == "THROTTLED");
    CHECK(body.at("status_code").as_int64() == 429);
    CHECK(body.at("retry_after").as_int64() == 60);
    CHECK(header_of(refused, "Retry-After") == "60");
}

TEST_CASE_FIXTURE(Limited, "limits: registering, signing in and resending share a bucket there") {
    for (int i = 0; i < 2; ++i) CHECK(starview_login() == 400);
    for (int i = 0; i < 2; ++i) CHECK(ask(post, "/api/auth/register/", "{}").status == 400);
    CHECK(ask(post, "/api/auth/resend-verification/", R"({"email":"a@example.org"})").status ==
          200);
    CHECK(starview_login() == 429);
    CHECK(ask(post, "/api/auth/register/", "{}").status == 429);
    CHECK(ask(post, "/api/auth/resend-verification/", R"({"email":"a@example.org"})").status ==
          429);
    CHECK(native_login() == 401);  // another surface, another count
}

TEST_CASE_FIXTURE(Limited, "limits: there only visitors are counted") {
    account("alice");
    sign_in("alice");
    for (int i = 0; i < 10; ++i) CHECK(ask(post, "/api/auth/register/", "{}").status == 400);
    jar.clear();
    for (int i = 0; i < 5; ++i) CHECK(ask(post, "/api/auth/register/", "{}").status == 400);
    CHECK(ask(post, "/api/auth/register/", "{}").status == 429);
}

TEST_CASE_FIXTURE(Limited, "limits: who sends a void session is a visitor") {
    jar["sessionid"] = std::string(43, 'x');
    for (int i = 0; i < 5; ++i) CHECK(ask(post, "/api/auth/register/", "{}").status == 400);
    CHECK(ask(post, "/api/auth/register/", "{}").status == 429);
}

TEST_CASE_FIXTURE(Limited, "limits: the status of a session is never throttled") {
    auto tight = with({true, {{"reads", {1, 3'600s}}}});
    CHECK(ask_of(tight, get, "/v1/sky/moon") == 200);
    CHECK(ask_of(tight, get, "/v1/sky/moon") == 429);
    CHECK(ask_of(tight, get, "/api/moon-phases/") == 429);
    for (int i = 0; i < 10; ++i) CHECK(ask_of(tight, get, "/api/auth/status/") == 200);
}

TEST_CASE_FIXTURE(Limited, "limits: what a row says in its own way is not asked about a throttle") {
    auto tight = with({true, {{"reads", {1, 3'600s}}}});
    Request request{get, "/api/moon-phases/"};
    request.headers = {{"Host", "127.0.0.1"}};
    Response response;
    for (int i = 0; i < 2; ++i) {
        response.clear();
        tight.answer(request, response);
    }
    CHECK(body_of(response).at("error_code").as_string() == "THROTTLED");
    request.target = "/accounts/confirm-email/abc/";
    response.clear();
    tight.answer(request, response);
    CHECK(response.status == 429);
}

TEST_CASE_FIXTURE(Limited, "limits: of a whole surface, reads and writes are counted apart") {
    auto tight = with({true, {{"reads", {2, 3'600s}}, {"visitor_writes", {1, 3'600s}}}});
    CHECK(ask_of(tight, post, "/v1/accounts/verification", "{}") == 400);
    CHECK(ask_of(tight, post, "/v1/accounts/verification", "{}") == 429);
    for (int i = 0; i < 2; ++i) CHECK(ask_of(tight, get, "/v1/sky/moon") == 200);
    CHECK(ask_of(tight, get, "/v1/sky/moon") == 429);
    CHECK(ask_of(tight, get, "/v1/docs") == 200);  // pages are nobody's bucket
    CHECK(ask_of(tight, get, "/livez") == 200);
}

TEST_CASE_FIXTURE(Limited, "limits: a hundred writes an hour of a visitor, and no more") {
    const auto write = [&] { return ask(post, "/v1/accounts/verification", "{}").status; };
    for (int i = 0; i < 100; ++i) CHECK(write() == 400);
    const auto refused = ask(post, "/v1/accounts/verification", "{}");
    CHECK(refused.status == 429);
    CHECK(header_of(refused, "Retry-After") == "3600");
}

TEST_CASE_FIXTURE(Limited, "limits: who is signed in is counted by account, wherever they are") {
    account("alice");
    account("barbara");
    sign_in("alice");
    const auto write = [&] {
        move();
        return ask(put, "/v1/accounts/me/password", "{}").status;
    };
    for (int i = 0; i < 100; ++i) CHECK(write() == 400);  // a tenth of the thousand, at once
    const auto refused = ask(put, "/v1/accounts/me/password", "{}");
    CHECK(refused.status == 429);
    CHECK(header_of(refused, "Retry-After") == "4");  // one each 3.6 s
    now += 4s;
    CHECK(write() == 400);
    jar.clear();
    sign_in("barbara");
    CHECK(write() == 400);
}

TEST_CASE_FIXTURE(Limited,
                  "limits: IPv6 is counted by its network of 64 bits, IPv4 however written") {
    const auto used_up = [&](std::string from) {
        peer = std::move(from);
        return native_login() == 429;
    };
    for (const auto* from : {"2001:db8:0:1::1", "2001:db8:0:1:ffff:ffff:ffff:ffff",
                             "2001:0DB8::1:0:0:0:2", "2001:db8:0:1::3", "2001:db8:0:1::4"})
        CHECK_FALSE(used_up(from));
    CHECK(used_up("2001:db8:0:1::5"));
    CHECK_FALSE(used_up("2001:db8:0:2::1"));
    for (int i = 0; i < 5; ++i) CHECK_FALSE(used_up("192.0.2.1"));
    CHECK(used_up("::ffff:192.0.2.1"));
    CHECK(used_up("::ffff:c000:201"));
    CHECK_FALSE(used_up("::ffff:192.0.2.2"));
    CHECK_FALSE(used_up("192.0.2.3"));
}

TEST_CASE_FIXTURE(Limited, "limits: thirty failures an hour of an address, however slowly") {
    int failures = 0;
    for (int i = 0; i < 40; ++i) {
        failures += native_login() != 429;
        now += 60s;
    }
    CHECK(failures == 30);
    now += 20min;
    CHECK(native_login() != 429);
}

TEST_CASE_FIXTURE(Limited, "limits: a success counts as no failure") {
    account("alice");
    for (int i = 0; i < 40; ++i) {
        jar.clear();
        CHECK(sign_in("alice").status == 200);
        now += 60s;
    }
}

TEST_CASE_FIXTURE(Limited, "limits: a success on one account clears no failures on others") {
    account("alice");
    for (int i = 0; i < 29; ++i) {
        CHECK(native_login() != 429);
        now += 13s;
    }
    CHECK(sign_in("alice").status == 200);
    jar.clear();
    now += 13s;
    CHECK(native_login() != 429);
    now += 60s;
    CHECK(sign_in("alice").status == 429);  // not even the right password, for a while
    move();
    CHECK(sign_in("alice").status == 200);
}

TEST_CASE_FIXTURE(Limited, "limits: what never tried a password is no failure") {
    for (int i = 0; i < 40; ++i) {
        CHECK(ask(post, "/v1/sessions", "{}").status == 400);
        CHECK(ask(post, "/v1/sessions", wrong, {{"Origin", "https://evil.example"}}).status == 403);
        now += 30s;
    }
    now += 60s;
    CHECK(native_login() == 401);
}

TEST_CASE_FIXTURE(Limited,
                  "limits: one mailbox gets a link a minute and five an hour, whoever asks") {
    const auto resend = [&](const char* body) {
        move();
        return ask(post, "/v1/accounts/verification/resend", body).status;
    };
    CHECK(resend(R"({"email":"a@example.org"})") == 200);
    CHECK(resend(R"({"email":" A@EXAMPLE.org "})") == 429);
    CHECK(resend(R"({"email":"b@example.org"})") == 200);
    for (int i = 0; i < 4; ++i) {
        now += 60s;
        CHECK(resend(R"({"email":"a@example.org"})") == 200);
    }
    now += 60s;
    CHECK(resend(R"({"email":"a@example.org"})") == 429);
    now += 55min;
    CHECK(resend(R"({"email":"a@example.org"})") == 200);
}

TEST_CASE_FIXTURE(Limited, "limits: an operator may set other figures, or switch all off") {
    auto strict = with({true, {{"login", {1, 60s}}}});
    CHECK(ask_of(strict, post, "/v1/sessions", wrong) == 401);
    CHECK(ask_of(strict, post, "/v1/sessions", wrong) == 429);
    auto open = with({false, {}});
    for (int i = 0; i < 300; ++i)
        CHECK(ask_of(open, post, "/v1/accounts/verification", "{}") == 400);
}

TEST_CASE_FIXTURE(Limited, "limits: of fifty log-ins at the same time five pass") {
    std::latch ready{50};
    std::atomic<int> passed = 0;
    {
        std::vector<std::jthread> crowd;
        for (int i = 0; i < 50; ++i)
            crowd.emplace_back([&] {
                ready.arrive_and_wait();
                if (ask_of(gateway, post, "/v1/sessions", "{}") == 400) ++passed;
            });
    }
    CHECK(passed == 5);
}

TEST_CASE("limits: each has one name, which means the same in every row") {
    const auto known = [](const Limit& limit) {
        return std::ranges::count_if(limits::all, [&](const Limit& each) {
                   return each.name == limit.name && each.by == limit.by &&
                          each.rate == limit.rate && each.visitors_only == limit.visitors_only &&
                          each.failures_only == limit.failures_only;
               }) == 1;
    };
    for (const Limit& limit : limits::all)
        CHECK(std::ranges::count(limits::all, limit.name, &Limit::name) == 1);
    for (const Dialect* dialect : {&native(), &starview()}) {
        for (const Limits set : {dialect->reads, dialect->writes})
            for (const Limit& limit : set) CHECK(known(limit));
        for (const Route& route : dialect->routes)
            for (const Limit& limit : route.limits) CHECK(known(limit));
    }
}

}  // namespace
}  // namespace asterism::http
