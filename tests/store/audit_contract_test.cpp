#include <thread>

#include <doctest/doctest.h>

#include "libcore/audit/faults.hpp"
#include "libcore/audit/use_cases.hpp"
#include "tests/fakes/secrets.hpp"
#include "tests/fakes/slug.hpp"
#include "tests/store/databases.hpp"

namespace asterism::store::testing {
namespace {

using audit::Break;
using audit::Verdict;
using std::chrono::minutes;

const Actor admin{AccountId{}, Role::admin};
const tests::PlainSealer sealer;

void note(Engine& engine, std::string_view type, Instant at = noon) {
    engine.write([&](app::Unit& unit) {
        unit.audit_log().append({{type, true, AccountId{7}, "ada", "reason=x"},
                                 at,
                                 {.address = "192.0.2.1", .agent = "T", .request_id = "r1"}});
        return true;
    });
}

std::string seal(Engine& engine, std::int64_t limit = 500) {
    std::string out;
    engine.write([&](app::Unit& unit) {
        const auto done = audit::seal_audit(admin, sealer, unit.ledger(), {limit});
        out = done ? std::to_string(done->sealed) : tests::slug(done);
        return static_cast<bool>(done);
    });
    return out;
}

Verdict verify(Engine& engine, const audit::VerifyAudit& input = {}) {
    Verdict out;
    engine.read(
        [&](app::Unit& unit) { out = *audit::verify_audit(admin, sealer, unit.ledger(), input); });
    return out;
}

/// What somebody does who has the database and no key: the triggers do not stop him.
void tamper(Engine& engine, std::string_view statements) {
    engine.write_db([&](Db& db) {
        db.script(
            "-- only sqlite\nDROP TRIGGER IF EXISTS audit_record_fixed;\n"
            "DROP TRIGGER IF EXISTS audit_record_kept;\n"
            "-- only postgresql\nALTER TABLE audit_record DISABLE TRIGGER USER;\n");
        db.script(statements);
        return true;
    });
}

template <class Kind>
struct Sealed {
    Sealed() {
        for (int i = 0; i < 10; ++i) note(database.engine(), "event", noon + minutes{i * 200});
        seal(database.engine());
    }

    void finds(std::string_view statements, Break what, std::int64_t position,
               std::optional<std::int64_t> record) {
        tamper(database.engine(), statements);
        const auto verdict = verify(database.engine());
        CHECK_FALSE(verdict.sound);
        REQUIRE(verdict.broken);
        CHECK(*verdict.broken == what);
        CHECK(verdict.position == position);
        CHECK((verdict.record ? std::optional(verdict.record->value) : std::nullopt) == record);
        CHECK_FALSE(verdict.about.empty());
    }

