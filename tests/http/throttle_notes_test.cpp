// What the audit log is told of who asks too often.

#include <doctest/doctest.h>

#include "tests/http/site.hpp"

namespace asterism::http {
namespace {

using namespace asterism::http::testing;
using namespace std::chrono_literals;
using enum Verb;

struct Limited : Site {
    int log_in() {
        return ask(post, "/v1/sessions", R"({"identifier":"nobody","password":"Wrong.Horse7"})")
            .status;
    }

    std::ptrdiff_t count() const {
        return std::ranges::count_if(store.tables.audit, [](const audit::Record& each) {
            return each.event.type == "rate_limited";
        });
    }
};

TEST_CASE_FIXTURE(Limited, "limits: who uses one up is noted once in its window, and no oftener") {
    const auto noted = [&] {
        std::vector<std::string> out;
        for (const auto& record : store.tables.audit)
            if (record.event.type == "rate_limited")
                out.push_back(record.event.handle + " " + record.event.metadata);
        return out;
    };
    const std::string row = "anonymous resource=POST%20/v1/sessions status_code=429 limit=login";
    for (int i = 0; i < 5; ++i) log_in();
    CHECK(noted().empty());
    for (int i = 0; i < 20; ++i) CHECK(log_in() == 429);
    CHECK(noted() == std::vector{row});
    CHECK(store.tables.audit.back().caller.address == "127.0.0.1");
    now += 61s;
    for (int i = 0; i < 9; ++i) log_in();
    CHECK(noted() == std::vector{row, row});
    move();  // another address is another matter
    for (int i = 0; i < 9; ++i) log_in();
    CHECK(noted().size() == 3);
}

TEST_CASE_FIXTURE(Limited, "limits: an account that uses one up is noted by its number") {
    const auto ada = account("ada");
    REQUIRE(sign_in("ada").status == 200);
    int refused = 0;
    for (int i = 0; i < 130; ++i)
        if (ask(put, "/v1/profiles/nobody/follow").status == 429) ++refused;
    CHECK(refused > 100);  // of so great a rate a tenth passes at once
    const auto last = store.tables.audit.back().event;
    CHECK(last.type == "rate_limited");
    CHECK(last.account == ada);
    CHECK(count() == 1);
}

TEST_CASE_FIXTURE(Limited, "limits: are kept to where the log cannot be written") {
    for (int i = 0; i < 5; ++i) log_in();
    store.calls.fail_on_append = true;
    CHECK(log_in() == 429);
}

TEST_CASE_FIXTURE(Limited, "limits: however many come at once, the log does not fill with them") {
    for (int i = 0; i < 1'100; ++i) {
        peer = "203.0." + std::to_string(i / 250) + "." + std::to_string(i % 250 + 1);
        for (int j = 0; j < 6; ++j) ask(post, "/v1/accounts", "{}");
    }
    CHECK(count() <= 1'100);  // a thousand an hour, and a tenth at once
    CHECK(count() >= 100);
}

}  // namespace
}  // namespace asterism::http
