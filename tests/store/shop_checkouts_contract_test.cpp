#include <algorithm>

#include <doctest/doctest.h>

#include "shells/store/sqlite_db.hpp"
#include "shells/store/unit.hpp"
#include "tests/shop/goods.hpp"
#include "tests/store/shop_world.hpp"

namespace asterism::store::testing {
namespace {

using namespace std::chrono_literals;
using shop::Checkout;
using shop::Shortage;
using shop::Supply;

Checkout on_its_way(const std::string& number, std::int64_t cart = 1) {
    Checkout out = shop::checkout(shop::snapshot());
    out.reference = "Ref" + number;
    out.cart = {cart};
    out.session = "";
    out.hold_until = noon + 1h;
    return out;
}

bool same(const Checkout& a, const Checkout& b) {
    return a.reference == b.reference && a.frozen.bytes == b.frozen.bytes &&
           a.frozen.hash == b.frozen.hash && a.cart == b.cart && a.owner == b.owner &&
           a.session == b.session && a.url == b.url && a.stage == b.stage &&
           a.holding == b.holding && a.hold_until == b.hold_until && a.order == b.order &&
           a.intent == b.intent;
}

}  // namespace

TEST_CASE_TEMPLATE(
    "checkouts: are found by reference, session and cart, and saved but for what is "
    "frozen",
    Kind, SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    engine.write([&](app::Unit& unit) {
        auto& checkouts = unit.checkouts();
        const auto fresh = on_its_way("1");
        const auto id = checkouts.add(fresh, noon);
        checkouts.add(on_its_way("2", 2), noon);
        auto kept = checkouts.hold("Ref1").value();
        CHECK(kept.id == id);
        CHECK(same(kept, fresh));
        CHECK(checkouts.hold_open({1})->id == id);
        CHECK_FALSE(checkouts.hold_open({3}));
        CHECK_FALSE(checkouts.hold("Ref3"));
        CHECK_FALSE(checkouts.hold_by_session(""));
        CHECK_FALSE(checkouts.find_by_session(""));
        CHECK_FALSE(checkouts.find_by_session("\xFF"));

        kept.owner = {ada, ""};
        kept.session = "cs_1";
        kept.url = "https://pay.example/cs_1";
        kept.stage = Stage::ordered;
        kept.holding = false;
        kept.hold_until.reset();
        kept.order = "ORD-1";
        kept.intent = "pi_1";
        auto altered = kept;
        altered.reference = "Ref9";
        altered.frozen = {"something", "else"};
        checkouts.save(altered);
        CHECK(same(checkouts.hold("Ref1").value(), kept));
        CHECK(checkouts.find_by_session("cs_1")->id == id);
        CHECK(checkouts.hold_by_session("cs_1")->id == id);
        CHECK_FALSE(checkouts.hold_open({1}));
        return true;
    });
    CHECK_THROWS_AS(
        written<shop::CheckoutId>(
            engine, [](app::Unit& unit) { return unit.checkouts().add(on_its_way("1"), noon); }),
        DbError);
    CHECK_THROWS_AS(engine.write([](app::Unit& unit) {
        auto other = unit.checkouts().hold("Ref2").value();
        other.session = "cs_1";
        unit.checkouts().save(other);
        return true;
    }),
                    DbError);
}

TEST_CASE_TEMPLATE("checkouts: are overdue when open and out of time, the longest first", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    engine.write([&](app::Unit& unit) {
        auto& checkouts = unit.checkouts();
        const auto put = [&](const char* number, Stage stage, std::optional<Instant> until) {
            auto out = on_its_way(number);
            out.stage = stage;
            out.hold_until = until;
            checkouts.add(out, noon);
        };
        put("1", Stage::open, noon + 2h);
        put("2", Stage::open, noon);
        put("3", Stage::open, noon - 1h);
        put("4", Stage::waiting, noon - 1h);
        put("5", Stage::open, std::nullopt);
        const auto over = checkouts.hold_overdue(noon, 10);
        REQUIRE(over.size() == 2);
        CHECK(over[0].reference == "Ref3");
        CHECK(over[1].reference == "Ref2");
        CHECK(checkouts.hold_overdue(noon, 1).size() == 1);
        CHECK(checkouts.hold_overdue(noon - 2h, 10).empty());
        return true;
    });
}

TEST_CASE_TEMPLATE("checkouts: are forgotten when nobody can pay any more, the oldest first", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    engine.write([&](app::Unit& unit) {
        auto& checkouts = unit.checkouts();
        const auto put = [&](const char* number, Stage stage, Instant at) {
            auto out = on_its_way(number);
            out.stage = stage;
            if (stage == Stage::ordered) out.order = "ORD-1";
            checkouts.add(out, at);
        };
        put("1", Stage::open, noon - 1h);
        put("2", Stage::waiting, noon - 1h);
        put("3", Stage::ordered, noon - 1h);
        put("4", Stage::failed, noon - 1h);
        put("5", Stage::expired, noon - 1h);
        put("6", Stage::contested, noon - 1h);
        put("7", Stage::failed, noon);
        CHECK(checkouts.forget_unpaid(noon, 2) == 2);
        CHECK_FALSE(checkouts.hold("Ref5"));
        CHECK(checkouts.forget_unpaid(noon, 10) == 1);
        CHECK(checkouts.forget_unpaid(noon, 10) == 0);
        for (const auto* kept : {"Ref1", "Ref2", "Ref3", "Ref7"}) CHECK(checkouts.hold(kept));
        return true;
    });
}

TEST_CASE("checkouts: outlive the change of their table, and no number is given twice") {
    const SqliteDatabase folder;
    const auto db = open_sqlite({folder.file() + ".before"}, Access::write);
    const auto all = migrations();
    const auto change = std::ranges::find(all, "quick_checks", &Migration::name);
    REQUIRE(change != all.end());
    migrate(*db, noon, std::span(all.begin(), change));
    const auto add = [&](const std::string& number) {
        return SqlCheckouts(*db).add(on_its_way(number), noon);
    };
    db->begin(Access::write);
    const auto first = add("1");
    const auto second = add("2");
    db->run("DELETE FROM shop_checkout WHERE id = :id", second);
    db->commit();
    migrate(*db, noon);
    db->begin(Access::write);
    CHECK(same(SqlCheckouts(*db).hold("Ref1").value(), on_its_way("1")));
    CHECK(SqlCheckouts(*db).hold("Ref1")->id == first);
    CHECK(add("3").value > second.value);
    CHECK_THROWS_AS(db->run("UPDATE shop_checkout SET stage = 'lost'"), DbError);
    CHECK(db->rollback());
}

TEST_CASE_TEMPLATE("checkouts: follow their cart, and are a guest's when the account goes", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    engine.write([&](app::Unit& unit) {
        auto& checkouts = unit.checkouts();
        checkouts.add(on_its_way("1", 1), noon);
        checkouts.add(on_its_way("2", 2), noon);
        checkouts.follow({1}, {{7}, {ada, ""}});
        CHECK(checkouts.hold("Ref1")->cart == shop::CartId{7});
        CHECK(checkouts.hold("Ref1")->owner == shop::Owner{ada, ""});
        CHECK(checkouts.hold("Ref2")->owner.visitor == "visitor");
        checkouts.forget(ada);
        CHECK(checkouts.hold("Ref1")->owner == shop::Owner{});
        checkouts.follow({7}, {{8}, {ada, ""}});
        unit.accounts().remove(ada);
        CHECK_FALSE(checkouts.hold("Ref1")->owner.account);
        return true;
    });
}

TEST_CASE_TEMPLATE("holds: all of a claim or nothing, by the rules of supplies", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    ShopWorld world(database.engine());
    const auto clips = world.offer(350, 10);
    const auto bands = world.offer(1'499);
    world.offer_code("ONCE", 1);
    const auto held = [&](const shop::Claim& claim) {
        return written<std::optional<Shortage>>(
            world.engine, [&](app::Unit& unit) { return unit.holds().hold(claim); });
    };
    const auto change = [&](auto work) {
        world.engine.write([&](app::Unit& unit) {
            work(unit.holds());
            return true;
        });
    };
    const shop::DiscountId once = [&] {
        shop::DiscountId out;
        world.engine.read([&](app::Unit& unit) { out = unit.discounts().find("ONCE")->id; });
        return out;
    }();
    const shop::Claim claim{{{bands, 2}, {clips, 4}}, {once}};
    CHECK_FALSE(held(claim));
    CHECK(world.stock(clips) == Supply{10, 4});
    CHECK(world.stock(bands) == Supply{{}, 2});
    CHECK(world.uses("ONCE") == Supply{1, 1});
    CHECK(held(claim) == Shortage::codes);
    CHECK(held({{{clips, 7}}, {once}}) == Shortage::pieces);
    CHECK(held({{{{99}, 1}}, {}}) == Shortage::pieces);
    CHECK(held({{{clips, 1}}, {{99}}}) == Shortage::codes);
    CHECK(world.stock(clips) == Supply{10, 4});
    CHECK_FALSE(held({{{clips, 6}}, {}}));
    CHECK(held({{{clips, 1}}, {}}) == Shortage::pieces);
    change([&](shop::Holds& holds) { holds.give_back({{{clips, 6}}, {}}); });
    CHECK(world.stock(clips) == Supply{10, 4});
    change([&](shop::Holds& holds) { holds.take_held(claim); });
    CHECK(world.stock(clips) == Supply{6, 0});
    CHECK(world.stock(bands) == Supply{{}, 0});
    CHECK(world.uses("ONCE") == Supply{0, 0});
    change([&](shop::Holds& holds) {
        holds.give_back(claim);  // never more than is held
        holds.refill(std::vector<shop::CartLine>{{clips, 4}, {bands, 2}});
    });
    CHECK(world.stock(clips) == Supply{10, 0});
    CHECK(world.stock(bands) == Supply{{}, 0});
    CHECK(held({{{clips, 11}}, {}}) == Shortage::pieces);
    CHECK_FALSE(held({}));
}

}  // namespace asterism::store::testing
