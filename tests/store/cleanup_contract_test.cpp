#include <doctest/doctest.h>

#include "libcore/accounts/cleanup.hpp"
#include "shells/store/timetable.hpp"
#include "tests/store/databases.hpp"

namespace asterism::store::testing {
namespace {

using namespace std::chrono_literals;
using accounts::Leftover;
using std::chrono::days;

AccountId add(app::Unit& unit, const std::string& handle, Instant at, bool verified = false,
              bool system = false) {
    accounts::Account account;
    account.uid = account.handle = handle;
    account.email = account.email_as_given = handle + "@example.org";
    account.created_at = at;
    account.system = system;
    if (verified) account.email_verified_at = at;
    return unit.accounts().add({account, "hash"}).value();
}

TEST_CASE_TEMPLATE("leftovers: only accounts of strangers whose address was never proved go", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    database.engine().write([](app::Unit& unit) {
        const auto old = add(unit, "old", noon - days{31});
        add(unit, "new", noon - days{29});
        add(unit, "verified", noon - days{31}, true);
        add(unit, "system", noon - days{31}, false, true);
        // Where nobody has to prove an address, who has signed in uses the account.
        unit.accounts().mark_login(add(unit, "used", noon - days{31}), noon - days{30});
        unit.tickets().add({{}, old, accounts::Purpose::verify_email, "a", noon + 1h}, "f1");
        auto& leftovers = unit.leftovers();
        CHECK(leftovers.count_unverified(noon - days{30}) == 1);
        const auto found = leftovers.unverified(noon - days{30}, 10);
        REQUIRE(found.size() == 1);
        CHECK(found[0].id == old);
        CHECK(found[0].handle == "old");
        unit.accounts().remove(old);
        CHECK_FALSE(unit.accounts().find(old));
        CHECK_FALSE(unit.tickets().find(accounts::Purpose::verify_email, "f1"));
        CHECK(leftovers.count_unverified(noon - days{30}) == 0);
        CHECK(unit.accounts().list({}, 10).size() == 4);
        return true;
    });
}

TEST_CASE_TEMPLATE("leftovers: tickets and sessions go when they are of no use any more", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    database.engine().write([](app::Unit& unit) {
        const auto id = add(unit, "ada", noon, true);
        auto& leftovers = unit.leftovers();
        auto ticket = [&, n = 0](Instant expires) mutable {
            unit.tickets().add({{}, id, accounts::Purpose::verify_email, "a", expires},
                               "f" + std::to_string(++n));
        };
        ticket(noon - 1s);
        ticket(noon);
        ticket(noon + 1s);
        unit.tickets().use(unit.tickets().find(accounts::Purpose::verify_email, "f3").value().id,
                           noon - 2s);
        CHECK(leftovers.count(Leftover::ticket, noon) == 2);
        CHECK(leftovers.drop(Leftover::ticket, noon, 1) == 1);
        CHECK(leftovers.drop(Leftover::ticket, noon, 9) == 1);
        CHECK(unit.tickets().find(accounts::Purpose::verify_email, "f2"));

        auto open = [&, n = 0](Instant expires, std::chrono::seconds idle) mutable {
            return unit.sessions().open(id, SiteId{1}, "s" + std::to_string(++n), {expires, idle},
                                        noon - 1h, {});
        };
        open(noon + 1h, 2h);
        open(noon - 1s, 2h);
        open(noon + 1h, 59min);
        unit.sessions().end(open(noon + 1h, 2h), "logout", noon - 1s);
        CHECK(leftovers.count(Leftover::session, noon) == 3);
        CHECK(leftovers.drop(Leftover::session, noon, 9) == 3);
        CHECK(unit.sessions().find("s1"));
        return true;
    });
}

TEST_CASE_TEMPLATE("leftovers: a lock is kept as long as it locks", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Kind database;
    database.engine().write([](app::Unit& unit) {
        auto& lockouts = unit.lockouts();
        const auto put = [&](const char* key, Instant since, std::optional<Instant> until) {
            lockouts.hold(key);
            lockouts.save(key, {3, since, until});
        };
        put("over", noon - 2h, {});
        put("locked", noon - 2h, noon + 1s);
        put("young", noon, {});
        CHECK(unit.leftovers().drop(Leftover::lockout, noon, 9) == 1);
        CHECK(lockouts.hold("over").failures == 0);
        CHECK(lockouts.hold("locked").failures == 3);
        CHECK(lockouts.hold("young").failures == 3);
        return true;
    });
}

TEST_CASE_TEMPLATE("timetable: of several processes one gets a job, when it is due", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    const auto other = database.another();
    SqlTimetable here(database.engine());
    SqlTimetable there(*other);
    const auto lease = here.take("sweep", noon, 10min);
    REQUIRE(lease);
    CHECK_FALSE(there.take("sweep", noon, 10min));
    here.settle("sweep", *lease, noon, noon + 24h, "3 deleted");
    CHECK_FALSE(there.take("sweep", noon + 24h - 1s, 10min));
    CHECK(there.all().at(0).last_outcome == "3 deleted");
    CHECK(there.all().at(0).due == noon + 24h);
    const auto next = there.take("sweep", noon + 24h, 10min);
    REQUIRE(next);
    CHECK_FALSE(here.take("sweep", noon + 24h + 9min, 10min));
    const auto after_crash = here.take("sweep", noon + 24h + 10min, 10min);
    REQUIRE(after_crash);
    there.settle("sweep", *next, noon + 25h, noon + 99h, "too late");
    CHECK(here.all().at(0).last_outcome == "3 deleted");
    here.settle("sweep", *after_crash, noon + 25h, noon + 49h, "");
    CHECK(here.all().at(0).due == noon + 49h);
}

}  // namespace
}  // namespace asterism::store::testing
