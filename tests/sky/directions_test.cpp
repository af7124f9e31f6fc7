#include "libcore/sky/directions.hpp"

#include <string>

#include <doctest/doctest.h>

#include "libcore/sky/whereabouts.hpp"
#include "tests/fakes/instant.hpp"

namespace asterism::sky {
namespace {

const Now now{tests::instant("2026-03-01T12:00:00Z")};

TEST_CASE("directions: both ends lie on the Earth, and a refusal names the one that does not") {
    const auto field = [](const DirectionsBetween& input) {
        const auto plan = plan_directions(now, input);
        return plan ? std::string() : plan.error().detail;
    };
    CHECK(field({-90, -180, 90, 180}).empty());
    CHECK(field({90.1, 0, 0, 0}) == "from_latitude");
    CHECK(field({0, -180.1, 0, 0}) == "from_longitude");
    CHECK(field({0, 0, -90.1, 0}) == "to_latitude");
    CHECK(field({0, 0, 0, 180.1}) == "to_longitude");
}

TEST_CASE("directions: without a service nobody is asked") {
    const auto plan = plan_directions(now, {46, 14, 47, 15});
    REQUIRE(plan);
    const auto got = ask_for_directions(NoDirections{}, *plan, {46, 14, 47, 15});
    REQUIRE_FALSE(got);
    CHECK(got.error().fault == &directions_off);
}

TEST_CASE("locate_caller: tells what the proxy told, or that nobody knows") {
    const auto nowhere = locate_caller({}, {});
    REQUIRE(nowhere);
    CHECK_FALSE(nowhere->latitude);
    CHECK_FALSE(nowhere->source);
    Caller caller;
    caller.place = ToldPlace{46.05, 14.51, "Ljubljana", std::nullopt, "SI"};
    const auto here = locate_caller(caller, {});
    REQUIRE(here);
    CHECK(here->latitude == 46.05);
    CHECK(here->city == "Ljubljana");
    CHECK_FALSE(here->region);
    CHECK(here->source == WhereFrom::ip);
}

}  // namespace
}  // namespace asterism::sky
