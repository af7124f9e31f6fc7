#include <atomic>
#include <thread>

#include <doctest/doctest.h>

#include "tests/shop/goods.hpp"
#include "tests/store/people.hpp"

namespace asterism::store::testing {
namespace {

using shop::MailFailure;

/// A shop with two orders, whose mails may fail.
template <class Kind>
struct Shop {
    Shop() {
        for (const auto* name : {"ORD-a", "ORD-b"})
            unit([&](app::Unit& unit) { unit.orders().add(order(name)); });
    }

    static shop::OrderPlan order(const std::string& name) {
        auto frozen = shop::snapshot();
        frozen.reference = "ref-" + name;
        auto checkout = shop::checkout(frozen);
        auto payment = shop::payment(frozen, "cs-" + name);
        payment.intent = "pi-" + name;
        return shop::plan_order(checkout, frozen, payment, {{name, "secret"}, "print-" + name},
                                {"accepted", "", ""}, noon);
    }

    void unit(auto work) {
        database.engine().write([&](app::Unit& unit) {
            work(unit);
            return true;
        });
    }

    void note(const std::string& name, MailFailure kind, std::string_view error, Instant at) {
        unit([&](app::Unit& unit) { unit.mail_troubles().note(name, kind, error, at); });
    }

    std::vector<shop::MailTrouble> open(std::int64_t limit = 10) {
        std::vector<shop::MailTrouble> out;
        unit([&](app::Unit& unit) { out = unit.mail_troubles().open(limit); });
        return out;
    }

    Kind database;
};

}  // namespace

TEST_CASE_TEMPLATE("mail troubles: one an order and kind, however often it comes", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Shop<Kind> shop;
    const auto later = noon + std::chrono::minutes(5);
    shop.note("ORD-a", MailFailure::smtp, "no answer", noon);
    shop.note("ORD-a", MailFailure::smtp, "slow", later);
    shop.note("ORD-a", MailFailure::formatting, "hole", noon);
    shop.note("ORD-b", MailFailure::smtp, "no answer", noon);
    const auto all = shop.open();
    REQUIRE(all.size() == 3);
    CHECK(all[0].order == "ORD-a");
    CHECK(all[0].kind == MailFailure::smtp);
    CHECK(all[0].error == "slow");
    CHECK(all[0].times == 2);
    CHECK(all[0].first_at == noon);
    CHECK(all[0].last_at == later);
    CHECK(shop.open(1).size() == 1);
}

TEST_CASE_TEMPLATE("mail troubles: one that is settled can begin anew", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Shop<Kind> shop;
    const auto sue = added(shop.database.engine(), "sue");
    shop.note("ORD-a", MailFailure::smtp, "no answer", noon);
    const auto id = shop.open().at(0).id;
    const auto settle = [&](AccountId by) {
        return written<bool>(shop.database.engine(), [&](app::Unit& unit) {
            return unit.mail_troubles().settle(id, by, "called", noon);
        });
    };
    CHECK(settle(sue));
    CHECK_FALSE(settle(sue));
    CHECK(shop.open().empty());
    shop.note("ORD-a", MailFailure::smtp, "again", noon);
    REQUIRE(shop.open().size() == 1);
    CHECK(shop.open()[0].times == 1);
    CHECK(shop.open()[0].id != id);
}

TEST_CASE_TEMPLATE("mail troubles: whoever runs the program settles without an account", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Shop<Kind> shop;
    shop.note("ORD-a", MailFailure::smtp, "no answer", noon);
    const auto id = shop.open().at(0).id;
    CHECK(written<bool>(shop.database.engine(), [&](app::Unit& unit) {
        return unit.mail_troubles().settle(id, {}, "called", noon);
    }));
}

TEST_CASE_TEMPLATE("mail troubles: incidents, too, are settled without an account", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    CHECK(written<bool>(database.engine(), [&](app::Unit& unit) {
        unit.incidents().add({shop::IncidentKind::sold_out, "ref", "cs_1", "pi_1", 1'000, "usd",
                              "ada@example.org", noon});
        const auto id = unit.incidents().open(1).at(0).id;
        return unit.incidents().settle(id, {}, "paid back", noon);
    }));
}

TEST_CASE_TEMPLATE("mail troubles: a mail that goes out settles all of its order, and no others",
                   Kind, SqliteDatabase, PostgresDatabase) {
    Shop<Kind> shop;
    shop.note("ORD-a", MailFailure::smtp, "x", noon);
    shop.note("ORD-a", MailFailure::formatting, "x", noon);
    shop.note("ORD-b", MailFailure::smtp, "x", noon);
    shop.unit([&](app::Unit& unit) { unit.mail_troubles().settle_all("ORD-a", "out", noon); });
    REQUIRE(shop.open().size() == 1);
    CHECK(shop.open()[0].order == "ORD-b");
}

TEST_CASE_TEMPLATE("mail troubles: hang on an order that there is", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Shop<Kind> shop;
    CHECK_THROWS(shop.note("ORD-c", MailFailure::smtp, "x", noon));
    CHECK(shop.open().empty());
}

TEST_CASE_TEMPLATE("alarms: are counted by kind", Kind, SqliteDatabase, PostgresDatabase) {
    Kind database;
    const auto raise = [&](std::string_view kind, Instant at) {
        return written<std::int64_t>(
            database.engine(), [&](app::Unit& unit) { return unit.alarms().raise(kind, at); });
    };
    CHECK(raise("sold_out", noon) == 1);
    CHECK(raise("sold_out", noon + std::chrono::hours(1)) == 2);
    CHECK(raise("paid_twice", noon) == 1);
    std::vector<shop::AlarmCount> counts;
    database.engine().read([&](app::Unit& unit) { counts = unit.alarms().counts(); });
    REQUIRE(counts.size() == 2);
    CHECK(counts[0].kind == "paid_twice");
    CHECK(counts[1].raised == 2);
    CHECK(counts[1].last_at == noon + std::chrono::hours(1));
    CHECK(counts[1].mails == 0);
}

TEST_CASE_TEMPLATE("alarms: of many at once one takes the mail of its ten minutes", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    const auto take = [](Engine& engine, Instant at) {
        return written<bool>(engine, [&](app::Unit& unit) {
            unit.alarms().raise("sold_out", at);
            return unit.alarms().take_mail("sold_out", at, at - shop::alarm_rest);
        });
    };
    std::atomic<int> taken = 0;
    {
        std::vector<std::jthread> threads;
        for (int n = 0; n < 4; ++n)
            threads.emplace_back([&] {
                const auto engine = database.another();
                for (int times = 0; times < 5; ++times)
                    if (take(*engine, noon)) ++taken;
            });
    }
    CHECK(taken == 1);
    CHECK_FALSE(take(database.engine(), noon + shop::alarm_rest - std::chrono::microseconds(1)));
    CHECK(take(database.engine(), noon + shop::alarm_rest));
    std::vector<shop::AlarmCount> counts;
    database.engine().read([&](app::Unit& unit) { counts = unit.alarms().counts(); });
    CHECK(counts.at(0).raised == 22);
    CHECK(counts.at(0).mails == 2);
}

}  // namespace asterism::store::testing
