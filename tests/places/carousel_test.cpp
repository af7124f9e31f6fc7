#include "libcore/places/carousel.hpp"

#include <set>

#include <doctest/doctest.h>

#include "tests/places/studio.hpp"

namespace asterism::places {
namespace {

struct Front : Studio {
    /// A photo of a place of its own.
    PhotoId add(int width) {
        const auto id = shoot(ada, put(ada, "Place " + std::to_string(tables.photos.size())));
        tables.photos.back().photo.width = width;
        return id;
    }

    std::vector<std::int64_t> shown_at(Instant at) {
        std::vector<std::int64_t> out;
        const auto list = list_heroes({at}, photos, {});
        for (const auto& each : list->heroes) out.push_back(each.place.value_or(PlaceId{}).value);
        return out;
    }

    AccountId ada = settle();
};

TEST_CASE_FIXTURE(Front, "carousel: the same all day, others on another, each of another place") {
    for (int i = 0; i < 200; ++i) add(i % 2 == 0 ? 1'200 : 1'199);
    std::set<std::vector<std::int64_t>> sets;
    for (const auto* day : {"2026-04-29", "2026-04-30", "2026-05-01", "2028-02-29", "2026-12-31"}) {
        CAPTURE(day);
        const auto morning = tests::instant(std::string(day) + "T00:00:00Z");
        const auto shown = shown_at(morning);
        CHECK(shown.size() == 5);
        CHECK(std::set(shown.begin(), shown.end()).size() == 5);
        for (const auto place : shown) CHECK(place % 2 == 1);  // those that are wide
        CHECK(shown_at(morning + 12h) == shown);
        CHECK(shown_at(morning + 24h - 1us) == shown);
        sets.insert(shown);
    }
    CHECK(sets.size() == 5);
}

TEST_CASE_FIXTURE(Front, "carousel: what comes in today is shown tomorrow") {
    for (int i = 0; i < 9; ++i) add(1'500);
    const auto tomorrow = now.at + 24h;
    const auto shown = shown_at(tomorrow);
    now.at = tomorrow;
    add(1'500);
    CHECK(shown_at(tomorrow + 1h) == shown);
}

TEST_CASE_FIXTURE(Front, "carousel: makes do with what there is") {
    const auto none = list_heroes(now, photos, {});
    REQUIRE(none->heroes.size() == 1);
    CHECK_FALSE(none->heroes[0].place);
    CHECK_FALSE(none->heroes[0].photo);

    const auto bare = put(ada, "Bare");
    const auto places_alone = list_heroes(now, photos, {});
    REQUIRE(places_alone->heroes.size() == 1);
    CHECK(places_alone->heroes[0].place == bare);
    CHECK_FALSE(places_alone->heroes[0].photo);

    add(800);
    tables.photos.back().photo.review = ReviewId{1};
    CHECK(list_heroes(now, photos, {})->heroes[0].photo);
    CHECK(shown_at(now.at) == std::vector<std::int64_t>{2});  // for want of places' own
    tables.photos.back().photo.review.reset();
    CHECK(list_heroes(now, photos, {})->heroes[0].photo);
    CHECK(shown_at(now.at).size() == 1);

    add(1'300);
    CHECK(shown_at(now.at) == std::vector<std::int64_t>{3});
}

TEST_CASE("draws: stay between one and the last, and differ from day to day") {
    const auto day = tests::instant("2026-11-30T00:00:00Z");
    CHECK(draws(day, 0).empty());
    for (const auto number : draws(day, 1)) CHECK(number == 1);
    for (const auto number : draws(day, 1'000)) {
        CHECK(number >= 1);
        CHECK(number <= 1'000);
    }
    CHECK(draws(day, 1'000) == draws(day + std::chrono::hours{23}, 1'000));
    CHECK(draws(day, 1'000) != draws(day + std::chrono::hours{24}, 1'000));
}

}  // namespace
}  // namespace asterism::places
