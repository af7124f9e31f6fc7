#include <doctest/doctest.h>

#include "tests/store/history.hpp"

namespace asterism::store::testing {
namespace {

std::string lines(const badges::AwardDifferences& found) {
    std::string out;
    for (const auto& each : found.differences)
        out += each.handle +
               (each.change == badges::AwardChange::award ? " lacks " : " should not have ") +
               each.slug + "\n";
    return out;
}

TEST_CASE_TEMPLATE("badges: after 5,000 events rows say what the events did", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Kind database;
    History history(database.engine());
    int batches = 0;
    while (history.taken < 5'000) {
        history.step();
        if (history.taken / 1'000 == batches) continue;
        batches = history.taken / 1'000;
        history.rest();
        CHECK(lines(history.recompute(true)) == "");
    }
    history.rest();
    const auto found = history.recompute(true);
    CHECK(lines(found) == "");
    CHECK(found.accounts >= 20);
    CHECK(history.awards() > 100);  // or the history was one in which nothing happens
    for (const auto& [kind, times] : history.kinds) CHECK_MESSAGE(times >= 5, kind);
}

TEST_CASE_TEMPLATE("badges: what was not judged is found, and made good once", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Kind database;
    History history(database.engine());
    history.works = false;
    while (history.taken < 300) history.step();
    const auto told = history.recompute(true).differences.size();
    CHECK(told > 0);
    CHECK(history.recompute(false).differences.size() == told);
    CHECK(history.recompute(true).differences.empty());
    history.rest();
    CHECK(history.recompute(true).differences.empty());
}

}  // namespace
}  // namespace asterism::store::testing
