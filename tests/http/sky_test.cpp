#include <map>

#include <doctest/doctest.h>

#include "tests/http/site.hpp"

namespace asterism::http::testing {
namespace {

namespace json = boost::json;
using namespace std::chrono_literals;

constexpr std::string_view place = "latitude=46.05&longitude=14.51";

/// An hour ahead of UTC everywhere.
struct Observatory : UnlimitedSite {
    Observatory() {
        now = tests::instant("2026-11-21T12:00:00Z");
        zones = tests::FixedZones{1h};
    }

    json::object read(std::string_view path, std::string_view query) {
        const auto response = get(path, query);
        CAPTURE(response.body);
        REQUIRE(response.status == 200);
        CHECK(response.type == "application/json");
        return body_of(response).as_object();
    }

    Response get(std::string_view path, std::string_view query) {
        std::string target = "/v1/sky/" + std::string(path);
        if (!query.empty()) target.append("?").append(query);
        return ask(Verb::get, target);
    }
};

std::string text(const json::value& value) { return std::string(value.as_string()); }

TEST_CASE_FIXTURE(Observatory, "sky: tells Ljubljana's night of 2026-11-21 to the minute") {
    const auto view = read("tonight", "lat=46.05&lon=14.51&date=2026-11-21");
    CHECK(view.at("zone") == "Europe/Ljubljana");
    CHECK(view.at("utc_offset_seconds") == 3600);
    // 18:09 to 05:26 by the clock there, dark from 04:26.
    CHECK(text(view.at("astronomical").at("dusk")).starts_with("2026-11-21T17:09"));
    CHECK(text(view.at("astronomical").at("dawn")).starts_with("2026-11-22T04:26"));
    const auto& dark = view.at("dark").as_array();
    REQUIRE(dark.size() == 1);
    CHECK(text(dark[0].at("begins")) >= "2026-11-22T03:25:59");
    CHECK(text(dark[0].at("begins")) <= "2026-11-22T03:27:01");
    CHECK(dark[0].at("ends") == view.at("astronomical").at("dawn"));
    CHECK(view.at("moon").at("illumination").as_double() == doctest::Approx(0.9).epsilon(0.01));
    CHECK(view.at("moon").at("sets").as_array().at(0) == dark[0].at("begins"));
    CHECK(view.at("light").at("source") == "an even map");
    CHECK(view.at("score").at("formula") == "asterism-1");
}

TEST_CASE_FIXTURE(Observatory, "sky: answers for a place at each of its addresses") {
    CHECK(read("moon", place).at("local").at("path") == "rises_or_sets");
    CHECK(read("sun", place).at("daylight") == "day");
    CHECK(read("planets", place).at("planets").as_array().size() == 5);
    CHECK(read("dark", place).at("nights").as_array().size() == 7);
    CHECK(read("best-nights", place).at("nights").as_array().size() == 10);
    CHECK(read("bortle", place).at("origin") == "map");
    CHECK(read("brightness", place).at("patch") == "zenith");
    CHECK(read("calendar", place).at("zone") == "Europe/Ljubljana");
    CHECK(read("showers", place).at("year") == 2026);
    CHECK(read("zone", place).at("local_time") == "2026-11-21T13:00:00+01:00");
}

TEST_CASE_FIXTURE(Observatory, "sky: what is the same everywhere needs no place") {
    CHECK(read("moon", "").at("local").is_null());
    CHECK(read("sun", "").at("next_season") == "december_solstice");
    CHECK(read("planets", "").at("planets").as_array()[0].at("local").is_null());
    CHECK(read("calendar", "").at("zone").is_null());
    CHECK(read("showers", "").at("showers").as_array().size() >= 30);
}

TEST_CASE_FIXTURE(Observatory, "sky: lists in a query are words between commas, or JSON") {
    const auto count = [&](std::string_view kinds) {
        return read("calendar", "date=2026-11-21&kinds=" + std::string(kinds))
            .at("events")
            .as_array()
            .size();
    };
    CHECK(count("moon_quarters,apsides") == count("moon_quarters") + count("apsides"));
    CHECK(count("%5B%22moon_quarters%22%5D") == count("moon_quarters"));
    CHECK(count("%5B%5D") == 0);
}

TEST_CASE_FIXTURE(Observatory, "sky: takes short names for a place, once each") {
    const auto same = read("bortle", place);
    CHECK(read("bortle", "lat=46.05&lon=14.51") == same);
    CHECK(read("bortle", "lat=46.05&lng=14.51") == same);
    const auto twice = get("bortle", "lat=46.05&latitude=46.05&lon=14.51");
    CHECK(twice.status == 400);
    CHECK(body_of(twice).at("detail") == "latitude");
}

struct Refusal {
    std::string_view path;
    std::string_view query;
    std::string_view code;
    std::string_view field;
};

constexpr Refusal refusals[]{
    {"moon", "latitude=46", "sky_place_incomplete", "longitude"},
    {"moon", "elevation=46", "sky_place_incomplete", "latitude"},
    {"moon", "latitude=nan&longitude=0", "bad_field", "latitude"},
    {"moon", "latitude=90.01&longitude=0", "sky_latitude_out_of_range", "latitude"},
    {"moon", "at=1899-12-31T23:59:59Z", "sky_date_out_of_range", "at"},
    {"moon", "at=2026-02-30T00:00:00Z", "bad_field", "at"},
    {"moon", "lat=", "bad_field", "latitude"},
    {"sun", "latitude=0&longitude=181", "sky_longitude_out_of_range", "longitude"},
    {"sun", "latitude=0&longitude=inf", "bad_field", "longitude"},
    {"planets", "latitude=0&longitude=0&elevation=9001", "sky_elevation_out_of_range", "elevation"},
    {"planets", "at=2101-01-01T00:00:00Z", "sky_date_out_of_range", "at"},
    {"tonight", "", "missing_field", "latitude"},
    {"tonight", "latitude=46", "missing_field", "longitude"},
    {"tonight", "latitude=46&longitude=14&date=2026-13-01", "bad_field", "date"},
    {"tonight", "latitude=46&longitude=14&date=1899-12-31", "sky_date_out_of_range", "date"},
    {"tonight", "latitude=46&longitude=14&cloud_percent=101", "sky_percent_out_of_range",
     "cloud_percent"},
    {"tonight", "latitude=46&longitude=14&formula=mine", "bad_field", "formula"},
    {"tonight", "latitude=46&longitude=14&moon=1", "unknown_field", "moon"},
    {"dark", "latitude=46&longitude=14&nights=0", "sky_range_empty", "nights"},
    {"dark", "latitude=46&longitude=14&nights=-7", "sky_range_empty", "nights"},
    {"dark", "latitude=46&longitude=14&nights=61", "sky_range_too_long", "nights"},
    {"dark", "latitude=46&longitude=14&nights=1.5", "bad_field", "nights"},
    {"dark", "latitude=46&longitude=14&date=2100-12-31&nights=2", "sky_date_out_of_range",
     "nights"},
    {"best-nights", "latitude=46&longitude=14&nights=367", "sky_range_too_long", "nights"},
    {"best-nights", "latitude=46&longitude=14&limit=0", "sky_range_empty", "limit"},
    {"calendar", "days=367", "sky_range_too_long", "days"},
    {"calendar", "days=0", "sky_range_empty", "days"},
    {"calendar", "kinds=dark", "sky_place_needed", "kinds"},
    {"calendar", "kinds=eclipses", "bad_field", "kinds.0"},
    {"calendar", "kinds=seasons,", "bad_field", "kinds.1"},
    {"calendar.ics", "lat=46", "sky_place_incomplete", "longitude"},
    {"calendar.ics", "date=2101-01-01", "sky_date_out_of_range", "date"},
    {"bortle", "longitude=14", "missing_field", "latitude"},
    {"bortle", "latitude=46&longitude=14&scheme=mine", "bad_field", "scheme"},
    {"bortle", "latitude=46&longitude=14&growth_year=1989", "sky_growth_out_of_range",
     "growth_year"},
    {"bortle", "latitude=46&longitude=14&rule=starview&scheme=ratio", "sky_rule_is_fixed",
     "scheme"},
    {"brightness", "latitude=46&longitude=14&altitude=-1", "sky_altitude_out_of_range", "altitude"},
    {"brightness", "latitude=46&longitude=14&azimuth=361", "sky_azimuth_out_of_range", "azimuth"},
    {"showers", "year=1899", "sky_date_out_of_range", "year"},
    {"showers", "year=9999999999", "bad_field", "year"},
    {"zone", "latitude=46&longitude=14&at=2101-01-01T00:00:00Z", "sky_date_out_of_range", "at"},
    {"zone", "", "missing_field", "latitude"},
};

TEST_CASE_FIXTURE(Observatory, "sky: refuses bad input with one code and its field") {
    for (const auto& [path, query, code, field] : refusals) {
        CAPTURE(path);
        CAPTURE(query);
        const auto response = get(path, query);
        CHECK(response.status == 400);
        CHECK(response.type == "application/problem+json");
        CHECK(code_of(response) == code);
        CHECK(text(body_of(response).at("detail")) == field);
        CHECK(header_of(response, "Cache-Control") == "none");
    }
    CHECK(failure.empty());
}

TEST_CASE_FIXTURE(Observatory, "sky: caches keep what is asked for a moment, and nothing else") {
    const auto kept = [&](std::string_view path, std::string_view query) {
        return header_of(get(path, query), "Cache-Control");
    };
    const std::string there(place);
    CHECK(kept("moon", "at=2026-11-21T00:00:00Z") == "public, max-age=3600");
    CHECK(kept("moon", there) == "none");
    CHECK(kept("tonight", there + "&date=2026-11-21") == "public, max-age=3600");
    CHECK(kept("tonight", there) == "none");
    CHECK(kept("showers", "year=2026") == "public, max-age=3600");
    CHECK(kept("bortle", there) == "public, max-age=3600");
    CHECK(kept("calendar.ics", there + "&date=2026-11-21") == "public, max-age=3600");
    account("ada");
    sign_in("ada");
    CHECK(kept("moon", "at=2026-11-21T00:00:00Z") == "no-store");
}

TEST_CASE_FIXTURE(Observatory, "sky: the feed is the calendar in another form") {
    const std::string year = std::string(place) + "&date=2026-01-01&days=366";
    const auto events = read("calendar", year).at("events").as_array();
    const auto feed = get("calendar.ics", year);
    CHECK(feed.status == 200);
    CHECK(feed.type == "text/calendar; charset=utf-8");
    CHECK(feed.body.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
    CHECK(feed.body.ends_with("END:VCALENDAR\r\n"));
    std::size_t told = 0;
    for (auto at = feed.body.find("BEGIN:VEVENT"); at != feed.body.npos;
         at = feed.body.find("BEGIN:VEVENT", at + 1))
        ++told;
    CHECK(told == events.size());
    CHECK(told > 300);
    now += 1000h;
    const auto later = get("calendar.ics", year);
    CHECK(later.body.size() == feed.body.size());
    CHECK(later.body.find("UID:" + text(events[0].at("uid")) + "@") != later.body.npos);
}

TEST_CASE_FIXTURE(Observatory, "sky: says that clocks cannot be told where there are no rules") {
    app::App blind{store, {[this] { return now; }, entropy, fingerprint, hasher, sealer}};
    Gateway without{blind, signer, fingerprint, options()};
    Response response;
    const auto request = head(Verb::get, "/v1/sky/tonight?lat=46&lon=14", {});
    without.answer(request, response);
    CHECK(response.status == 503);
    CHECK(code_of(response) == "time_zones_unavailable");
}

}  // namespace
}  // namespace asterism::http::testing
