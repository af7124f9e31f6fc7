#include <doctest/doctest.h>

#include "tests/store/shop_rows.hpp"

namespace asterism::store::testing {
namespace {

using namespace std::chrono_literals;
using shop::Discount;
using shop::DiscountId;
using shop::DiscountKind;
using shop::ShippingMethod;
using shop::Status;

void check_same(const Discount& a, const Discount& b) {
    CHECK(a.code == b.code);
    CHECK(a.description == b.description);
    CHECK(a.kind == b.kind);
    CHECK(a.amount == b.amount);
    CHECK(a.order_minimum == b.order_minimum);
    CHECK(a.starts == b.starts);
    CHECK(a.ends == b.ends);
    CHECK(a.combinable == b.combinable);
    CHECK(a.shipping_method == b.shipping_method);
    CHECK(a.uses == b.uses);
}

TEST_CASE_TEMPLATE("discounts: come back as they were made, and a code is made once", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    Discount free = ten_percent("FREE");
    free.kind = DiscountKind::free_shipping;
    free.order_minimum = {2'000, Currency::eur};
    free.combinable = true;
    free.shipping_method = "UPSGround";
    free.uses.left = 1;
    engine.write([&](app::Unit& unit) {
        auto& codes = unit.discounts();
        const auto ten = codes.add(ten_percent()).value();
        const auto once = codes.add(free).value();
        CHECK_FALSE(codes.add(ten_percent()));
        CHECK(codes.add(ten_percent("ten")));
        check_same(codes.find("TEN").value(), ten_percent());
        check_same(codes.find("FREE").value(), free);
        CHECK_FALSE(codes.find("Free"));
        CHECK_FALSE(codes.find(""));
        const std::vector<DiscountId> wanted{once, {99}, ten};
        const auto found = codes.of(wanted);
        REQUIRE(found.size() == 2);
        CHECK(found[0].code == "FREE");
        CHECK(found[1].code == "TEN");
        CHECK(codes.of({}).empty());
        CHECK_FALSE(codes.hold({99}));
        return true;
    });
}

TEST_CASE_TEMPLATE("discounts: what is saved is all but the code and what buyers hold", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    auto made = ten_percent();
    made.uses.left = 5;
    const auto id = written<std::optional<DiscountId>>(engine, [&](app::Unit& unit) {
                        return unit.discounts().add(made);
                    }).value();
    engine.write_db([&](Db& db) {
        return db.run("UPDATE shop_discount SET uses_held = 2 WHERE id = :id", id) == 1;
    });
    engine.write([&](app::Unit& unit) {
        auto code = unit.discounts().hold(id).value();
        CHECK(code.uses == shop::Supply{5, 2});
        code.code = "OTHER";
        code.description = "Less";
        code.ends = noon + 2h;
        code.uses = {3, 0};
        unit.discounts().save(code);
        CHECK_FALSE(unit.discounts().find("OTHER"));
        const auto kept = unit.discounts().find("TEN").value();
        CHECK(kept.description == "Less");
        CHECK(kept.ends == noon + 2h);
        CHECK(kept.uses == shop::Supply{3, 2});
        return true;
    });
    const auto refused = [&](Sql change) {
        CHECK_THROWS_AS(engine.write_db([&](Db& db) { return db.run(change, id) == 1; }), DbError);
    };
    refused("UPDATE shop_discount SET uses_held = 4 WHERE id = :id");
    refused("UPDATE shop_discount SET uses_left = 1 WHERE id = :id");
    refused("UPDATE shop_discount SET uses_held = -1 WHERE id = :id");
    refused("UPDATE shop_discount SET ends_at = starts_at - 1 WHERE id = :id");
}

TEST_CASE_TEMPLATE("shipping methods: one of each identifier, which stays as it is", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const ShippingMethod drone{{}, "Drone", "Drones Ltd", usd(999), "https://d/?n=", true, false};
    engine.write([&](app::Unit& unit) {
        auto& methods = unit.shipping_methods();
        const auto before = methods.all().size();
        const auto id = methods.add(drone).value();
        CHECK_FALSE(methods.add(drone));
        auto kept = methods.all().back();
        CHECK(methods.all().size() == before + 1);
        CHECK(kept.id == id);
        CHECK(kept.carrier == "Drones Ltd");
        CHECK(kept.cost == usd(999));
        CHECK(kept.tracking_base == "https://d/?n=");
        CHECK(kept.active);
        CHECK_FALSE(kept.parcel);
        kept.identifier = "Other";
        kept.cost = usd(0);
        kept.active = false;
        methods.save(kept);
        CHECK(methods.all().back().identifier == "Drone");
        CHECK(methods.all().back().cost == usd(0));
        CHECK_FALSE(methods.all().back().active);
        return true;
    });
}

TEST_CASE_TEMPLATE("statuses: one of each identifier, whose phase stays as it is", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    database.engine().write([&](app::Unit& unit) {
        auto& statuses = unit.order_statuses();
        const auto before = statuses.all().size();
        CHECK(statuses.add({"glazing", "Glazing", "In the kiln.", shop::Phase::in_work}));
        CHECK_FALSE(statuses.add({"glazing", "Again", "", shop::Phase::packed}));
        CHECK(statuses.all().size() == before + 1);
        auto kept = statuses.all().back();
        CHECK(kept.title == "Glazing");
        CHECK(kept.description == "In the kiln.");
        kept.title = "Firing";
        kept.phase = shop::Phase::shipped;
        kept.retired = true;
        statuses.save(kept);
        kept = statuses.all().back();
        CHECK(kept.identifier == "glazing");
        CHECK(kept.title == "Firing");
        CHECK(kept.phase == shop::Phase::in_work);
        CHECK(kept.retired);
        return true;
    });
}

TEST_CASE_TEMPLATE("shop: begins with the contract's statuses and ways of shipping", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    database.engine().write([&](app::Unit& unit) {
        std::string statuses;
        for (const Status& each : unit.order_statuses().all()) statuses += each.identifier + " ";
        CHECK(statuses == "accepted manufacturing packing shipped delivered cancelled refunded ");
        std::string ways;
        for (const ShippingMethod& each : unit.shipping_methods().all())
            ways += std::to_string(each.id.value) + " " + each.identifier + " " +
                    decimal(each.cost) + (each.active ? "\n" : " not offered\n");
        CHECK(ways ==
              "1 USPSPriorityMail2Day 13.65\n2 USPSRetailGround 9.56\n3 FedExGround 10.85\n"
              "4 UPSGround 11.34\n5 None 0.00 not offered\n");
        // Whoever adds one gets a number of his own.
        CHECK(unit.shipping_methods().add({{}, "Drone", "Drone", usd(1), ""})->value == 6);
        return true;
    });
}

}  // namespace
}  // namespace asterism::store::testing
