#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include "libcore/media/shelf.hpp"
#include "tests/store/databases.hpp"
#include "tests/store/people.hpp"

namespace asterism::store::testing {
namespace {

using media::Blob;
using media::Subject;

Blob picture(char letter, AccountId owner, std::string kind = "profile") {
    Blob out;
    out.name = std::string(32, letter);
    out.owner = owner;
    out.subject = {std::move(kind), owner.value};
    out.sides = {720, 160};
    out.width = 700;
    out.height = 500;
    out.bytes = 12'345;
    out.created_at = noon;
    return out;
}

template <class Do>
void write(Engine& engine, Do body) {
    engine.write([&](app::Unit& unit) {
        body(unit.blobs());
        return true;
    });
}

template <class Do>
void read(Engine& engine, Do body) {
    engine.read([&](app::Unit& unit) { body(unit.blobs()); });
}

TEST_CASE_TEMPLATE("blobs: what was added is found, until it is taken", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    write(engine, [&](media::Blobs& blobs) { CHECK(blobs.add(picture('a', ada))); });
    read(engine, [&](const media::Blobs& blobs) {
        const auto found = blobs.find({"profile", ada.value});
        REQUIRE(found);
        CHECK(found->name == std::string(32, 'a'));
        CHECK(found->owner == ada);
        CHECK(found->sides == std::vector{720, 160});
        CHECK(found->width == 700);
        CHECK(found->height == 500);
        CHECK(found->bytes == 12'345);
        CHECK(found->created_at == noon);
        CHECK_FALSE(blobs.find({"profile", ada.value + 1}));
        CHECK_FALSE(blobs.find({"place", ada.value}));
    });
    write(engine, [&](media::Blobs& blobs) {
        CHECK(blobs.take({"place", ada.value}).empty());
        REQUIRE(blobs.take({"profile", ada.value}).size() == 1);
        CHECK(blobs.take({"profile", ada.value}).empty());
    });
    read(engine, [&](const media::Blobs& blobs) {
        CHECK_FALSE(blobs.find({"profile", ada.value}));
    });
}

TEST_CASE_TEMPLATE("blobs: nobody has two pictures, a place has many", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    write(engine, [&](media::Blobs& blobs) {
        blobs.add(picture('a', ada));
        blobs.add(picture('b', ada, "place"));
        blobs.add(picture('c', ada, "place"));
    });
    CHECK_THROWS(write(engine, [&](media::Blobs& blobs) { blobs.add(picture('d', ada)); }));
    CHECK_THROWS(
        write(engine, [&](media::Blobs& blobs) { blobs.add(picture('b', ada, "place")); }));
    read(engine, [&](const media::Blobs& blobs) {
        CHECK(blobs.find({"place", ada.value})->name == std::string(32, 'c'));
    });
}

TEST_CASE_TEMPLATE("blobs: the sweeper is shown those whose names begin alike", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    write(engine, [&](media::Blobs& blobs) {
        for (const char letter : {'0', 'a', 'f'}) blobs.add(picture(letter, ada, "place"));
    });
    read(engine, [&](const media::Blobs& blobs) {
        for (const char letter : {'0', 'a', 'f'}) {
            const auto found = blobs.named(std::string(2, letter));
            REQUIRE(found.size() == 1);
            CHECK(found[0].name.front() == letter);
        }
        CHECK(blobs.named("ab").empty());
    });
    write(engine, [&](media::Blobs& blobs) { blobs.drop(blobs.named("00").at(0).id); });
    read(engine, [&](const media::Blobs& blobs) { CHECK(blobs.named("00").empty()); });
}

TEST_CASE_TEMPLATE("blobs: uploads at once are all counted, each day for itself", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    const auto bob = added(engine, "bob");
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 8; ++i)
            threads.emplace_back(
                [&] { write(engine, [&](media::Blobs& blobs) { blobs.charge(ada, noon, 100); }); });
    }
    write(engine, [&](media::Blobs& blobs) {
        const auto usage = blobs.charge(ada, noon, 1);
        CHECK(usage.uploads == 9);
        CHECK(usage.bytes == 801);
        CHECK(blobs.charge(bob, noon, 5).bytes == 5);
        CHECK(blobs.charge(ada, noon + std::chrono::days{1}, 7).bytes == 7);
        blobs.forget_usage(noon + std::chrono::days{1});
        CHECK(blobs.charge(ada, noon, 1).uploads == 1);
        CHECK(blobs.charge(ada, noon + std::chrono::days{1}, 1).uploads == 2);
    });
}

}  // namespace
}  // namespace asterism::store::testing
