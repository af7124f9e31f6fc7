#include <string>
#include <string_view>
#include <vector>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <doctest/doctest.h>

#include "libcore/sky/directions.hpp"
#include "tests/http/site.hpp"

namespace asterism::http {
namespace {

using namespace testing;
using enum Verb;

/// A site behind a proxy at 10.0.0.1.
struct Proxied : Site {
    Proxied() : Site(std::vector{*app::read_ip_range("10.0.0.0/8")}) { peer = "10.0.0.1"; }

    boost::json::object located(std::vector<Header> fields,
                                std::string_view at = "/api/geolocate/") {
        const auto answer = ask(get, at, {}, std::move(fields));
        CHECK(answer.status == 200);
        return body_of(answer).as_object();
    }

    static std::vector<Header> fields() {
        return {{"X-Forwarded-For", "192.0.2.7"},   {"CF-IPLatitude", "46.0512"},
                {"CF-IPLongitude", "14.5058"},      {"CF-IPCity", "Ljubljana"},
                {"CF-Region", "Osrednjeslovenska"}, {"CF-IPCountry", "SI"}};
    }
};

TEST_CASE_FIXTURE(Proxied, "geolocate: tells what a trusted proxy says") {
    const auto here = located(fields());
    CHECK(here.size() == 6);
    CHECK(here.at("latitude").to_number<double>() == 46.0512);
    CHECK(here.at("longitude").to_number<double>() == 14.5058);
    CHECK(here.at("city").as_string() == "Ljubljana");
    CHECK(here.at("region").as_string() == "Osrednjeslovenska");
    CHECK(here.at("country").as_string() == "SI");
    CHECK(here.at("source").as_string() == "ip");
    CHECK(located(fields(), "/v1/geolocate") == here);
}

TEST_CASE_FIXTURE(Proxied, "geolocate: nobody else is believed") {
    for (const auto* stranger : {"192.0.2.7", "127.0.0.1", "11.0.0.1"}) {
        CAPTURE(stranger);
        peer = stranger;
        const auto nowhere = located(fields());
        CHECK(nowhere.size() == 2);
        CHECK(nowhere.at("latitude").is_null());
        CHECK(nowhere.at("longitude").is_null());
        CHECK(located(fields(), "/v1/geolocate").at("source").is_null());
    }
}

TEST_CASE_FIXTURE(Proxied, "geolocate: what is no place is none") {
    for (const auto& [latitude, longitude] : {std::pair{"", "14"},
                                              {"46", ""},
                                              {"abc", "14"},
                                              {"91", "14"},
                                              {"46", "-180.5"},
                                              {"nan", "14"},
                                              {"inf", "14"},
                                              {"46x", "14"},
                                              {"1e400", "14"}}) {
        CAPTURE(latitude);
        CHECK(located({{"CF-IPLatitude", latitude}, {"CF-IPLongitude", longitude}}).size() == 2);
    }
    const auto bare = located({{"CF-IPLatitude", "46"},
                               {"CF-IPLongitude", "14"},
                               {"CF-IPCity", "L\xff"},
                               {"CF-IPCountry", "XX"}});
    CHECK(bare.at("latitude").to_number<double>() == 46);
    CHECK(bare.at("city").is_null());
    CHECK(bare.at("region").is_null());
    CHECK(bare.at("country").is_null());
}

struct Ways : Site {
    Response way(std::string_view query) {
        return ask(get, "/api/directions/?" + std::string(query));
    }

    static constexpr std::string_view both = "origin=46.05,14.51&destination=46.10,14.60";
};

TEST_CASE_FIXTURE(Ways, "directions: the client gets the GeoJSON that it draws") {
    const auto answer = way(both);
    CHECK(answer.status == 200);
    const auto body = body_of(answer);
    CHECK(body.at("type").as_string() == "FeatureCollection");
    const auto& feature = body.at("features").at(0);
    CHECK(feature.at("type").as_string() == "Feature");
    CHECK(feature.at("geometry").at("type").as_string() == "LineString");
    CHECK(feature.at("geometry").at("coordinates").at(0).at(0).to_number<double>() == 14.51);
    CHECK(feature.at("geometry").at("coordinates").at(0).at(1).to_number<double>() == 46.05);
    CHECK(feature.at("properties").at("summary").at("duration").to_number<double>() == 90);
    CHECK(feature.at("properties").at("summary").at("distance").to_number<double>() == 1'200);
    directions.no_way = true;
    CHECK(body_of(way(both)).at("features").as_array().empty());
}

TEST_CASE_FIXTURE(Ways, "directions: bad questions and failures have the contract's statuses") {
    for (const auto* query :
         {"", "origin=46,14", "destination=46,14", "origin=46&destination=46,15",
          "origin=46,14,3&destination=46,15", "origin=91,14&destination=46,15",
          "origin=46,14&destination=46,181", "origin=a,b&destination=46,15",
          "origin=nan,14&destination=46,15", "origin=,&destination=46,15"}) {
        CAPTURE(query);
        move();  // beyond the limit of one address
        const auto refused = way(query);
        CHECK(refused.status == 400);
        CHECK(body_of(refused).as_object().size() == 1);
        CHECK_FALSE(body_of(refused).at("error").as_string().empty());
    }
    directions.refusal = &sky::directions_off;
    CHECK(way(both).status == 503);
    directions.refusal = &sky::directions_failed;
    CHECK(way(both).status == 502);
    directions.refusal = &sky::directions_too_slow;
    const auto slow = way(both);
    CHECK(slow.status == 504);
    CHECK(body_of(slow).as_object().size() == 1);
}

TEST_CASE_FIXTURE(Ways,
                  "directions: visitors ask thirty times an hour, in the usual words refused") {
    for (int i = 0; i < 30; ++i) CHECK(way(both).status == 200);
    const auto refused = way(both);
    CHECK(refused.status == 429);
    CHECK(body_of(refused).at("error_code").as_string() == "THROTTLED");
    account("vera");
    sign_in("vera");
    CHECK(way(both).status == 200);
}

TEST_CASE_FIXTURE(Ways, "directions: our own address tells the way in our words") {
    const std::string query =
        "/v1/directions?from_latitude=46.05&from_longitude=14.51&to_latitude=46.1&to_longitude=";
    const auto body = body_of(ask(get, query + "14.6"));
    CHECK(body.at("distance_metres").to_number<double>() == 1'200);
    CHECK(body.at("path").at(1).at("latitude").to_number<double>() == 46.1);
    const auto refused = ask(get, query + "181");
    CHECK(refused.status == 400);
    CHECK(body_of(refused).at("detail").as_string() == "to_longitude");
    directions.refusal = &sky::directions_too_slow;
    CHECK(ask(get, query + "14.6").status == 503);
}

}  // namespace
}  // namespace asterism::http
