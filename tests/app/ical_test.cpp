#include "shells/app/ical.hpp"

#include <doctest/doctest.h>

#include "tests/fakes/instant.hpp"

namespace asterism::app {
namespace {

using namespace std::chrono_literals;
using tests::instant;

sky::SkyCalendar some_calendar() {
    sky::SkyCalendar calendar{.generated_at = instant("2026-11-21T12:00:00Z"),
                              .latitude = 46.05,
                              .longitude = -14.51,
                              .zone = {},
                              .date = {},
                              .days = 1,
                              .events = {}};
    calendar.events.push_back({.kind = sky::EventKind::dark,
                               .name = "Dark; sky",
                               .begins = instant("2026-11-22T03:26:13Z") + 999'999us,
                               .ends = instant("2026-11-22T04:26:24Z") + 1us,
                               .date = {},
                               .note = "Bring a coat,\nand a map.",
                               .uid = "dark_2026-11-21_1"});
    return calendar;
}

std::string ical(const sky::SkyCalendar& calendar) {
    std::string out;
    append_ical(out, calendar, "sky.example");
    return out;
}

std::string folded(std::string_view line) {
    std::string out;
    append_ical_line(out, line);
    return out;
}

TEST_CASE("ical: is a calendar as RFC 5545 has it") {
    CHECK(ical(some_calendar()) ==
          "BEGIN:VCALENDAR\r\n"
          "VERSION:2.0\r\n"
          "PRODID:-//Asterism//Sky//EN\r\n"
          "CALSCALE:GREGORIAN\r\n"
          "METHOD:PUBLISH\r\n"
          "NAME:The sky at 46.05 N 14.51 W\r\n"
          "X-WR-CALNAME:The sky at 46.05 N 14.51 W\r\n"
          "REFRESH-INTERVAL;VALUE=DURATION:P1D\r\n"
          "X-PUBLISHED-TTL:P1D\r\n"
          "BEGIN:VEVENT\r\n"
          "UID:dark_2026-11-21_1@sky.example\r\n"
          "DTSTAMP:20261121T120000Z\r\n"
          "DTSTART:20261122T032613Z\r\n"
          "DTEND:20261122T042625Z\r\n"
          "SUMMARY:Dark\\; sky\r\n"
          "DESCRIPTION:Bring a coat\\,\\nand a map.\r\n"
          "CATEGORIES:dark\r\n"
          "TRANSP:TRANSPARENT\r\n"
          "END:VEVENT\r\n"
          "END:VCALENDAR\r\n");
}

TEST_CASE("ical: a moment has no end, and what is not known is not told") {
    auto calendar = some_calendar();
    calendar.latitude = {};
    calendar.events[0].ends = {};
    calendar.events[0].note = {};
    const auto text = ical(calendar);
    CHECK(text.find("DTEND") == text.npos);
    CHECK(text.find("DESCRIPTION") == text.npos);
    CHECK(text.find("NAME:The sky\r\n") != text.npos);
}

TEST_CASE("ical: an event of less than a second ends after its start") {
    auto calendar = some_calendar();
    calendar.events[0].begins = instant("2026-11-22T03:26:13Z");
    calendar.events[0].ends = calendar.events[0].begins + 1us;
    const auto text = ical(calendar);
    CHECK(text.find("DTSTART:20261122T032613Z\r\nDTEND:20261122T032614Z\r\n") != text.npos);
}

TEST_CASE("ical: folds a line after 75 octets and goes on after a space") {
    const std::string whole(75, 'x');
    CHECK(folded(whole) == whole + "\r\n");
    CHECK(folded(whole + "y") == whole + "\r\n y\r\n");
    CHECK(folded(whole + std::string(74, 'y')) == whole + "\r\n " + std::string(74, 'y') + "\r\n");
    CHECK(folded(whole + std::string(75, 'y')) ==
          whole + "\r\n " + std::string(74, 'y') + "\r\n y\r\n");
    CHECK(folded("") == "\r\n");
}

TEST_CASE("ical: never folds within a character") {
    for (std::size_t before = 70; before < 78; ++before) {
        const std::string line =
            std::string(before, 'x') + "\U0001F315\u00B0" + std::string(90, 'z');
        const auto text = folded(line);
        std::string unfolded;
        for (std::size_t at = 0; at < text.size();) {
            const auto end = text.find("\r\n", at);
            CHECK(end - at <= 75);
            const bool goes_on = text[at] == ' ';
            const auto part = text.substr(at + (goes_on ? 1 : 0), end - at - (goes_on ? 1 : 0));
            CHECK((static_cast<unsigned char>(part[0]) & 0xC0) != 0x80);
            unfolded += part;
            at = end + 2;
        }
        CHECK(unfolded == line);
    }
}

TEST_CASE("ical: escapes what would end a value, and lets no control through") {
    CHECK(ical_text("a\\b;c,d\ne\r\tf\x7F:\"g\"") == "a\\\\b\\;c\\,d\\nef:\"g\"");
}

}  // namespace
}  // namespace asterism::app
