#include <doctest/doctest.h>

#include "libcore/shop/prices.hpp"
#include "tests/store/shop_rows.hpp"

namespace asterism::store::testing {
namespace {

using namespace std::chrono_literals;
using shop::Availability;
using shop::PictureId;
using shop::ProductId;
using shop::Sku;
using shop::SkuId;

TEST_CASE_TEMPLATE("products: an identifier is one product's, whose words come back as written",
                   Kind, SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto id = add_product(engine, clips());
    engine.write([&](app::Unit& unit) {
        auto& products = unit.products();
        CHECK_FALSE(products.add(clips()));
        CHECK(products.add(clips("BSUSP6DBHM")));
        auto kept = products.find("bSusp6dBHm");
        REQUIRE(kept);
        CHECK(kept->id == id);
        CHECK(kept->title == "Paper Clips");
        CHECK(kept->title_url == "PaperClips");
        CHECK(kept->headline == "They <b>hold</b>.");
        CHECK(kept->description_1 == "One");
        CHECK(kept->description_2 == "Two");
        CHECK_FALSE(kept->retired);
        kept->title = "Büroklammern";
        kept->identifier = "another";
        kept->retired = true;
        products.save(*kept);
        CHECK_FALSE(products.find("bSusp6dBHm"));
        CHECK_FALSE(products.find("another"));
        CHECK(products.list().size() == 1);
        const auto held = products.hold(id);
        REQUIRE(held);
        CHECK(held->title == "Büroklammern");
        CHECK(held->identifier == "bSusp6dBHm");
        CHECK(held->retired);
        CHECK_FALSE(products.hold({99}));
        CHECK_FALSE(products.hold_sku({99}));
        return true;
    });
}

TEST_CASE_TEMPLATE("products: all that belongs to one is with it, in order, and with no other",
                   Kind, SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto one = add_product(engine, clips());
    const auto two = add_product(engine, clips("ITHJW3mytn"));
    engine.write([&](app::Unit& unit) {
        auto& products = unit.products();
        const auto second = products.add_sku(silver(two, 599));
        const auto first = products.add_sku(silver(one));
        auto away = silver(one);
        away.retired = true;
        const auto retired = products.add_sku(away);
        auto endless = silver(one, 0);
        endless.stock.left = {};
        endless.prices.clear();
        const auto bare = products.add_sku(endless);
        products.add_price(first, {usd(400), noon + 1h});
        const auto wide = products.add_picture(one, {}, {{}, "/wide.jpg", "Wide", false});
        const auto near = products.add_picture(one, first, {{}, "/near.jpg", "", true});
        const auto film = products.add_video(one, {{}, "https://v/1", "/v.jpg", "Moving"});
        products.add_video(two, {{}, "https://v/2", "/w.jpg", ""});

        const auto all = products.list();
        REQUIRE(all.size() == 2);
        REQUIRE(all[0].id == one);
        REQUIRE(all[0].skus.size() == 2);
        const Sku& clip = all[0].skus[0];
        CHECK(clip.id == first);
        CHECK(clip.product == one);
        CHECK(clip.availability == Availability::back_ordered);
        CHECK(clip.stock == shop::Supply{10, 0});
        CHECK(clip.color == "Silver");
        CHECK(clip.size == "Medium");
        CHECK(clip.description == "Left sided");
        CHECK(clip.prices == std::vector<shop::Price>{{usd(350), noon}, {usd(400), noon + 1h}});
        REQUIRE(clip.pictures.size() == 1);
        CHECK(clip.pictures[0].id == near);
        CHECK(clip.pictures[0].main);
        CHECK(all[0].skus[1].id == bare);
        CHECK(all[0].skus[1].stock == shop::Supply{});
        CHECK(all[0].skus[1].prices.empty());
        REQUIRE(all[0].pictures.size() == 1);
        CHECK(all[0].pictures[0].id == wide);
        CHECK(all[0].pictures[0].caption == "Wide");
        CHECK_FALSE(all[0].pictures[0].main);
        REQUIRE(all[0].videos.size() == 1);
        CHECK(all[0].videos[0].id == film);
        CHECK(all[0].videos[0].thumbnail_url == "/v.jpg");
        REQUIRE(all[1].skus.size() == 1);
        CHECK(all[1].skus[0].id == second);
        CHECK(all[1].videos.size() == 1);
        CHECK(products.find("bSusp6dBHm")->skus.size() == 2);
        CHECK(products.find("bSusp6dBHm")->pictures.size() == 1);
        CHECK(products.hold(one)->skus.size() == 3);
        CHECK(products.hold_sku(retired)->retired);
        return true;
    });
}

TEST_CASE_TEMPLATE("products: the history of prices is told in the order of its time", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto id = add_sku(engine, silver(add_product(engine, clips())));
    engine.write([&](app::Unit& unit) {
        unit.products().add_price(id, {usd(500), noon + 2h});
        unit.products().add_price(id, {usd(499), noon + 2h});
        unit.products().add_price(id, {usd(9'999'999'999), noon + 3h});
        const auto sku = unit.products().hold_sku(id).value();
        REQUIRE(sku.prices.size() == 4);
        CHECK_FALSE(shop::price_at(sku.prices, noon - 1us));
        CHECK(shop::price_at(sku.prices, noon) == usd(350));
        CHECK(shop::price_at(sku.prices, noon + 2h - 1us) == usd(350));
        CHECK(shop::price_at(sku.prices, noon + 2h) == usd(499));
        CHECK(shop::price_at(sku.prices, noon + 9h) == usd(9'999'999'999));
        return true;
    });
}

TEST_CASE_TEMPLATE("products: what is saved of a SKU is all but what buyers hold of it", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto id = add_sku(engine, silver(add_product(engine, clips())));
    engine.write_db([](Db& db) { return db.run("UPDATE shop_sku SET stock_held = 4") == 1; });
    engine.write([&](app::Unit& unit) {
        auto sku = unit.products().hold_sku(id).value();
        CHECK(sku.stock == shop::Supply{10, 4});
        sku.stock = {5, 0};
        sku.availability = Availability::out_of_stock;
        sku.color = "Gold";
        sku.retired = true;
        unit.products().save_sku(sku);
        const auto kept = unit.products().hold_sku(id).value();
        CHECK(kept.stock == shop::Supply{5, 4});
        CHECK(kept.availability == Availability::out_of_stock);
        CHECK(kept.color == "Gold");
        CHECK(kept.retired);
        return true;
    });
    const auto refused = [&](Sql change) {
        CHECK_THROWS_AS(engine.write_db([&](Db& db) { return db.run(change) == 1; }), DbError);
    };
    refused("UPDATE shop_sku SET stock_left = 3");
    refused("UPDATE shop_sku SET stock_held = 6");
    refused("UPDATE shop_sku SET stock_held = -1");
    refused("UPDATE shop_price SET cents = -1");
}

TEST_CASE_TEMPLATE("products: one picture is main, of the product and of each SKU", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto id = add_product(engine, clips());
    const auto left = add_sku(engine, silver(id));
    const auto right = add_sku(engine, silver(id));
    const auto mains = [](const std::vector<shop::Picture>& pictures) {
        std::string out;
        for (const auto& each : pictures) out += each.main ? each.url : "-";
        return out;
    };
    engine.write([&](app::Unit& unit) {
        auto& products = unit.products();
        const auto first = products.add_picture(id, {}, {{}, "/a", "", true});
        products.add_picture(id, left, {{}, "/l", "", true});
        products.add_picture(id, right, {{}, "/r", "", true});
        products.add_picture(id, {}, {{}, "/b", "", true});
        products.add_picture(id, left, {{}, "/m", "", true});
        products.add_picture(id, {}, {{}, "/c", "", false});
        auto seen = products.hold(id).value();
        CHECK(mains(seen.pictures) == "-/b-");
        CHECK(mains(seen.skus[0].pictures) == "-/m");
        CHECK(mains(seen.skus[1].pictures) == "/r");
        CHECK(products.remove_picture(first) == id);
        CHECK_FALSE(products.remove_picture(first));
        CHECK(mains(products.hold(id)->pictures) == "/b-");
        const auto film = products.add_video(id, {{}, "https://v/1", "/v.jpg", ""});
        CHECK(products.remove_video(film) == id);
        CHECK_FALSE(products.remove_video(film));
        return true;
    });
    CHECK_THROWS_AS(
        engine.write_db([](Db& db) { return db.run("UPDATE shop_picture SET main = 1") > 0; }),
        DbError);
}

TEST_CASE_TEMPLATE("products: a picture is of a SKU of its own product", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto one = add_product(engine, clips());
    const auto other = add_sku(engine, silver(add_product(engine, clips("ITHJW3mytn"))));
    CHECK_THROWS_AS(written<PictureId>(
                        engine,
                        [&](app::Unit& unit) {
                            return unit.products().add_picture(one, other, {{}, "/x", "", false});
                        }),
                    DbError);
}

TEST_CASE_TEMPLATE("products: what carts show comes in one statement, retired or not", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto id = add_product(engine, clips());
    const auto plain = add_sku(engine, silver(id));
    const auto shown = add_sku(engine, silver(id, 499));
    auto bare = silver(id);
    bare.prices.clear();
    bare.retired = true;
    const auto priceless = add_sku(engine, bare);
    engine.write([&](app::Unit& unit) {
        unit.products().add_price(plain, {usd(360), noon + 1h});
        unit.products().add_picture(id, {}, {{}, "/other", "", false});
        unit.products().add_picture(id, {}, {{}, "/product", "", true});
        unit.products().add_picture(id, shown, {{}, "/sku", "", true});
        auto product = unit.products().hold(id).value();
        product.retired = true;
        unit.products().save(product);
        return true;
    });
    engine.read_db([&](Db& db) {
        SqlUnit unit(db);
        const std::vector<SkuId> wanted{priceless, plain, {99}, shown, plain};
        const auto before = db.runs();
        const auto items = unit.products().items(wanted);
        CHECK(db.runs() - before == 1);
        REQUIRE(items.size() == 3);
        CHECK(items[0].sku.id == plain);
        CHECK(items[0].sku.retired);  // with its product
        CHECK(items[0].sku.prices.size() == 2);
        CHECK(items[0].sku.stock == shop::Supply{10, 0});
        CHECK(items[0].product == "bSusp6dBHm");
        CHECK(items[0].title == "Paper Clips");
        CHECK(items[0].title_url == "PaperClips");
        CHECK(items[0].picture == "/product");
        CHECK(items[1].sku.id == shown);
        CHECK(items[1].sku.retired);
        CHECK(items[1].picture == "/sku");
        CHECK(items[1].sku.prices == std::vector<shop::Price>{{usd(499), noon}});
        CHECK(items[2].sku.id == priceless);
        CHECK(items[2].sku.prices.empty());
        CHECK(items[2].sku.retired);
        CHECK(unit.products().items({}).empty());
    });
}

TEST_CASE_TEMPLATE("products: a list takes five statements, however long it is", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    for (int i = 0; i < 30; ++i) {
        const auto id = add_product(engine, clips("p" + std::to_string(i)));
        add_sku(engine, silver(id));
        add_sku(engine, silver(id));
    }
    engine.read_db([&](Db& db) {
        SqlUnit unit(db);
        const auto before = db.runs();
        CHECK(unit.products().list().size() == 30);
        CHECK(db.runs() - before == 5);
    });
}

}  // namespace
}  // namespace asterism::store::testing
