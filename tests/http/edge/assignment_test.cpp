// What a body may not say: types are exact, and nobody makes himself more than he is.

#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "tests/http/site.hpp"

using namespace asterism::http;
using namespace asterism::http::testing;
using asterism::Role;

namespace {

constexpr std::string_view wishes[]{R"("role":"admin")",
                                    R"("is_staff":true)",
                                    R"("is_superuser":true)",
                                    R"("email_verified":true)",
                                    R"("email_verified_at":"2026-01-01T00:00:00Z")",
                                    R"("verified":true)",
                                    R"("active":true)",
                                    R"("id":1)",
                                    R"("uid":"root")",
                                    R"("user_id":1)",
                                    R"("account":1)",
                                    R"("account_id":1)",
                                    R"("site":1)",
                                    R"("created_at":"2000-01-01T00:00:00Z")",
                                    R"("password_hash":"x")",
                                    R"("price":0)",
                                    R"("order_total":0)",
                                    R"("__proto__":{"role":"admin"})",
                                    R"("constructor":{})",
                                    R"("Role":"admin")",
                                    R"("actor":{"role":"admin"})",
                                    R"("permissions":["all"])"};

constexpr std::string_view oddities[]{"1",     "0",    "-1", "1.5",     "1e3", "true",
                                      "false", "null", "[]", "[\"a\"]", "{}",  "{\"a\":1}"};

std::string object(std::string_view known, std::string_view more) {
    return "{" + std::string(known) + "," + std::string(more) + "}";
}

}  // namespace

TEST_CASE_FIXTURE(UnlimitedSite, "assignment: whoever registers is an ordinary, unproved account") {
    constexpr std::string_view mine =
        R"("handle":"alice","email":"alice@example.org","password":"Correct.Horse7")";
    for (const auto wish : wishes) {
        CAPTURE(wish);
        const auto got = ask(Verb::post, "/v1/accounts", object(mine, wish));
        CHECK(got.status == 400);
        CHECK(code_of(got) == "unknown_field");
    }
    CHECK(store.tables.accounts.empty());
}

TEST_CASE_FIXTURE(UnlimitedSite,
                  "assignment: Starview's registration takes no more than it names") {
    constexpr std::string_view mine =
        R"("username":"alice","email":"alice@example.org","first_name":"A","last_name":"B",)"
        R"("password1":"Correct.Horse7","password2":"Correct.Horse7")";
    for (const auto wish : wishes) {
        CAPTURE(wish);
        CHECK(ask(Verb::post, "/api/auth/register/", object(mine, wish)).status < 500);
        for (const auto& [made, hash] : store.tables.accounts) {
            CHECK(made.role == Role::user);
            CHECK_FALSE(made.email_verified_at.has_value());
            CHECK(made.created_at == now);
        }
    }
}

TEST_CASE_FIXTURE(UnlimitedSite, "assignment: whoever signs in stays what he is") {
    account("alice");
    for (const auto wish : wishes) {
        CAPTURE(wish);
        const auto got = ask(Verb::post, "/v1/sessions",
                             object(R"("identifier":"alice","password":"Correct.Horse7")", wish));
        CHECK(got.status == 400);
        CHECK(jar.empty());
    }
    sign_in("alice");
    CHECK(ask(Verb::get, "/v1/admin/accounts").status == 403);
}

TEST_CASE_FIXTURE(UnlimitedSite,
                  "assignment: a value of another type is refused, not turned into one") {
    account("alice");
    for (const auto value : oddities) {
        CAPTURE(value);
        const std::string odd(value);
        CHECK(ask(Verb::post, "/v1/sessions",
                  R"({"identifier":)" + odd + R"(,"password":"Correct.Horse7"})")
                  .status == 400);
        CHECK(ask(Verb::post, "/v1/sessions", R"({"identifier":"alice","password":)" + odd + "}")
                  .status == 400);
        if (value != "true" && value != "false" && value != "null")
            CHECK(
                ask(Verb::post, "/v1/sessions",
                    R"({"identifier":"alice","password":"Correct.Horse7","remember":)" + odd + "}")
                    .status == 400);
        for (const auto* field : {"handle", "email", "password"}) {
            if (value == "null" && std::string_view(field) == "handle")
                continue;  // may be left out
            std::string body =
                R"({"handle":"bob","email":"bob@example.org","password":"Correct.Horse7"})";
            const auto at =
                body.find('"' + std::string(field) + "\":") + std::string(field).size() + 3;
            body.replace(at, body.find_first_of(",}", at) - at, odd);
            CHECK(ask(Verb::post, "/v1/accounts", body).status == 400);
        }
    }
    CHECK(jar.empty());
    CHECK(store.tables.accounts.size() == 1);
}
