#include "libcore/places/finding.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "tests/places/stage.hpp"

namespace asterism::places {
namespace {

using Names = std::vector<std::string>;

/// Some places with figures of their own.
struct Atlas : Stage {
    Atlas() {
        put(ada, "Alps", 46, 8);
        put(ada, "Bali", -8.4, 115.2);
        put(ada, "Córdoba", 37.9, -4.8);
        put(ada, "Date Line", -17, 179.9);
        for (const auto& [id, type, bortle, reviews, rating] :
             {std::tuple{1, Type::observatory, 2, 3, 4.0}, std::tuple{2, Type::other, 5, 1, 4.0},
              std::tuple{3, Type::campground, 4, 2, 2.5}}) {
            auto& place = kept({id});
            place.type = type;
            place.bortle = bortle;
            place.reviews = reviews;
            place.rating = rating;
            place.created_at += std::chrono::hours{id};
        }
        kept({4}).bortle.reset();
        kept({2}).mark.verified = true;
    }

    AccountId ada = settle();
};

TEST_CASE_FIXTURE(Atlas, "list_places: newest first, and each order the contract has") {
    CHECK(names_of({}) == Names{"Córdoba", "Bali", "Alps", "Date Line"});
    const auto by = [&](Sort sort) { return names_of({.sort = sort}); };
    CHECK(by(Sort::oldest) == Names{"Date Line", "Alps", "Bali", "Córdoba"});
    CHECK(by(Sort::best_rated) == Names{"Alps", "Bali", "Córdoba", "Date Line"});
    CHECK(by(Sort::worst_rated) == Names{"Córdoba", "Alps", "Bali", "Date Line"});
    CHECK(by(Sort::most_reviewed) == Names{"Alps", "Córdoba", "Bali", "Date Line"});
    CHECK(by(Sort::least_reviewed) == Names{"Date Line", "Bali", "Córdoba", "Alps"});
    CHECK(by(Sort::nearest) == by(Sort::newest));  // from nowhere
}

TEST_CASE_FIXTURE(Atlas, "list_places: each filter leaves out what it should") {
    CHECK(names_of({.search = " CÓRDO "}) == Names{"Córdoba"});
    CHECK(names_of({.search = "italy"}) == Names{"Alps"});  // though Saas-Fee is the nearest town
    CHECK(names_of({.search = "%"}).empty());
    CHECK(names_of({.types = {{Type::other, Type::campground}}}) == Names{"Córdoba", "Bali"});
    CHECK(names_of({.min_rating = 4}) == Names{"Bali", "Alps"});
    CHECK(names_of({.min_rating = -3}) == Names{"Córdoba", "Bali", "Alps"});
    CHECK(names_of({.max_bortle = 4}) == Names{"Córdoba", "Alps"});
    CHECK(names_of({.max_bortle = 9}) == Names{"Córdoba", "Bali", "Alps"});
    CHECK(names_of({.verified = true}) == Names{"Bali"});
    CHECK(names_of({.verified = false}).size() == 4);
    CHECK(names_of({.search = "a", .min_rating = 4, .verified = true}) == Names{"Bali"});
}

TEST_CASE_FIXTURE(Atlas, "list_places: distances are from a middle, over the date line too") {
    ListPlaces near{.latitude = -17, .longitude = -179.9, .radius_km = 50};
    CHECK(names_of(near) == Names{"Date Line"});
    CHECK(list_places({}, places, photos, near)->places[0].distance_km ==
          doctest::Approx(21.3).epsilon(0.01));
    near.radius_km.reset();
    near.sort = Sort::nearest;
    CHECK(names_of(near) == Names{"Date Line", "Bali", "Alps", "Córdoba"});
    near.sort = Sort::farthest;
    CHECK(names_of(near) == Names{"Córdoba", "Alps", "Bali", "Date Line"});
    CHECK(names_of({.south = -20, .west = 170, .north = 0, .east = -170}) == Names{"Date Line"});
    CHECK(names_of({.south = -20, .west = -170, .north = 0, .east = 170}) == Names{"Bali"});
}

TEST_CASE_FIXTURE(Atlas, "list_places: half a question is refused") {
    const auto fault = [&](const ListPlaces& input) {
        return slug(list_places({}, places, photos, input));
    };
    CHECK(fault({.latitude = 1}) == "half_a_centre");
    CHECK(fault({.radius_km = 1}) == "half_a_centre");
    CHECK(fault({.latitude = 91, .longitude = 0}) == "bad_latitude");
    CHECK(fault({.latitude = 1, .longitude = 1, .radius_km = 0}) == "bad_radius");
    CHECK(fault({.latitude = 1, .longitude = 1, .radius_km = 20'118}) == "bad_radius");
    CHECK(fault({.south = 1, .west = 1, .north = 2}) == "bad_window");
    CHECK(fault({.south = 2, .west = 1, .north = 2, .east = 3}) == "bad_window");
    CHECK(fault({.south = 1, .west = -181, .north = 2, .east = 3}) == "bad_window");
    CHECK(fault({.max_bortle = 10}) == "bad_bortle");
}

TEST_CASE_FIXTURE(Stage, "list_places: ten a page, and an empty list has one") {
    const auto page = [&](std::optional<int> number, std::optional<bool> last = {}) {
        return list_places({}, places, photos, {.page = number, .last = last});
    };
    CHECK(page(1)->count == 0);
    CHECK(page({}, true)->page == 1);
    CHECK(slug(page(2)) == "no_such_page");
    const auto ada = settle();
    for (int i = 0; i < 20; ++i) put(ada, "Place " + std::to_string(i));
    CHECK(page(2)->places.size() == 10);
    CHECK(slug(page(3)) == "no_such_page");
    put(ada, "One more");
    CHECK(page(3)->places.size() == 1);
    CHECK(page({}, true)->page == 3);
    CHECK(page({})->pages == 3);
    CHECK(slug(page(0)) == "no_such_page");
    CHECK(slug(page(-1)) == "no_such_page");
}

TEST_CASE_FIXTURE(Atlas, "map_places: shows all pages at once, but for the poles") {
    put(ada, "Pole", 85.01, 0);
    for (int i = 0; i < 12; ++i) put(ada, "Heap", 10, 10);
    const auto told = [&](const ListPlaces& input) {
        std::vector<PlaceFeature> out;
        map_places({}, places, photos, input)->features.each([&](PlaceFeature&& each) {
            out.push_back(std::move(each));
        });
        return out;
    };
    const auto all = told({.sort = Sort::farthest});
    CHECK(all.size() == 16);
    CHECK(std::ranges::is_sorted(all, {}, [](const auto& each) { return each.properties.id; }));
    CHECK(map_places({}, places, photos, {})->features.about == 17);
    CHECK(told({.search = "heap"}).size() == 12);
    const auto one = told({.search = "alps"});
    REQUIRE(one.size() == 1);
    CHECK(one[0].geometry.coordinates == std::vector<double>{8, 46});
    CHECK(one[0].properties.country == "Italy");
    CHECK(slug(map_places({}, places, photos, {.south = 1})) == "bad_window");
}

TEST_CASE_FIXTURE(Atlas, "nearby_places: the nearest first, so many and so far") {
    const auto names = [&](const NearbyPlaces& input) {
        Names out;
        const auto found = nearby_places({}, places, photos, input);
        if (!found) return Names{std::string(slug(found))};
        for (const auto& each : found->places) out.push_back(each.name);
        return out;
    };
    CHECK(names({46, 8}) == Names{"Alps"});
    CHECK(names({46, 8, 3'000}) == Names{"Alps", "Córdoba"});
    CHECK(names({46, 8, 3'000, 1}) == Names{"Alps"});
    CHECK(names({46, 8, 3'000, 21}) == Names{"bad_limit"});
    CHECK(names({46, 8, 3'000, 0}) == Names{"bad_limit"});
    CHECK(names({46, 8, -1}) == Names{"bad_radius"});
    CHECK(names({46, 181}) == Names{"bad_longitude"});
}

TEST_CASE_FIXTURE(Atlas, "similar_places: the same name within 300 m, and no other") {
    const auto count = [&](std::string name, double latitude, double longitude) {
        return similar_places({}, places, {std::move(name), latitude, longitude})->places.size();
    };
    CHECK(count("CÓRDOBA", 37.9, -4.8) == 1);
    CHECK(count("córdoba ", 37.9026, -4.8) == 1);  // 290 m
    CHECK(count("Córdoba", 37.9028, -4.8) == 0);   // 311 m
    CHECK(count("Cord", 37.9, -4.8) == 0);
    CHECK(count("Date Line", -17, 179.9) == 1);
    CHECK(slug(similar_places({}, places, {"<b>", 1, 1})) == "bad_place_name");
}

}  // namespace
}  // namespace asterism::places
