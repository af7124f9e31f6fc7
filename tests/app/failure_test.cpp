#include <doctest/doctest.h>

#include "tests/app/stand.hpp"

namespace asterism::app {
namespace {

/// How much a store holds, table by table.
std::vector<std::size_t> sizes(const tests::Tables& tables) {
    return {tables.accounts.size(), tables.sessions.size(), tables.tickets.size(),
            tables.messages.size(), tables.tasks.size()};
}

/// Lets the n-th port call fail, before or after it did its work, for every n there is; each time
/// the store must be as before or, where the try alone was committed, but for that.
void fail_everywhere(std::string_view name, std::string_view input, void (*prepare)(Stand&)) {
    Stand sound;
    prepare(sound);
    sound.store.calls.count = 0;
    REQUIRE(sound.ask(name, input));
    const int calls = sound.store.calls.count;
    REQUIRE(calls > 3);
    for (int n = 1; n <= calls; ++n)
        for (const bool after : {false, true}) {
            CAPTURE(n);
            CAPTURE(after);
            Stand stand;
            prepare(stand);
            const auto before = sizes(stand.store.tables);
            stand.store.calls.count = 0;
            (after ? stand.store.calls.fail_after : stand.store.calls.fail_before) = n;
            CHECK(slug(stand.ask(name, input)) == "store_unavailable");
            CHECK(sizes(stand.store.tables) == before);
            CHECK(stand.audit().empty());
            CHECK(stand.answer.text.empty());
            CHECK_FALSE(stand.answer.opened);
            CHECK_FALSE(stand.store.open());
            stand.store.calls.fail_after = stand.store.calls.fail_before =
                tests::FailingCalls::never;
            CHECK(slug(stand.ask(name, input)) == "ok");
            CHECK(sizes(stand.store.tables) == sizes(sound.store.tables));
            CHECK(stand.audit().size() == 1);
        }
}

}  // namespace

TEST_CASE("register_account: is done whole or not at all, whichever port call fails") {
    fail_everywhere("register_account", sign_up_ada, [](Stand&) {});
}

TEST_CASE("log_in: is done whole or not at all, whichever port call fails") {
    fail_everywhere("log_in", log_in_right, [](Stand& stand) { stand.settle("ada"); });
}

TEST_CASE("change_password: is done whole or not at all, whichever port call fails") {
    fail_everywhere("change_password",
                    R"({"current_password":"Nebul4Qz!","new_password":"An0ther!!"})",
                    [](Stand& stand) { stand.actor = Actor{stand.settle("ada")}; });
}

TEST_CASE("log_in: a commit that fails at either stage opens no session") {
    for (const int commit : {1, 2}) {
        CAPTURE(commit);
        Stand stand;
        stand.settle("ada");
        stand.store.fail_at_commit = commit;
        CHECK(slug(stand.ask("log_in", log_in_right)) == "store_unavailable");
        CHECK(stand.store.tables.sessions.empty());
        CHECK(stand.store.tables.lockouts.size() == (commit == 1 ? 0 : 1));
        CHECK(stand.audit().empty());
        CHECK(stand.hasher.verifies == commit - 1);
    }
}

}  // namespace asterism::app
