#include <doctest/doctest.h>

#include "libcore/telemetry/use_cases.hpp"
#include "tests/fakes/instant.hpp"
#include "tests/fakes/memory_crm.hpp"

namespace asterism::telemetry {
namespace {

LogClientEvent viewed(std::string url, std::optional<std::int64_t> account = {},
                      std::optional<std::string> visitor = {},
                      std::optional<std::int64_t> width = {}) {
    LogClientEvent out;
    out.url = std::move(url);
    out.account = account;
    out.anonymous_id = std::move(visitor);
    out.width = width;
    return out;
}

LogClientEvent clicked(std::string url, std::string what) {
    auto out = viewed(std::move(url));
    out.kind = ClientEventKind::click;
    out.what = std::move(what);
    return out;
}

struct Page {
    Page() { tables.accounts.emplace_back().account.id = {7}; }

    const ClientEvent& tell(const LogClientEvent& input) {
        REQUIRE(log_client_event(Now{tests::instant("2026-03-01T12:00:00Z")}, caller, events, input)
                    ->logged);
        return tables.client_events.back();
    }

    tests::Tables tables;
    tests::Calls calls;
    tests::MemoryClientEvents events{tables, calls};
    Caller caller{"192.0.2.7", "Browser/1"};
};

TEST_CASE("client events: nothing is cut within a character") {
    CHECK(cut("abc", 3) == "abc");
    CHECK(cut("abcd", 3) == "abc");
    CHECK(cut("a\xC3\xA9\xE2\x82\xACx", 3) == "a\xC3\xA9\xE2\x82\xAC");
    CHECK(cut("", 3) == "");
    CHECK(cut("abc", 0) == "");
}

TEST_CASE_FIXTURE(Page, "client events: a view has the page's width and who looked") {
    const auto& seen = tell(viewed("/cart", 7, "v", 1280));
    CHECK(seen.account == AccountId{7});
    CHECK(seen.width == 1280);
    CHECK(seen.address == "192.0.2.7");
    CHECK(seen.agent == "Browser/1");
    CHECK(tell(clicked("/", "chat-icon")).address.empty());
}

TEST_CASE_FIXTURE(Page, "client events: what cannot be is cut or left out, never refused") {
    const auto& seen = tell(viewed(std::string(5'000, 'u'), 99, std::string(500, 'v'), -1));
    CHECK(seen.url.size() == 1'000);
    CHECK(seen.visitor.size() == 100);
    CHECK_FALSE(seen.account);
    CHECK_FALSE(seen.width);
    caller.agent = "\xFF";
    CHECK(tell(viewed("/")).agent.empty());
    CHECK_FALSE(log_client_event({}, caller, events, viewed(""))->logged);
}

TEST_CASE_FIXTURE(Page, "client events: go after ninety days, and only by an administrator") {
    tell(viewed("/"));
    const Actor admin{{7}, Role::admin};
    const auto purge = [&](Actor actor, int days_later, std::optional<std::int64_t> days) {
        const Now later{tests::instant("2026-03-01T12:00:00Z") + std::chrono::days{days_later}};
        const auto done = purge_client_events(later, actor, events, {days});
        return done ? done->count : -1;
    };
    CHECK(purge({{7}, Role::staff}, 99, {}) == -1);
    CHECK(purge(admin, 99, -1) == -1);
    CHECK(purge(admin, 90, {}) == 0);
    CHECK(purge(admin, 91, {}) == 1);
    CHECK(tables.client_events.empty());
}

}  // namespace
}  // namespace asterism::telemetry
