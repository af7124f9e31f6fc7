#include <atomic>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include "shells/store/errors.hpp"
#include "tests/store/databases.hpp"

namespace asterism::store::testing {
namespace {

void note(app::Unit& unit, std::string_view type) {
    unit.audit_log().append({{type, true}, noon, {}});
}

std::int64_t count(Engine& engine) {
    std::int64_t out = 0;
    engine.read_db([&](Db& db) {
        out = std::get<0>(db.one<std::int64_t>("SELECT count(*) FROM audit_record").value());
    });
    return out;
}

TEST_CASE_TEMPLATE("engine: what says no or throws leaves nothing", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    engine.write([](app::Unit& unit) {
        note(unit, "refused");
        return false;
    });
    CHECK_THROWS_AS(engine.write([](app::Unit& unit) -> bool {
        note(unit, "thrown");
        throw std::logic_error("a bug");
    }),
                    std::logic_error);
    CHECK(count(engine) == 0);
    engine.write([](app::Unit& unit) {
        note(unit, "kept");
        return true;
    });
    CHECK(count(engine) == 1);
}

TEST_CASE_TEMPLATE("engine: a broken rule of the schema is our bug, and nothing is kept", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    const auto orphan = [](app::Unit& unit) {
        note(unit, "before");
        unit.accounts().set_password_hash(AccountId{404}, "hash", noon);
        return true;
    };
    CHECK_THROWS_AS(database.engine().write(orphan), DbError);
    CHECK(count(database.engine()) == 0);
}

TEST_CASE_TEMPLATE("engine: a failed statement dooms the transaction, whatever follows it", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    CHECK_THROWS(database.engine().write_db([](Db& db) {
        CHECK_THROWS(db.run("INSERT INTO login_try (key, failures, since) VALUES ('k', -1, 0)"));
        db.script("CREATE TABLE another (id @id@)");
        return true;
    }));
    CHECK(count(database.engine()) == 0);
}

TEST_CASE_TEMPLATE("engine: keeps what strangers call their browser, whatever the bytes", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    for (const auto& agent : {std::string("caf\xE9/1.0"), std::string(255, 'a') + "\xC3\xA9"})
        database.engine().write([&](app::Unit& unit) {
            unit.audit_log().append({{"seen", true}, noon, Caller{"::1", agent}});
            return true;
        });
    CHECK(count(database.engine()) == 2);
}

TEST_CASE("engine: a full disk is not our bug, and what was acknowledged is there") {
    SqliteDatabase database;
    auto& engine = database.engine();
    engine.write_db([](Db& db) {
        static_cast<void>(db.one<std::int64_t>("PRAGMA max_page_count = 100"));
        return true;
    });
    std::atomic<int> kept = 0, unavailable = 0, own = 0, bugs = 0;
    std::vector<std::jthread> threads;
    for (int t = 0; t < 16; ++t)
        threads.emplace_back([&, t] {
            for (int n = 0; n < 10; ++n) try {
                    engine.write([&](app::Unit& unit) {
                        if (t == 3) throw std::logic_error("mine");
                        note(unit, t % 2 == 0 ? "small" : std::string(20'000, 'x'));
                        return true;
                    });
                    ++kept;
                } catch (const app::StoreUnavailable&) {
                    ++unavailable;
                } catch (const std::logic_error&) {
                    ++own;
                } catch (const DbError&) {
                    ++bugs;
                }
        });
    threads.clear();
    CHECK(bugs == 0);
    CHECK(unavailable > 0);
    CHECK(kept + unavailable + own == 160);  // works behind the unlucky one are not run
    CHECK(count(engine) == kept);
}

TEST_CASE_TEMPLATE("engine: a reader sees one moment, and never what is not committed", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    engine.read_db([&](Db& db) {
        const auto rows = [&] {
            return std::get<0>(db.one<std::int64_t>("SELECT count(*) FROM audit_record").value());
        };
        CHECK(rows() == 0);
        engine.write([&](app::Unit& unit) {
            note(unit, "later");
            CHECK(count(engine) == 0);
            return true;
        });
        CHECK(rows() == 0);
    });
    CHECK(count(engine) == 1);
}

TEST_CASE_TEMPLATE("engine: a read cannot write", Kind, SqliteDatabase, PostgresDatabase) {
    Kind database;
    CHECK_THROWS(database.engine().read([](app::Unit& unit) { note(unit, "forbidden"); }));
    CHECK(count(database.engine()) == 0);
}

TEST_CASE_TEMPLATE("engine: many writers at once lose nothing, and one who fails fails alone", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    std::atomic<int> failed = 0;
    std::vector<std::jthread> threads;
    for (int t = 0; t < 32; ++t)
        threads.emplace_back([&, t] {
            for (int n = 0; n < 10; ++n) try {
                    database.engine().write([&](app::Unit& unit) {
                        note(unit, "row");
                        if (t % 4 == 1) throw std::runtime_error("mine");
                        return t % 4 != 2;
                    });
                } catch (const std::runtime_error&) {
                    ++failed;
                }
        });
    threads.clear();
    CHECK(failed == 80);
    CHECK(count(database.engine()) == 160);
}

TEST_CASE_TEMPLATE("migrations: are applied once, in order", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Kind database;
    CHECK(database.engine().schema().current());
    database.engine().migrate(noon);
    const auto found = database.engine().schema();
    CHECK(found.applied.size() == migrations().size());
    for (std::size_t i = 0; i < found.applied.size(); ++i)
        CHECK(found.applied[i].number == migrations()[i].number);
}

TEST_CASE_TEMPLATE("migrations: a text that changed and a newer database are refused", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    engine.write_db([](Db& db) {
        db.run("UPDATE schema_migration SET checksum = 'other' WHERE number = 1");
        return true;
    });
    CHECK_THROWS_AS(engine.migrate(noon), SchemaMismatch);
    engine.write_db([](Db& db) {
        db.run("DELETE FROM schema_migration WHERE number = 1");
        db.run(
            "INSERT INTO schema_migration (number, name, checksum, applied_at)"
            " VALUES (9999, 'future', 'x', 0)");
        return true;
    });
    CHECK_THROWS_AS(engine.migrate(noon), DatabaseNewer);
}

TEST_CASE("postgresql: a killed connection costs nothing but itself") {
    PostgresDatabase database;
    auto& engine = database.engine();
    CHECK(count(engine) == 0);
    const auto killed = open_postgres(cluster())->all<bool>(
        "SELECT CASE WHEN pg_terminate_backend(pid) THEN 1 ELSE 0 END FROM pg_stat_activity"
        " WHERE application_name = :name",
        database.schema());
    CHECK_FALSE(killed.empty());
    CHECK(count(engine) == 0);
    engine.write([](app::Unit& unit) {
        note(unit, "after");
        return true;
    });
    CHECK(count(engine) == 1);
}

TEST_CASE("postgresql: a server that is not there is unavailable, not a bug") {
    CHECK_THROWS_AS(open_store("postgresql:///none?host=/nonexistent")->ping(),
                    app::StoreUnavailable);
}

TEST_CASE("open_store: refuses what it does not know, and files that cannot be") {
    CHECK_THROWS_AS(open_store("mysql://x"), std::invalid_argument);
    CHECK_THROWS_AS(open_store("sqlite:/nonexistent/x.db"), app::StoreUnavailable);
}

TEST_CASE("engine: a damaged file of SQLite is told from a sound one") {
    SqliteDatabase database;
    for (int i = 0; i < 300; ++i)
        database.engine().write([&](app::Unit& unit) {
            note(unit, "event");
            return true;
        });
    CHECK(database.engine().damage().empty());
    database.engine().checkpoint();
    const auto copy = database.file() + ".damaged";
    std::filesystem::copy_file(database.file(), copy);
    const auto size = std::filesystem::file_size(copy);
    std::fstream file(copy, std::ios::in | std::ios::out | std::ios::binary);
    for (auto at = size / 4096 / 2; at < size / 4096; ++at) {
        file.seekp(static_cast<std::streamoff>(at * 4096));
        file << std::string(64, '\xFF');
    }
    file.close();
    const auto told = [&]() -> std::string {
        try {
            return open_store("sqlite:" + copy)->damage();
        } catch (const DbError& failure) {  // so damaged that it does not even open
            return failure.what();
        }
    }();
    CHECK_FALSE(told.empty());
}

}  // namespace
}  // namespace asterism::store::testing
