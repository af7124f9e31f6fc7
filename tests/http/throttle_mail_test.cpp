// Limits on what others are mailed at somebody's request.

#include <string>

#include <doctest/doctest.h>

#include "tests/http/site.hpp"

namespace asterism::http {
namespace {

using namespace asterism::http::testing;
using enum Verb;

TEST_CASE_FIXTURE(Site, "limits: one account has five strangers mailed an hour, and no more") {
    account("alice");
    sign_in("alice");
    const auto change = [&](int number) {
        const auto body = R"({"new_email":"stranger)" + std::to_string(number) +
                          R"(@example.org","current_password":"Correct.Horse7"})";
        return ask(put, "/v1/accounts/me/email", body).status;
    };
    for (int i = 0; i < 5; ++i) CHECK(change(i) == 200);
    const auto mails = store.tables.messages.size();
    move();
    CHECK(change(5) == 429);
    CHECK(store.tables.messages.size() == mails);
    now += std::chrono::hours{1};
    jar.clear();
    sign_in("alice");
    CHECK(change(5) == 200);
}

}  // namespace
}  // namespace asterism::http
