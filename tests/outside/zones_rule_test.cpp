#include "shells/outside/zones_rule.hpp"

#include <chrono>

#include <doctest/doctest.h>

#include "tests/fakes/instant.hpp"

namespace asterism::outside {
namespace {

using namespace std::chrono_literals;
using tests::instant;

sky::ZoneStretch at(std::string_view line, std::string_view when) {
    const auto rule = ZoneRule::read(line);
    REQUIRE(rule.has_value());
    return rule->stretch(instant(when));
}

TEST_CASE("zone rule: summer north and south of the equator") {
    CHECK(at("CET-1CEST,M3.5.0,M10.5.0/3", "2050-07-01T00:00:00Z").offset == 2h);
    CHECK(at("CET-1CEST,M3.5.0,M10.5.0/3", "2050-01-01T00:00:00Z").offset == 1h);
    CHECK(at("AEST-10AEDT,M10.1.0,M4.1.0/3", "2050-01-01T00:00:00Z").offset == 11h);
    CHECK(at("AEST-10AEDT,M10.1.0,M4.1.0/3", "2050-07-01T00:00:00Z").offset == 10h);
}

TEST_CASE("zone rule: a stretch crosses the turn of the year") {
    const auto out = at("EST5EDT,M3.2.0,M11.1.0", "2060-12-31T23:59:59Z");
    CHECK(out.offset == -5h);
    CHECK(out.from == instant("2060-11-07T06:00:00Z"));
    CHECK(out.until == instant("2061-03-13T07:00:00Z"));
}

TEST_CASE("zone rule: without summer the offset never changes") {
    const auto out = at("<+0545>-5:45", "2060-01-01T00:00:00Z");
    CHECK(out.offset == 5h + 45min);
    CHECK(out.from == Instant::min());
    CHECK(out.until == Instant::max());
}

TEST_CASE("zone rule: turns before midnight, after the day's end, and by less than an hour") {
    // Greenland's begins on Saturday evening; Israel's on the Friday after a fourth Thursday;
    // Lord Howe Island's is half an hour; Ireland's winter is the exception, not its summer.
    CHECK(at("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2040-03-25T01:00:00Z").from ==
          instant("2040-03-25T01:00:00Z"));
    CHECK(at("IST-2IDT,M3.4.4/26,M10.5.0", "2040-06-01T00:00:00Z").from ==
          instant("2040-03-23T00:00:00Z"));
    CHECK(at("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "2040-01-01T00:00:00Z").offset == 11h);
    CHECK(at("IST-1GMT0,M10.5.0,M3.5.0/1", "2040-07-01T00:00:00Z").offset == 1h);
    CHECK(at("IST-1GMT0,M10.5.0,M3.5.0/1", "2040-01-01T00:00:00Z").offset == 0h);
}

TEST_CASE("zone rule: days counted through the year, with a leap day or past it") {
    // Day 60 without leap days is the first of March in every year; the 60th from zero is not.
    CHECK(at("XXX0YYY,J60/0,J300/0", "2040-06-01T00:00:00Z").from ==
          instant("2040-03-01T00:00:00Z"));
    CHECK(at("XXX0YYY,J60/0,J300/0", "2041-06-01T00:00:00Z").from ==
          instant("2041-03-01T00:00:00Z"));
    CHECK(at("XXX0YYY,60/0,300/0", "2040-06-01T00:00:00Z").from == instant("2040-03-01T00:00:00Z"));
    CHECK(at("XXX0YYY,60/0,300/0", "2041-06-01T00:00:00Z").from == instant("2041-03-02T00:00:00Z"));
}

TEST_CASE("zone rule: bears the ends of time") {
    const auto rule = ZoneRule::read("CET-1CEST,M3.5.0,M10.5.0/3");
    REQUIRE(rule.has_value());
    CHECK(rule->stretch(Instant::max()).until == Instant::max());
    CHECK(rule->stretch(Instant::min()).from == Instant::min());
}

TEST_CASE("zone rule: what is none is not read") {
    for (const auto* line :
         {"", "CE-1", "CET", "CET-1CEST", "CET-1CEST,M3.5.0", "CET-1CEST,M13.5.0,M10.5.0",
          "CET-1CEST,M3.6.0,M10.5.0", "CET-1CEST,M3.5.7,M10.5.0", "CET-1CEST,M3.5.0,M10.5.0/3 ",
          "CET-1CEST,M3.5.0,M10.5.0/999", "<CET-1", "CET-1CEST,J0,J5", "CET-1CEST,M..,M10.5.0",
          "CET-99999999999999999999", "<+01"}) {
        CAPTURE(line);
        CHECK(!ZoneRule::read(line));
    }
}

}  // namespace
}  // namespace asterism::outside
