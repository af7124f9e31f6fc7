#include "libcore/places/records.hpp"

#include <doctest/doctest.h>

#include "libcore/places/backfill.hpp"
#include "libcore/places/likeness.hpp"
#include "tests/places/stage.hpp"

namespace asterism::places {
namespace {

struct Desk : Stage {
    Result<ImportedPlace> take_in(const PlaceRecord& record, bool dry_run = false) {
        return import_place(now, operator_, {accounts, places, events}, map,
                            {record, ada, dry_run});
    }

    std::vector<PlaceRecord> all() { return export_places(operator_, places, {})->places; }

    AccountId ada = settle();
    Actor operator_{{}, Role::admin};
};

PlaceRecord hill() { return {.name = "Hill", .latitude = 48.8534, .longitude = 2.3488}; }

TEST_CASE("bare_name: spellings of one name are one") {
    for (const auto& [a, b] : std::initializer_list<std::pair<const char*, const char*>>{
             {"Cerro Pachón", "CERRO PACHON"},
             {"Pic du Midi – Bagnères", "pic du midi - bagneres"},
             {"Smith &amp; Sons", "Smith & Sons"},
             {"O&#39;Brien&#x27;s", "O'Brien's"},
             {"Žďár nad Sázavou", "Zdar nad Sazavou"},
             {"Cafe\xCC\x81", "café"},
             {"Đài", "Đai"},
             {"ПУЛКОВО", "Пулково"}})
        CHECK(bare_name(a) == bare_name(b));
    for (const auto& [a, b] :
         std::initializer_list<std::pair<const char*, const char*>>{{"Hill", "Hills"},
                                                                    {"A & B", "A &amp B"},
                                                                    {"&#0;", ""},
                                                                    {"&#xD800;", ""},
                                                                    {"øst", "ost"}})
        CHECK(bare_name(a) != bare_name(b));
    CHECK(bare_name("\xFF\xC3") == "\xFF\xC3");
}

TEST_CASE("is_same: of one name, within the same thousandth of a degree") {
    const auto at = [](double latitude, double longitude, std::string name = "Hill") {
        Place out;
        out.name = std::move(name);
        out.spot = {latitude, longitude};
        return out;
    };
    CHECK(is_same(at(48.8534, 2.3488), at(48.8539, 2.3480)));
    CHECK_FALSE(is_same(at(48.8534, 2.3488), at(48.8540, 2.3488)));
    CHECK_FALSE(is_same(at(48.8534, 2.3488), at(48.8534, 2.3488, "Lake")));
    CHECK(is_same(at(-0.0004, 0), at(0.0004, 0)));
}

TEST_CASE_FIXTURE(Desk, "import_place: finds out what the file does not tell") {
    const auto done = take_in(hill());
    REQUIRE(done);
    CHECK(done->added);
    const auto& place = kept(*done->place);
    CHECK(place.added_by == ada);
    CHECK(place.type == Type::viewpoint);
    CHECK(place.address.country == "France");
    CHECK(place.bortle);
    CHECK_FALSE(place.own_elevation);
    CHECK(tables.visits.empty());
    REQUIRE(events.count() == 1);
    CHECK(events.at<PlaceAdded>(0)->from_file);
    CHECK(events.at<PlaceAdded>(0)->account == ada);
}

TEST_CASE_FIXTURE(Desk, "import_place: what the file tells is so, an empty text too") {
    auto record = hill();
    record.type = Type::observatory;
    record.elevation = 35;
    record.website = "https://example.org";
    record.region = "Seine";
    record.locality = "";
    record.bortle = 9;
    record.sqm = 17.2;
    const auto& place = kept(*take_in(record)->place);
    CHECK(place.type == Type::observatory);
    CHECK(place.own_elevation);
    CHECK(place.contact.website == "https://example.org");
    CHECK(place.address == Address{"Seine, France", "Seine", "", "France"});
    CHECK(place.bortle == 9);
    CHECK(place.sqm == 17.2);
}

TEST_CASE_FIXTURE(Desk, "import_place: the same place is there only once") {
    const auto first = take_in(hill());
    auto again = hill();
    again.name = "HILL";
    again.latitude = 48.8539;
    const auto second = take_in(again);
    REQUIRE(second);
    CHECK_FALSE(second->added);
    CHECK(second->place == first->place);
    again.latitude = 48.8541;
    CHECK(take_in(again)->added);
    CHECK(tables.places.size() == 2);
}

TEST_CASE_FIXTURE(Desk, "import_place: a dry run refuses as a wet one, and adds nothing") {
    CHECK(take_in(hill(), true)->added);
    CHECK(tables.places.empty());
    CHECK(events.count() == 0);
    auto bad = hill();
    bad.latitude = 91;
    CHECK(slug(take_in(bad, true)) == "bad_latitude");
}

TEST_CASE_FIXTURE(Desk, "import_place: bad rows are refused by the field that is bad") {
    const auto refused = [&](auto spoil) {
        auto record = hill();
        spoil(record);
        return tests::slug_at(take_in(record));
    };
    CHECK(refused([](auto& r) { r.name = " "; }) == "bad_place_name at name");
    CHECK(refused([](auto& r) { r.longitude = -181; }) == "bad_longitude at longitude");
    CHECK(refused([](auto& r) { r.elevation = 9'001; }) == "bad_elevation at elevation");
    CHECK(refused([](auto& r) { r.website = "javascript:alert(1)"; }) == "bad_link at website");
    CHECK(refused([](auto& r) { r.description = std::string(5'001, 'x'); }) ==
          "bad_place_text at description");
    CHECK(refused([](auto& r) { r.country = "Fr\nance"; }) == "bad_place_text at country");
    CHECK(refused([](auto& r) { r.address = std::string(501, 'x'); }) ==
          "bad_place_text at address");
    CHECK(refused([](auto& r) { r.bortle = 10; }) == "bad_bortle at bortle");
    CHECK(refused([](auto& r) { r.sqm = 9.9; }) == "bad_sqm at sqm");
    CHECK(tables.places.empty());
    CHECK(slug(import_place(now, operator_, {accounts, places, events}, map, {hill(), {99}, {}})) ==
          "unknown_owner");
    CHECK(slug(import_place(now, {ada, Role::staff}, {accounts, places, events}, map,
                            {hill(), ada, {}})) == "operators_alone");
}

TEST_CASE_FIXTURE(Desk, "export_places: what was handed out and taken in again is the same") {
    for (int n = 0; n < 5; ++n) {
        auto record = hill();
        record.name += std::to_string(n);
        if (n % 2 == 0) record.description = "Dark.\nHigh.";
        if (n == 3) record.latitude = -80, record.elevation = 2'800;
        REQUIRE(take_in(record));
    }
    const auto before = all();
    tables.places.clear();
    for (const auto& each : before) REQUIRE(take_in(each)->added);
    const auto after = all();
    REQUIRE(after.size() == before.size());
    for (std::size_t n = 0; n < after.size(); ++n) {
        CHECK(after[n].name == before[n].name);
        CHECK(after[n].elevation == before[n].elevation);
        CHECK(after[n].description == before[n].description);
        CHECK(after[n].address == before[n].address);
        CHECK(after[n].bortle == before[n].bortle);
        CHECK(after[n].sqm == before[n].sqm);
    }
}

TEST_CASE_FIXTURE(Desk, "export_places: walks all of them, some at a time") {
    for (int n = 0; n < 5; ++n) put(ada, "Hill " + std::to_string(n), n);
    std::vector<std::string> seen;
    ExportPlaces input{.limit = 2};
    int pages = 0;
    do {
        const auto page = export_places(operator_, places, input);
        REQUIRE(page);
        for (const auto& each : page->places) seen.push_back(each.name);
        input.after = page->next;
    } while (++pages < 9 && input.after);
    CHECK(seen == std::vector<std::string>{"Hill 0", "Hill 1", "Hill 2", "Hill 3", "Hill 4"});
    CHECK(pages == 3);
    CHECK(slug(export_places({ada, Role::staff}, places, {})) == "operators_alone");
    CHECK(slug(export_places(operator_, places, {.limit = 0})) == "bad_export_limit");
    CHECK(slug(export_places(operator_, places, {.limit = 1'001})) == "bad_export_limit");
}

TEST_CASE_FIXTURE(Desk, "backfill_bortle: judges places of which it is not known, and no others") {
    const auto dark = put(ada, "Dark");
    const auto known = put(ada, "Known");
    kept(dark).bortle.reset();
    kept(dark).sqm.reset();
    kept(known).bortle = 9;
    CHECK(backfill_bortle(operator_, places, map, {.dry_run = true})->count == 1);
    CHECK_FALSE(kept(dark).bortle);
    const auto done = backfill_bortle(operator_, places, map, {});
    CHECK(done->count == 1);
    CHECK_FALSE(done->next);
    CHECK(kept(dark).bortle);
    CHECK(kept(dark).sqm);
    CHECK(kept(known).bortle == 9);
    CHECK(backfill_bortle(operator_, places, map, {})->count == 0);
    CHECK(slug(backfill_bortle({ada}, places, map, {})) == "operators_alone");
}

TEST_CASE_FIXTURE(Desk, "describe_known_place: finds it by name and spot, and overwrites if told") {
    const auto id = put(ada, "Pic du Midi", 42.9364, 0.1428);
    bool overwrite = false;
    bool dry_run = false;
    const auto say = [&](double latitude, double longitude, std::string text = "High.",
                         std::string name = "PIC DU MIDI") {
        return describe_known_place(now, operator_, places,
                                    {name, latitude, longitude, text, overwrite, dry_run});
    };
    CHECK_FALSE(say(42.9384, 0.1428)->place);
    CHECK_FALSE(say(42.9364, 0.1428, "High.", "Pic")->place);
    dry_run = true;
    CHECK(say(42.9354, 0.1438)->changed);
    CHECK(kept(id).description.empty());
    dry_run = false;
    CHECK(say(42.9354, 0.1438)->place == id);
    CHECK(kept(id).description == "High.");
    CHECK_FALSE(say(42.9364, 0.1428, "Higher.")->changed);
    CHECK(kept(id).description == "High.");
    overwrite = true;
    CHECK(say(42.9364, 0.1428, "Higher.")->changed);
    CHECK(kept(id).description == "Higher.");
    CHECK_FALSE(say(42.9364, 0.1428, "Higher.")->changed);
    CHECK(slug(say(91, 0)) == "bad_latitude");
    CHECK(slug(say(1, 0, "  ")) == "bad_place_text");
    CHECK(slug(describe_known_place(now, {ada}, places, {"Pic", 1, 1, "x", {}, {}})) ==
          "operators_alone");
}

}  // namespace
}  // namespace asterism::places
