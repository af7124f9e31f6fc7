#include "shells/store/group_writer.hpp"

#include <atomic>
#include <stdexcept>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include "tests/store/databases.hpp"

namespace asterism::store::testing {
namespace {

TEST_CASE("group writer: what one work saw of the others is what is kept of them") {
    SqliteDatabase database;
    auto& engine = database.engine();
    engine.write_db([](Db& db) {
        db.script("CREATE TABLE tally (n INTEGER PRIMARY KEY, said INTEGER)");
        return true;
    });
    std::atomic<int> kept = 0;
    std::vector<std::jthread> threads;
    for (int t = 0; t < 32; ++t)
        threads.emplace_back([&, t] {
            for (int n = 0; n < 20; ++n) try {
                    bool stays = false;
                    engine.write_db([&](Db& db) {
                        const auto seen =
                            std::get<0>(*db.one<std::int64_t>("SELECT count(*) FROM tally"));
                        if (t % 4 == 0) return false;  // had done nothing yet
                        db.run("INSERT INTO tally (n, said) VALUES (:n, :said)", seen + 1, seen);
                        if (t % 4 == 1 && n % 5 == 0) throw std::runtime_error("mine");
                        stays = t % 4 != 2 || n % 5 != 0;
                        return stays;
                    });
                    kept += stays ? 1 : 0;
                } catch (const std::runtime_error&) {
                }
        });
    threads.clear();
    CHECK(kept == 8 * 20 + 16 * 16);
    engine.read_db([&](Db& db) {
        const auto [rows, last, wrong] = *db.one<std::int64_t, std::int64_t, std::int64_t>(
            "SELECT count(*), max(n), sum(said <> n - 1) FROM tally");
        CHECK(rows == kept);
        CHECK(last == kept);
        CHECK(wrong == 0);
    });
}

TEST_CASE("group writer: tables that one work makes and does not keep are gone for the others") {
    SqliteDatabase database;
    auto& engine = database.engine();
    std::vector<std::jthread> threads;
    for (int t = 0; t < 16; ++t)
        threads.emplace_back([&, t] {
            engine.write_db([&](Db& db) {
                if (t % 2 == 1) db.script("CREATE TABLE fleeting (n INTEGER)");
                return false;
            });
        });
    threads.clear();
    engine.read_db([](Db& db) {
        CHECK_FALSE(db.one<std::int64_t>("SELECT 1 FROM sqlite_master WHERE name = 'fleeting'"));
    });
}

}  // namespace
}  // namespace asterism::store::testing
