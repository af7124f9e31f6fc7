#include <doctest/doctest.h>

#include "libcore/shop/plan.hpp"
#include "shells/store/unit.hpp"
#include "tests/shop/goods.hpp"
#include "tests/store/people.hpp"

namespace asterism::store::testing {
namespace {

using namespace std::chrono_literals;
using shop::OrderPlan;
using shop::Phase;
using shop::Placed;

/// An order of 3 clips and 2 bands with a code, by that number: everything in it has a value of its
/// own.
OrderPlan plan(const std::string& number, AccountId account = {}) {
    auto frozen = shop::snapshot();
    frozen.reference = "Ref" + number;
    frozen.owner = account ? shop::Owner{account, ""} : shop::Owner{{}, "print of " + number};
    frozen.codes.push_back(frozen.codes.at(0));
    frozen.codes[1].code = "SECOND";
    frozen.codes[1].counts = false;
    auto money = shop::payment(frozen, "cs_" + number);
    money.intent = "pi_" + number;
    money.shipping.line2 = "2nd floor";
    return shop::plan_order(shop::checkout(frozen), frozen, money,
                            {{"ORD-" + number, "secret"}, "print of the secret"},
                            {"accepted", "Accepted", "", Phase::accepted}, noon);
}

Placed place(Engine& engine, const OrderPlan& plan) {
    return written<Placed>(engine, [&](app::Unit& unit) { return unit.orders().add(plan); });
}

std::optional<shop::PlacedOrder> found(Engine& engine, const std::string& identifier) {
    std::optional<shop::PlacedOrder> out;
    engine.read([&](app::Unit& unit) { out = unit.orders().find(identifier); });
    return out;
}

std::string names_of(const std::vector<shop::PlacedOrder>& orders) {
    std::string out;
    for (const auto& each : orders) out += each.record.order.identifier + " ";
    return out;
}

}  // namespace

TEST_CASE_TEMPLATE("orders: are read as they were written", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    auto odd = plan("1");
    odd.record.lines[1].title = "\"Bands\", {new} \\ ünder £5\n";
    odd.record.contact.language = Language::pt_br;
    CHECK(place(engine, odd) == Placed::yes);
    auto free = plan("2", added(engine, "ada"));
    free.record.payment.intent = "";
    free.record.codes.clear();
    CHECK(place(engine, free) == Placed::yes);
    const auto first = found(engine, "ORD-1").value();
    CHECK(first.record == odd.record);
    CHECK(first.history == std::vector{odd.status});
    CHECK(first.tracking.empty());
    const auto second = found(engine, "ORD-2").value();
    CHECK(second.record == free.record);
    CHECK(second.id > first.id);
    CHECK_FALSE(found(engine, "ORD-3"));
    CHECK_FALSE(found(engine, std::string("ORD-1\0", 6)));
}

TEST_CASE_TEMPLATE("orders: a snapshot, a session and a payment make one, and names are single",
                   Kind, SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    CHECK(place(engine, plan("1")) == Placed::yes);
    CHECK(place(engine, plan("1")) == Placed::already);
    auto other = plan("2");
    other.record.order.identifier = "ORD-1";
    CHECK(place(engine, other) == Placed::identifier_taken);
    other = plan("2");
    other.record.order.reference = "Ref1";
    CHECK(place(engine, other) == Placed::already);
    other = plan("2");
    other.record.payment.session = "cs_1";
    CHECK(place(engine, other) == Placed::already);
    other = plan("2");
    other.record.payment.intent = "pi_1";
    CHECK(place(engine, other) == Placed::already);
    CHECK(place(engine, plan("2")) == Placed::yes);
    for (const char* number : {"3", "4"}) {
        other = plan(number);
        other.record.payment.intent = "";  // as often as something costs nothing
        CHECK(place(engine, other) == Placed::yes);
    }
    engine.read([](app::Unit& unit) { CHECK(unit.orders().list({}, {}).size() == 4); });
}

TEST_CASE_TEMPLATE("orders: that do not add up are not kept", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    auto wrong = plan("1");
    ++wrong.record.order.totals.total.minor;
    CHECK_THROWS_AS(place(engine, wrong), DbError);
    wrong = plan("1");
    wrong.record.lines[0].quantity = 0;
    CHECK_THROWS_AS(place(engine, wrong), DbError);
    wrong = plan("1");
    wrong.record.payment.session = "";
    CHECK_THROWS_AS(place(engine, wrong), DbError);
    CHECK_FALSE(found(engine, "ORD-1"));
    CHECK(place(engine, plan("1")) == Placed::yes);
}

TEST_CASE_TEMPLATE("orders: go on by statuses, none of them twice", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto staff = added(engine, "staff");
    place(engine, plan("1"));
    engine.write([&](app::Unit& unit) {
        auto& orders = unit.orders();
        const auto order = orders.hold("ORD-1").value();
        CHECK_FALSE(orders.hold("ORD-2"));
        CHECK(orders.add_status(order.id, {"shipped", Phase::shipped, noon + 1h, staff, "Gone."}));
        CHECK_FALSE(orders.add_status(order.id, {"shipped", Phase::shipped, noon + 2h}));
        CHECK_FALSE(orders.add_status(order.id, {"accepted", Phase::accepted, noon + 2h}));
        orders.set_tracking(order.id, "1Z999");
        orders.set_secret(order.id, "another print");
        return true;
    });
    auto order = found(engine, "ORD-1").value();
    REQUIRE(order.history.size() == 2);
    CHECK(order.history[1] ==
          shop::StatusEntry{"shipped", Phase::shipped, noon + 1h, staff, "Gone."});
    CHECK(order.tracking == "1Z999");
    CHECK(order.record.order.secret_print == "another print");
    engine.write([&](app::Unit& unit) {
        unit.accounts().remove(staff);
        return true;
    });
    CHECK_FALSE(found(engine, "ORD-1").value().history[1].by);
}

TEST_CASE_TEMPLATE("orders: are listed newest first, by account and by page", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    const auto bob = added(engine, "bob");
    place(engine, plan("1", ada));
    place(engine, plan("2"));
    place(engine, plan("3", bob));
    place(engine, plan("4", ada));
    engine.read_db([&](Db& db) {
        SqlUnit unit(db);
        auto& orders = unit.orders();
        const auto before = db.runs();
        const auto all = orders.list({}, {});
        CHECK(db.runs() - before == 4);  // however many there are
        CHECK(names_of(all) == "ORD-4 ORD-3 ORD-2 ORD-1 ");
        for (const auto& each : all) {
            CHECK(each.record.lines.size() == 2);
            CHECK(each.record.codes.size() == 2);
            CHECK(each.history.size() == 1);
        }
        CHECK(names_of(orders.list(ada, {})) == "ORD-4 ORD-1 ");
        CHECK(names_of(orders.list({}, {all[1].id, 1})) == "ORD-2 ");
        CHECK(names_of(orders.list(ada, {all[0].id})) == "ORD-1 ");
        CHECK(orders.list({99}, {}).empty());
    });
}

TEST_CASE_TEMPLATE("orders: a guest's joins whoever proves to have its address, and no other", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    const auto bob = added(engine, "bob");
    place(engine, plan("1"));
    place(engine, plan("2", bob));
    auto nowhere = plan("3");
    nowhere.record.contact.email = nowhere.record.contact.normal = "";
    place(engine, nowhere);
    engine.write([&](app::Unit& unit) {
        auto& orders = unit.orders();
        CHECK(orders.join(ada, "eve@example.org") == 0);
        CHECK(orders.join(ada, "") == 0);
        CHECK(orders.join(ada, "ada@example.org") == 1);
        CHECK(orders.join(bob, "ada@example.org") == 0);
        CHECK(names_of(orders.list(ada, {})) == "ORD-1 ");
        CHECK(names_of(orders.list(bob, {})) == "ORD-2 ");
        return true;
    });
}

TEST_CASE_TEMPLATE("orders: outlive their account as somebody's unknown", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    const auto bob = added(engine, "bob");
    place(engine, plan("1", ada));
    place(engine, plan("2", bob));
    engine.write([&](app::Unit& unit) {
        unit.orders().forget(ada);
        unit.accounts().remove(bob);  // and that alone does the same
        return true;
    });
    for (const auto& name : {"ORD-1", "ORD-2"}) {
        const auto order = found(engine, name).value();
        CHECK_FALSE(order.record.order.owner.account);
        CHECK(order.record.lines.size() == 2);
        CHECK(order.record.contact.email == "Ada@Example.org");
    }
}

TEST_CASE_TEMPLATE("incidents: are of one kind once for a session, and settled once", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto staff = added(engine, "staff");
    const shop::Incident one{shop::IncidentKind::wrong_amount,
                             "Ref1",
                             "cs_1",
                             "pi_1",
                             350,
                             "usd",
                             "ada@example.org",
                             noon};
    auto other = one;
    other.kind = shop::IncidentKind::sold_out;
    engine.write([&](app::Unit& unit) {
        auto& incidents = unit.incidents();
        CHECK(incidents.add(one));
        CHECK_FALSE(incidents.add(one));
        CHECK(incidents.add(other));
        const auto open = incidents.open(10);
        REQUIRE(open.size() == 2);
        CHECK(open[0].incident == one);
        CHECK(open[1].incident == other);
        CHECK(incidents.open(1).size() == 1);
        CHECK(incidents.settle(open[0].id, staff, "Paid back.", noon));
        CHECK_FALSE(incidents.settle(open[0].id, staff, "Again.", noon));
        CHECK_FALSE(incidents.settle({99}, staff, "What?", noon));
        CHECK_FALSE(incidents.add(one));  // settled, it is told no more
        REQUIRE(incidents.open(10).size() == 1);
        CHECK(incidents.open(10)[0].incident == other);
        return true;
    });
}

TEST_CASE_TEMPLATE("heard calls: each is noted once, unless its run came to nothing", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto note = [&](bool kept) {
        bool out = false;
        engine.write([&](app::Unit& unit) {
            out = unit.heard_calls().note("evt_1", noon);
            CHECK_FALSE(unit.heard_calls().note("evt_1", noon));
            return kept;
        });
        return out;
    };
    CHECK(note(false));
    CHECK(note(true));
    CHECK_FALSE(note(true));
}

}  // namespace asterism::store::testing
