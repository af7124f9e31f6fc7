#include "libcore/places/enrichment.hpp"

#include <doctest/doctest.h>

#include "tests/fakes/told_surroundings.hpp"
#include "tests/places/stage.hpp"

namespace asterism::places {
namespace {

/// Somebody who may ask, and whom they ask.
struct Enriching : Stage {
    Result<EnrichedPlace> enrich(const EnrichPlace& input, auto meanwhile) {
        const auto plan = plan_enrichment(now, staff, places, input);
        if (!plan) return plan.error();
        const auto found = ask_around(around, *plan, input);
        meanwhile();
        return enrich_place(now, staff, places, found, input);
    }

    Result<EnrichedPlace> enrich(const EnrichPlace& input) {
        return enrich(input, [] {});
    }

    tests::ToldSurroundings around;
    AccountId ada = settle();
    Actor staff{ada, Role::staff};
};

TEST_CASE_FIXTURE(Enriching, "enrich_place: fills in what services tell") {
    const auto id = put(ada, "Hill", 48.85, 2.35);
    around.told_address = sky::PlaceAddress{"Versailles", "Yvelines", "France"};
    around.told_elevation = 131.4;
    now.at += 1h;
    const auto version = tables.map_version;
    const auto done = enrich({id});
    REQUIRE(done);
    CHECK(done->changed);
    CHECK(done->complete);
    CHECK(done->place.address == "Versailles, Yvelines, France");
    CHECK(done->place.locality == "Versailles");
    CHECK(done->place.region == "Yvelines");
    CHECK(done->place.elevation == 131.4);
    CHECK(done->place.updated_at == now.at);
    CHECK(tables.map_version > version);
    const auto again = enrich({id});
    CHECK_FALSE(again->changed);
    CHECK(tables.map_version == version + 1);
}

TEST_CASE_FIXTURE(Enriching, "enrich_place: each step fails by itself, and keeps what there was") {
    const auto id = put(ada, "Hill", 48.85, 2.35);
    const auto before = kept(id).address;
    around.told_elevation = 131.4;
    auto done = enrich({id});
    CHECK_FALSE(done->complete);
    CHECK(kept(id).address == before);
    CHECK(kept(id).elevation_metres == 131.4);
    around.told_elevation.reset();
    around.told_address = sky::PlaceAddress{"", "", "France"};
    done = enrich({id});
    CHECK_FALSE(done->complete);
    CHECK(kept(id).address == Address{"France", "", "", "France"});
    CHECK(kept(id).elevation_metres == 131.4);
    around.told_address = sky::PlaceAddress{};
    CHECK_FALSE(enrich({id})->changed);
    CHECK(kept(id).address.country == "France");
}

TEST_CASE_FIXTURE(Enriching, "enrich_place: what somebody said of the height stays") {
    const auto given =
        add(ada, {.name = "Hill", .latitude = 48.85, .longitude = 2.35, .elevation_metres = 120})
            ->id;
    const auto later = put(ada, "Lake", 48.85, 2.35);
    around.told_elevation = 131.4;
    const auto asked = around.asked;
    CHECK(enrich({given})->place.elevation == 120);
    CHECK(around.asked == asked + 1);
    // Between the question and the answer:
    const auto done = enrich({later}, [&] {
        CHECK(
            change_place(now, {ada}, places, map, events, {.place = later, .elevation_metres = 7}));
    });
    CHECK(done->place.elevation == 7);
    CHECK(enrich({later})->place.elevation == 7);
}

TEST_CASE_FIXTURE(Enriching, "enrich_place: a height that a service told may be told again") {
    const auto id = put(ada, "Hill", 48.85, 2.35);
    around.told_elevation = 131.4;
    REQUIRE(enrich({id}));
    // A form that sends everything says nothing new.
    REQUIRE(change_place(now, {ada}, places, map, events,
                         {.place = id, .latitude = 48.86, .elevation_metres = 131.4}));
    around.told_elevation = 140;
    CHECK(enrich({id})->place.elevation == 140);
}

TEST_CASE_FIXTURE(Enriching, "enrich_place: an answer for another spot is dropped") {
    const auto id = put(ada, "Hill", 48.85, 2.35);
    around.told_address = sky::PlaceAddress{"Versailles", "Yvelines", "France"};
    const auto done = enrich({id}, [&] {
        CHECK(change_place(now, {ada}, places, map, events,
                           {.place = id, .latitude = 41.9, .longitude = 12.5}));
    });
    CHECK_FALSE(done->changed);
    CHECK(done->place.country == "Italy");
}

TEST_CASE_FIXTURE(Enriching, "enrich_place: believes no service everything") {
    const auto id = put(ada, "Hill", 48.85, 2.35);
    around.told_address = sky::PlaceAddress{"<b>Versailles</b>", std::string(201, 'x'), "Fr\nance"};
    around.told_elevation = 20'000;
    const auto done = enrich({id});
    CHECK(done->place.address == "Versailles");
    CHECK_FALSE(done->place.region);
    CHECK_FALSE(done->place.country);
    CHECK(done->place.elevation == 0);
}

TEST_CASE_FIXTURE(Enriching, "enrich_place: can be for the height alone") {
    const auto id = put(ada, "Hill", 48.85, 2.35);
    around.told_address = sky::PlaceAddress{"Versailles", "Yvelines", "France"};
    around.told_elevation = 131.4;
    const auto done = enrich({id, true});
    CHECK(done->place.locality != "Versailles");
    CHECK(done->place.elevation == 131.4);
    CHECK(done->complete);
}

TEST_CASE_FIXTURE(Enriching, "enrich_place: is for the staff, and for places that are there") {
    const auto id = put(ada, "Hill", 48.85, 2.35);
    CHECK(slug(plan_enrichment(now, {ada}, places, {id})) == "not_your_place");
    CHECK(slug(enrich_place(now, {ada}, places, {}, {id})) == "not_your_place");
    CHECK(slug(enrich({PlaceId{99}})) == "unknown_place");
    CHECK(slug(enrich({id}, [&] { places.remove(id); })) == "unknown_place");
    const auto other = put(ada, "Peak", 48.85, 2.35);
    const sky::TownsAround towns;
    const auto plan = plan_enrichment(now, staff, places, {other});
    CHECK(ask_around(towns, *plan, {other}).complete);  // who does not know now never will
}

TEST_CASE_FIXTURE(Enriching, "enrichment: is due once a place was added, or lies elsewhere") {
    enrich_added(now, tasks, {{7}, ada});
    enrich_moved(now, tasks, {{7}});
    enrich_added(now, tasks, {{8}, ada, true});
    REQUIRE(tables.tasks.size() == 1);
    CHECK(tables.tasks[0].kind == "place.enrich");
    CHECK(tables.tasks[0].payload == "7");
    CHECK(tables.tasks[0].due == now.at);
    const auto id = put(ada, "Hill", 48.85, 2.35);
    events.clear();
    CHECK(change_place(now, {ada}, places, map, events, {.place = id, .name = "Dark Hill"}));
    CHECK(events.count() == 0);
    CHECK(change_place(now, {ada}, places, map, events, {.place = id, .latitude = 48.9}));
    REQUIRE(events.count() == 1);
    CHECK(events.at<PlaceMoved>(0)->place == id);
}

}  // namespace
}  // namespace asterism::places
