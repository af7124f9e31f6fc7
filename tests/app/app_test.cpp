#include "shells/app/app.hpp"

#include <doctest/doctest.h>

#include "tests/app/stand.hpp"
#include "tests/fakes/even_map.hpp"

namespace asterism::app {
namespace {

constexpr Fault no_luck{"no_luck", Kind::conflict, "Not this time."};

struct Wish {
    bool granted = true;
    bool noted = true;
};

void note(const accounts::Run& run, const Wish& wish) {
    if (wish.noted) run.trail.note({"wished", wish.granted});
}

Result<Done> outcome(const Wish& wish) {
    if (wish.granted) return Done{};
    return no_luck;
}

Result<Done> write_wish(const accounts::Run& run, Tasks& tasks, const Wish& wish) {
    tasks.add({"wish", {}, {}, {}, run.now.at});
    note(run, wish);
    return outcome(wish);
}

Result<Done> read_wish(const accounts::Run& run, const accounts::Accounts& accounts,
                       const Wish& wish) {
    (void)accounts.count_admins();
    note(run, wish);
    return outcome(wish);
}

Result<Done> personal_wish(Actor, Tasks& tasks, const Wish&) {
    tasks.add({"wish", {}, {}, {}, {}});
    return Done{};
}

Result<sky::GlowKnown> look_at_map(const sky::LightMap& map, const Wish&) {
    return map.at({{46}, {14}}, sky::Sampling::nearest).known;
}

Result<std::chrono::seconds> look_at_clock(const sky::Zones& zones, const Wish&) {
    return zones.stretch("Europe/Ljubljana", Stand::noon)->offset;
}

Result<Done> broken_wish(Tasks& tasks, const Wish&) {
    tasks.add({"wish", {}, {}, {}, {}});
    throw std::runtime_error("a bug");
}

}  // namespace

TEST_CASE_FIXTURE(Stand, "app: a success and its audit rows are one transaction") {
    CHECK(slug(app.run<&write_wish>(call(), Wish{})) == "ok");
    CHECK(store.writes == 1);
    CHECK(store.commits == 1);
    CHECK(store.tables.tasks.size() == 1);
    REQUIRE(audit().size() == 1);
    CHECK(audit()[0].event.type == "wished");
    CHECK(audit()[0].caller.address == "192.0.2.7");
    CHECK(audit()[0].at == noon);
    CHECK(store.tables.tasks[0].due == noon);  // one run, one time
}

TEST_CASE_FIXTURE(Stand, "app: a refusal is undone, what it noted is committed by itself") {
    CHECK(slug(app.run<&write_wish>(call(), Wish{.granted = false})) == "no_luck");
    CHECK(store.tables.tasks.empty());
    CHECK(store.writes == 2);
    CHECK(store.commits == 1);
    REQUIRE(audit().size() == 1);
    CHECK_FALSE(audit()[0].event.success);
    CHECK(audit()[0].at == noon);
}

TEST_CASE_FIXTURE(Stand, "app: a refusal that noted nothing commits nothing") {
    CHECK(slug(app.run<&write_wish>(call(), Wish{false, false})) == "no_luck");
    CHECK(store.writes == 1);
    CHECK(store.commits == 0);
}

TEST_CASE_FIXTURE(Stand, "app: who only reads opens a transaction that cannot write") {
    CHECK(slug(app.run<&read_wish>(call(), Wish{true, false})) == "ok");
    CHECK(store.reads == 1);
    CHECK(store.writes == 0);
    for (const bool granted : {true, false}) {
        CHECK(slug(app.run<&read_wish>(call(), Wish{granted, true})) ==
              (granted ? "ok" : "no_luck"));
        CHECK(store.writes == (granted ? 1 : 2));  // what it noted is kept even so
    }
    CHECK(audit().size() == 2);
}

TEST_CASE_FIXTURE(Stand, "app: a commit that fails leaves no success behind, and no audit row") {
    store.fail_at_commit = 1;
    CHECK_THROWS_AS((void)app.run<&write_wish>(call(), Wish{}), StoreUnavailable);
    CHECK(store.tables.tasks.empty());
    CHECK(audit().empty());
}

TEST_CASE_FIXTURE(Stand, "app: a refusal whose trail cannot be kept is not answered as one") {
    store.fail_at_commit = 1;
    CHECK_THROWS_AS((void)app.run<&write_wish>(call(), Wish{.granted = false}), StoreUnavailable);
    CHECK(audit().empty());
}

TEST_CASE_FIXTURE(Stand, "app: work that the store asks for again is told once") {
    store.restarts = 3;
    CHECK(slug(app.run<&write_wish>(call(), Wish{})) == "ok");
    CHECK(store.writes == 4);
    CHECK(store.tables.tasks.size() == 1);
    CHECK(audit().size() == 1);
}

TEST_CASE_FIXTURE(Stand, "app: a bug rolls back and is passed on") {
    CHECK_THROWS_WITH((void)app.run<&broken_wish>(call(), Wish{}), "a bug");
    CHECK(store.tables.tasks.empty());
    CHECK_FALSE(store.open());
}

TEST_CASE_FIXTURE(Stand, "app: who needs an actor is not run without one") {
    CHECK(slug(app.run<&personal_wish>(call(), Wish{})) == "sign_in_required");
    CHECK(store.writes == 0);
    actor = Actor{AccountId{1}};
    CHECK(slug(app.run<&personal_wish>(call(), Wish{})) == "ok");
}

TEST_CASE_FIXTURE(Stand,
                  "app: a try is committed before its hash, and no transaction is open then") {
    settle("ada");
    int seen = 0;
    hasher.on_call = [&] {
        ++seen;
        CHECK_FALSE(store.open());
        CHECK(store.commits == 1);
        REQUIRE(store.tables.lockouts.size() == 1);
        CHECK(store.tables.lockouts.begin()->second.failures == 1);
    };
    CHECK(slug(ask("log_in", log_in_right)) == "ok");
    CHECK(seen == 1);
    CHECK(store.tables.lockouts.empty());
}

TEST_CASE_FIXTURE(Stand, "app: every use case that hashes does so with no transaction open") {
    actor = Actor{settle("root", true, Role::admin), Role::admin};
    int seen = 0;
    hasher.on_call = [&] {
        ++seen;
        CHECK_FALSE(store.open());
    };
    CHECK(slug(ask("register_account", sign_up_ada)) == "ok");
    CHECK(slug(ask("add_account",
                   R"({"handle":"bob","email":"b@x.org","password":"Nebul4Qz!"})")) == "ok");
    CHECK(slug(ask("change_password",
                   R"({"current_password":"Nebul4Qz!","new_password":"An0ther!!"})")) == "ok");
    CHECK(slug(ask("log_in", R"({"identifier":"nobody","password":"x"})")) == "bad_credentials");
    CHECK(seen == 5);  // changing takes two: one to look, one to make
}

TEST_CASE_FIXTURE(Stand, "app: what would be refused anyway is refused before a hash is paid for") {
    settle("ada");
    CHECK(slug(ask("register_account", sign_up_ada)) == "handle_taken");
    CHECK(hasher.hashes == 0);
    for (int i = 0; i < 5; ++i) (void)ask("log_in", log_in_wrong);
    const int verifies = hasher.verifies;
    CHECK(slug(ask("log_in", log_in_right)) == "login_locked");
    CHECK(hasher.verifies == verifies);
}

TEST_CASE_FIXTURE(Stand, "app: every refused log-in is in the audit log once") {
    settle("ada");
    for (int i = 0; i < 6; ++i) CHECK_FALSE(ask("log_in", log_in_wrong));
    REQUIRE(audit().size() == 6);
    for (std::size_t i = 0; i < 6; ++i)
        CHECK(audit()[i].event.type == (i == 4 ? "login_locked" : "login_failed"));
    CHECK(audit()[4].event.metadata == "reason=exceeded_failure_limit");
    CHECK(audit()[5].event.metadata == "reason=account_locked");
}

TEST_CASE_FIXTURE(Stand, "app: a name that nobody has is in the audit log as a code") {
    settle("ada");
    (void)ask("log_in", R"({"identifier":"Correct.Horse7","password":"ada"})");
    (void)ask("log_in", R"({"identifier":" correct.horse7","password":"ada"})");
    (void)ask("log_in", log_in_wrong);
    REQUIRE(audit().size() == 3);
    CHECK(audit()[0].event.handle == audit::name_code(sealer, "correct.horse7"));
    CHECK(audit()[1].event.handle == audit()[0].event.handle);
    CHECK(audit()[2].event.handle == "ada");
}

TEST_CASE_FIXTURE(Stand, "app: who may not leaves one trace, who was noted anyway no second one") {
    const auto id = settle("ada");
    actor = Actor{id};
    CHECK(slug(ask("lock_account", R"({"handle":"ada"})")) == "admins_only");
    REQUIRE(audit().size() == 1);
    CHECK(audit()[0].event.type == "permission_denied");
    CHECK(audit()[0].event.account == id);
    CHECK(audit()[0].event.handle == "ada");
    CHECK(slug(ask("change_password",
                   R"({"current_password":"wrong","new_password":"An0ther!!"})")) ==
          "wrong_password");
    REQUIRE(audit().size() == 2);
    CHECK(audit()[1].event.type == "password_change_failed");
}

TEST_CASE_FIXTURE(Stand, "app: nobody signs in whose signing in cannot be noted") {
    settle("ada");
    store.calls.fail_on_append = true;
    CHECK(slug(ask("log_in", log_in_right)) == "store_unavailable");
    CHECK_FALSE(answer.opened);
    CHECK(answer.text.empty());
    CHECK(store.tables.sessions.empty());
    CHECK(slug(ask("log_in", log_in_wrong)) == "store_unavailable");
}

TEST_CASE_FIXTURE(Stand, "app: whoever asks for time zones gets the world's, or is told later") {
    CHECK(*app.run<&look_at_clock>(call(), Wish{}) == std::chrono::seconds{0});
    App without(store, {[] { return noon; }, entropy, fingerprint, hasher, sealer});
    CHECK_THROWS_AS((void)without.run<&look_at_clock>(call(), Wish{}), NoZones);
    const auto refused = guarded([&]() -> Result<Done> {
        (void)without.run<&look_at_clock>(call(), Wish{});
        return Done{};
    });
    CHECK(slug(refused) == "time_zones_unavailable");
    CHECK(store.reads + store.writes == 0);
}

TEST_CASE_FIXTURE(Stand,
                  "app: whoever asks for a light map gets the world's, or one without data") {
    CHECK(*app.run<&look_at_map>(call(), Wish{}) == sky::GlowKnown::unavailable);
    const tests::EvenMap map;
    World world{[] { return noon; }, entropy, fingerprint, hasher, sealer};
    world.light_map = &map;
    App with_map(store, world);
    CHECK(*with_map.run<&look_at_map>(call(), Wish{}) == sky::GlowKnown::yes);
    CHECK(store.reads + store.writes == 0);
}

}  // namespace asterism::app
