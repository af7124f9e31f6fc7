#include <doctest/doctest.h>

#include "tests/http/site.hpp"

namespace asterism::http {
namespace {

using namespace asterism::http::testing;
using enum Verb;

/// What the log has grown by since it was looked at last: "type account-or-name metadata".
struct Watched : Site {
    std::vector<std::string> grown() {
        std::vector<std::string> out;
        for (const auto& all = store.tables.audit; seen < all.size(); ++seen) {
            const auto& event = all[seen].event;
            out.push_back(std::string(event.type) + ' ' + event.handle + ' ' + event.metadata);
        }
        return out;
    }

    std::size_t seen = 0;
};

using Rows = std::vector<std::string>;

TEST_CASE_FIXTURE(Watched, "audit: each event of an account's life leaves one row") {
    account("root", Role::admin);
    ask(post, "/v1/accounts",
        R"({"handle":"vera","email":"v@example.org","password":"Galaxy.Curve7"})");
    CHECK(grown().size() == 1);
    ask(post, "/v1/sessions", R"({"identifier":"vera","password":"Galaxy.Curve7"})");
    CHECK(grown() == Rows{"login_failed vera reason=email_not_verified"});
    ask(post, "/v1/accounts/verification", R"({"token":")" + mailed_token() + R"("})");
    CHECK(grown() == Rows{"email_verified vera "});
    ask(post, "/v1/sessions", R"({"identifier":"vera","password":"wrong"})");
    CHECK(grown() == Rows{"login_failed vera reason=invalid_password"});
    ask(post, "/v1/sessions", R"({"identifier":"Galaxy.Curve7","password":"vera"})");
    const auto unknown = grown();
    REQUIRE(unknown.size() == 1);
    CHECK(unknown[0].starts_with("login_failed ~"));
    CHECK(ask(post, "/v1/sessions", R"({"identifier":"vera","password":"Galaxy.Curve7"})").status ==
          200);
    CHECK(grown() == Rows{"login_success vera remember_me=false"});
    CHECK(ask(get, "/v1/admin/accounts").status == 403);
    CHECK(grown() == Rows{"permission_denied vera resource=GET%20/v1/admin/accounts "
                          "status_code=403 reason=not_allowed"});
    CHECK(ask(get, "/v1/admin/audit").status == 403);
    CHECK(grown().size() == 1);
    sends_csrf = false;
    CHECK(ask(del, "/v1/sessions/current").status == 403);
    CHECK(grown() == Rows{"permission_denied vera resource=DELETE%20/v1/sessions/current "
                          "status_code=403 reason=csrf_failed"});
    sends_csrf = true;
    CHECK(ask(del, "/v1/sessions/current").status == 200);
    CHECK(grown() == Rows{"logout vera "});
}

TEST_CASE_FIXTURE(Watched, "audit: a lock is noted once, and each try at it as one that failed") {
    account("ada");
    now += std::chrono::hours{2};
    for (int i = 0; i < 7; ++i) {
        now += std::chrono::minutes{1};
        ask(post, "/v1/sessions", R"({"identifier":"ada","password":"wrong"})");
    }
    const auto rows = grown();
    REQUIRE(rows.size() == 7);
    CHECK(rows[3] == "login_failed ada reason=invalid_password");
    CHECK(rows[4] == "login_locked ada reason=exceeded_failure_limit");
    CHECK(rows[5] == "login_failed ada reason=account_locked");
    CHECK(rows[6] == rows[5]);
}

TEST_CASE_FIXTURE(Watched,
                  "audit: a stranger is noted where his session is dead or the site asks") {
    CHECK(ask(get, "/v1/accounts/me").status == 401);
    CHECK(grown().empty());
    jar["sessionid"] = "dead";
    CHECK(ask(get, "/v1/accounts/me").status == 401);
    CHECK(grown() == Rows{"login_failed anonymous reason=invalid_credentials "
                          "endpoint=GET%20/v1/accounts/me status_code=401"});
    jar.clear();
    CHECK(ask(get, "/api/auth/status/").status == 200);
    CHECK(grown().empty());
    CHECK(ask(post, "/api/auth/logout/").status == 401);
    CHECK(grown() == Rows{"login_failed anonymous reason=invalid_credentials "
                          "endpoint=POST%20/api/auth/logout/ status_code=401"});
}

TEST_CASE_FIXTURE(Watched, "audit: a page of somebody else's is noted, and by whom it came") {
    CHECK(ask(post, "/v1/sessions", "{}", {{"Origin", "https://evil.example"}}).status == 403);
    CHECK(grown() == Rows{"permission_denied anonymous resource=POST%20/v1/sessions "
                          "status_code=403 reason=foreign_origin"});
    const auto& caller = store.tables.audit.back().caller;
    CHECK(caller.address == "127.0.0.1");
    CHECK_FALSE(caller.request_id.empty());
}

TEST_CASE_FIXTURE(Watched, "audit: who is refused but cannot be noted hears of neither") {
    jar["sessionid"] = "dead";
    store.calls.fail_on_append = true;
    CHECK(ask(get, "/v1/accounts/me").status == 503);
    CHECK(ask(post, "/v1/sessions", "{}", {{"Origin", "https://evil.example"}}).status == 503);
}

TEST_CASE_FIXTURE(Watched, "audit: staff read the log page by page, others do not") {
    account("staff", Role::staff);
    account("ada");
    REQUIRE(sign_in("ada").status == 200);
    CHECK(ask(get, "/v1/admin/audit").status == 403);
    ask(del, "/v1/sessions/current");
    REQUIRE(sign_in("staff").status == 200);
    const auto all = body_of(ask(get, "/v1/admin/audit?limit=2"));
    CHECK(all.at("items").as_array().size() == 2);
    CHECK(all.at("items").at(0).at("type") == "login_success");
    CHECK(all.at("items").at(0).at("user") == "staff");
    const auto next = std::to_string(all.at("next").as_int64());
    const auto rest = body_of(ask(get, "/v1/admin/audit?before=" + next));
    CHECK(rest.at("items").as_array().size() == 2);
    CHECK(rest.at("next").is_null());
    const auto denied = body_of(ask(get, "/v1/admin/audit?type=permission_denied&user=ada"));
    CHECK(denied.at("items").as_array().size() == 1);
}

}  // namespace
}  // namespace asterism::http
