#include <atomic>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include "shells/store/tasks.hpp"
#include "tests/store/place_rows.hpp"

namespace asterism::store::testing {
namespace {

constexpr std::chrono::seconds minute{60};

void add(Engine& engine, const std::string& payload, const std::string& lane = "",
         const std::string& key = "", Instant due = noon) {
    engine.write([&](app::Unit& unit) {
        unit.tasks().add({"test.task", lane, key, payload, due});
        return true;
    });
}

constexpr auto nothing = [](app::Unit&) {};

std::vector<std::string> payloads(const std::vector<app::LeasedTask>& tasks) {
    std::vector<std::string> out;
    for (const auto& task : tasks) out.push_back(task.payload);
    return out;
}

using Words = std::vector<std::string>;

TEST_CASE_TEMPLATE("tasks: are leased when they are due, and once", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Kind database;
    SqlTaskQueue queue(database.engine());
    CHECK_FALSE(queue.next_due());
    add(database.engine(), "now");
    add(database.engine(), "later", "", "", noon + minute);
    CHECK(queue.next_due() == noon);
    CHECK(queue.lease(noon - minute, minute, 9).empty());
    CHECK(payloads(queue.lease(noon, minute, 9)) == Words{"now"});
    CHECK(queue.lease(noon, minute, 9).empty());
    CHECK(payloads(queue.lease(noon + minute, minute, 9)) == Words{"now", "later"});
}

TEST_CASE_TEMPLATE("tasks: of a lane the oldest comes first, until it is settled", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    SqlTaskQueue queue(database.engine());
    for (const auto* payload : {"a1", "a2"}) add(database.engine(), payload, "a");
    add(database.engine(), "b1", "b");
    const auto first = queue.lease(noon, minute, 9);
    CHECK(payloads(first) == Words{"a1", "b1"});
    queue.postpone(first[0], noon + minute, "no", nothing);
    queue.finish(first[1], nothing);
    CHECK(queue.lease(noon, minute, 9).empty());
    const auto again = queue.lease(noon + minute, minute, 9);
    CHECK(payloads(again) == Words{"a1"});
    CHECK(again[0].attempts == 2);
    queue.bury(again[0], "never", nothing);
    CHECK(payloads(queue.lease(noon + minute, minute, 9)) == Words{"a2"});
}

TEST_CASE_TEMPLATE("tasks: a lease that ran out settles nothing", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Kind database;
    SqlTaskQueue queue(database.engine());
    add(database.engine(), "slow");
    const auto lost = queue.lease(noon, minute, 9).at(0);
    const auto taken = queue.lease(noon + minute, minute, 9).at(0);
    bool recorded = false;
    const auto record = [&](app::Unit&) { recorded = true; };
    queue.finish(lost, record);
    queue.postpone(lost, noon, "late", record);
    queue.bury(lost, "late", record);
    CHECK_FALSE(recorded);
    queue.finish(taken, record);
    CHECK(recorded);
    CHECK_FALSE(queue.next_due());
}

TEST_CASE_TEMPLATE("tasks: with one key the newest wins, even over one at work", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    SqlTaskQueue queue(database.engine());
    add(database.engine(), "old", "", "key");
    const auto at_work = queue.lease(noon, minute, 9).at(0);
    add(database.engine(), "new", "", "key");
    queue.finish(at_work, nothing);
    CHECK(payloads(queue.lease(noon, minute, 9)) == Words{"new"});
}

TEST_CASE_TEMPLATE("tasks: what is noted at the end is kept with it or not at all", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    SqlTaskQueue queue(database.engine());
    add(database.engine(), "x");
    const auto task = queue.lease(noon, minute, 9).at(0);
    CHECK_THROWS(queue.finish(task, [](app::Unit&) { throw std::runtime_error("no"); }));
    CHECK(queue.next_due());
}

TEST_CASE_TEMPLATE("tasks: two workers never have the same one", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Kind database;
    for (int i = 0; i < 60; ++i) add(database.engine(), std::to_string(i));
    std::atomic<int> done = 0;
    std::vector<std::jthread> workers;
    for (int i = 0; i < 4; ++i)
        workers.emplace_back([&] {
            const auto mine = database.another();
            SqlTaskQueue queue(*mine);
            for (auto tasks = queue.lease(noon, minute, 7); !tasks.empty();
                 tasks = queue.lease(noon, minute, 7))
                for (const auto& task : tasks) queue.finish(task, [&](app::Unit&) { ++done; });
        });
    workers.clear();
    CHECK(done == 60);
}

TEST_CASE_TEMPLATE("messages: are found, listed and recorded", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Kind database;
    database.engine().write([](app::Unit& unit) {
        mail::Draft draft;
        draft.to = "a@example.org";
        draft.text = "line\nline \xE2\x98\xBE";
        draft.unique = "u1";
        const auto id = unit.messages().add(draft, noon);
        draft.unique = "u2";
        unit.messages().add(draft, noon);
        unit.messages().record(id, mail::State::failed, "refused");
        const auto found = unit.messages().find(id);
        CHECK(found->draft.text == draft.text);
        CHECK(found->state == mail::State::failed);
        CHECK(found->attempts == 1);
        CHECK(found->last_error == "refused");
        CHECK(unit.messages().latest(1).at(0).draft.unique == "u2");
        unit.messages().record(id, mail::State::sent, "");
        CHECK(unit.messages().find(id)->draft.text.empty());
        CHECK(unit.messages().find(id)->attempts == 2);
        return true;
    });
}

/// How many of our sessions wait for a lock that another has.
std::int64_t waiting(PostgresDatabase& database) {
    std::int64_t out = 0;
    database.engine().read_db([&](Db& db) {
        out = std::get<0>(*db.one<std::int64_t>(
            "SELECT count(*) FROM pg_stat_activity WHERE application_name = :name"
            " AND wait_event_type = 'Lock'",
            database.schema()));
    });
    return out;
}

TEST_CASE(
    "tasks: who asks for one and who does it hold things in one order, and never each other") {
    PostgresDatabase database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    const auto place = put(engine, hill(ada));
    const auto bob = added(engine, "bob");
    SqlTaskQueue queue(engine);
    const auto name = std::to_string(bob.value);
    const auto ask = [&](app::Unit& unit) {
        unit.tasks().add({"badge.evaluate", "", name, name, noon});
    };
    engine.write([&](app::Unit& unit) { return ask(unit), true; });
    const auto task = queue.lease(noon, minute, 1).at(0);
    std::atomic<int> visits = 0;
    std::atomic<int> judgements = 0;
    std::jthread judge;
    // The visit has the account; the judgement of it begins, and comes to where it has to wait; and
    // then the visit asks for the same task.
    engine.write([&](app::Unit& unit) {
        ++visits;
        unit.visits().add(bob, place, noon);
        if (!judge.joinable())
            judge = std::jthread([&] {
                queue.finish(task, [&](app::Unit& other) {
                    ++judgements;
                    other.awards().hold(bob);
                    other.awards().add(bob, {1}, noon);
                });
            });
        while (visits == 1 && waiting(database) == 0) std::this_thread::yield();
        ask(unit);
        return true;
    });
    judge.join();
    CHECK(visits == 1);  // more where one of them had to give way
    CHECK(judgements == 1);
    CHECK(queue.lease(noon, minute, 9).size() == 1);  // asked for anew, it is done anew
    engine.read([&](app::Unit& unit) { CHECK(unit.awards().of(bob).empty()); });
}

}  // namespace
}  // namespace asterism::store::testing