    Kind database;
};

TEST_CASE_TEMPLATE("audit: what is sealed is sound, and what is not is counted apart", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Sealed<Kind> log;
    auto& engine = log.database.engine();
    note(engine, "new");
    const auto verdict = verify(engine);
    CHECK(verdict.sound);
    CHECK(verdict.checked == 10);
    CHECK(verdict.unsealed == 1);
    CHECK(verdict.last_position == 10);
    CHECK(seal(engine) == "1");
    CHECK(seal(engine) == "0");
    CHECK(verify(engine).last_position == 11);
    CHECK(verify(engine).unsealed == 0);
}

TEST_CASE_TEMPLATE("audit: a part of the days is followed by itself", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Sealed<Kind> log;
    auto& engine = log.database.engine();
    using namespace std::chrono;
    const Date second = 2026y / March / 2;
    CHECK(verify(engine, {second, {}}).checked == 6);
    CHECK(verify(engine, {{}, 2026y / March / 1}).checked == 4);
    tamper(engine, "UPDATE audit_record SET handle = 'eve' WHERE position = 2;");
    CHECK(verify(engine, {second, {}}).sound);
    CHECK_FALSE(verify(engine, {{}, 2026y / March / 1}).sound);
}

TEST_CASE_TEMPLATE("audit: a changed row is found", Kind, SqliteDatabase, PostgresDatabase) {
    Sealed<Kind>().finds("UPDATE audit_record SET handle = 'eve' WHERE position = 4;",
                         Break::changed, 4, 4);
}

TEST_CASE_TEMPLATE("audit: a missing row is found", Kind, SqliteDatabase, PostgresDatabase) {
    Sealed<Kind>().finds("DELETE FROM audit_record WHERE position = 4;", Break::missing, 4, {});
}

TEST_CASE_TEMPLATE("audit: rows cut off at the end are found", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Sealed<Kind>().finds("DELETE FROM audit_record WHERE position > 8;", Break::missing, 9, {});
}

TEST_CASE_TEMPLATE("audit: the end moved back is found, and nothing is sealed after it", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Sealed<Kind> log;
    log.finds(
        "DELETE FROM audit_record WHERE position > 8;"
        "UPDATE audit_head SET position = 8, seal = (SELECT seal FROM audit_record"
        " WHERE position = 8) WHERE id = 1;",
        Break::changed, 8, {});
    note(log.database.engine(), "new");
    CHECK(seal(log.database.engine()) == "audit_head_forged");
}

TEST_CASE_TEMPLATE("audit: a row put in is found", Kind, SqliteDatabase, PostgresDatabase) {
    Sealed<Kind>().finds(
        "UPDATE audit_record SET position = position + 1000 WHERE position > 4;"
        "UPDATE audit_record SET position = position - 999 WHERE position > 1000;"
        "INSERT INTO audit_record (id, at, type, success, handle, address, agent, metadata,"
        " position, code, seal) SELECT 99, at, type, success, handle, address, agent, metadata, 5,"
        " code, seal FROM audit_record WHERE position = 4;",
        Break::inserted, 5, 99);
}

TEST_CASE_TEMPLATE("audit: rows that changed places are found", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Sealed<Kind>().finds(
        "UPDATE audit_record SET position = 1000 WHERE position = 3;"
        "UPDATE audit_record SET position = 3 WHERE position = 7;"
        "UPDATE audit_record SET position = 7 WHERE position = 1000;",
        Break::reordered, 3, 7);
}

TEST_CASE_TEMPLATE("audit: an anchor for rows that were never archived is found", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Sealed<Kind>().finds(
        "INSERT INTO audit_anchor (first, last, day, seal, file, digest, made_at, proof)"
        " SELECT 1, 5, 0, seal, 'f', 'd', 0, 'p' FROM audit_record WHERE position = 5;"
        "DELETE FROM audit_record WHERE position <= 5;",
        Break::archive, 1, {});
}

TEST_CASE_TEMPLATE("audit: another key seals nothing", Kind, SqliteDatabase, PostgresDatabase) {
    Sealed<Kind> log;

    struct Other : audit::Sealer {
        std::string seal(std::string_view text) const override {
            return sealer.seal("other" + std::string(text));
        }
    };

    note(log.database.engine(), "new");
    log.database.engine().write([&](app::Unit& unit) {
        CHECK(tests::slug(audit::seal_audit(admin, Other{}, unit.ledger(), {})) ==
              "other_audit_key");
        return false;
    });
}

TEST_CASE_TEMPLATE("audit: a row is not changed and not deleted by any other statement", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Sealed<Kind> log;
    auto& engine = log.database.engine();
    note(engine, "new");
    CHECK_THROWS_AS(engine.write_db([](Db& db) {
        db.run("UPDATE audit_record SET handle = 'eve' WHERE position = 3");
        return true;
    }),
                    DbError);
    CHECK_THROWS_AS(engine.write_db([](Db& db) {
        db.run(
            "UPDATE audit_record SET handle = 'eve', position = 50, seal = 's'"
            " WHERE position IS NULL");
        return true;
    }),
                    DbError);
    CHECK_THROWS_AS(engine.write_db([](Db& db) {
        db.run("DELETE FROM audit_record");
        return true;
    }),
                    DbError);
    CHECK(verify(engine).sound);
    CHECK(verify(engine).unsealed == 1);
}

TEST_CASE_TEMPLATE("audit: a row committed late gets a later place, and none is lost", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto writer = [&] {
        const auto own = database.another();
        for (int i = 0; i < 30; ++i) note(*own, "event");
    };
    {
        const std::jthread one(writer);
        const std::jthread two(writer);
        const std::jthread other([&] {
            const auto own = database.another();
            for (int i = 0; i < 20; ++i) seal(*own, 7);
        });
        for (int i = 0; i < 20; ++i) seal(engine, 5);
    }
    while (seal(engine) != "0") {
    }
    const auto verdict = verify(engine);
    CHECK(verdict.sound);
    CHECK(verdict.checked == 60);
}

TEST_CASE_TEMPLATE("audit: is listed by what is asked for, the newest first, in pages", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    for (int i = 0; i < 5; ++i) note(engine, i % 2 == 0 ? "even" : "odd", noon + minutes{i});
    engine.read([&](app::Unit& unit) {
        const auto ids = [&](const audit::ListAudit& input) {
            std::vector<std::int64_t> out;
            const auto page = audit::list_audit(admin, sealer, unit.ledger(), input);
            for (const auto& each : page->items) out.push_back(each.id.value);
            return out;
        };
        using Ids = std::vector<std::int64_t>;
        CHECK(ids({}) == Ids{5, 4, 3, 2, 1});
        CHECK(ids({.type = "odd"}) == Ids{4, 2});
        CHECK(ids({.user = "ada", .limit = 2}) == Ids{5, 4});
        CHECK(ids({.user = "bob"}).empty());
        CHECK(ids({.address = "192.0.2.1", .since = noon + minutes{3}}) == Ids{5, 4});
        CHECK(ids({.until = noon + minutes{1}}) == Ids{1});
        CHECK(ids({.before = audit::RecordId{3}}) == Ids{2, 1});
        CHECK(ids({.type = "' OR 1=1 --"}).empty());
        const auto page = *audit::list_audit(admin, sealer, unit.ledger(), {.limit = 2});
        CHECK(page.next == audit::RecordId{4});
        CHECK(page.items[0].message == "Even.");
        CHECK(page.items[0].request_id == "r1");
        CHECK(page.items[0].metadata.at(0).value == "x");
        CHECK(tests::slug(audit::list_audit({AccountId{1}}, sealer, unit.ledger(), {})) ==
              "staff_only");
        CHECK(tests::slug(audit::list_audit(admin, sealer, unit.ledger(), {.limit = 201})) ==
              "bad_limit");
    });
}

TEST_CASE_TEMPLATE("audit: what the log cannot take does not come about, and may be tried again",
                   Kind, SqliteDatabase, PostgresDatabase) {
    Kind database;
    CHECK_THROWS_AS(database.engine().write([](app::Unit& unit) {
        unit.lockouts().hold("key");
        unit.audit_log().append({{"", true}, noon, {}});  // the schema wants a type
        return true;
    }),
                    app::StoreUnavailable);
    database.engine().read_db([](Db& db) {
        CHECK(std::get<0>(*db.one<std::int64_t>("SELECT count(*) FROM login_try")) == 0);
    });
}

}  // namespace
}  // namespace asterism::store::testing
