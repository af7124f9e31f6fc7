#include <array>
#include <optional>

#include <doctest/doctest.h>

#include "libcore/sky/body_types.hpp"
#include "libcore/sky/calendar_types.hpp"
#include "libcore/sky/light_types.hpp"
#include "libcore/sky/night_types.hpp"
#include "shells/cli/sky/answers.hpp"
#include "shells/cli/sky/screen.hpp"
#include "tests/fakes/fixed_zones.hpp"

namespace asterism::cli {
namespace {

using namespace std::chrono;

Arguments given(std::map<std::string, std::string, std::less<>> options) {
    Arguments out;
    out.options = std::move(options);
    return out;
}

template <class Body>
std::string refusal(Body body) {
    try {
        body();
    } catch (const Trouble& trouble) {
        CHECK(trouble.exit() == Exit::misused);
        return trouble.what();
    }
    return "";
}

bool has(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

struct Pair {
    double left;
    std::optional<int> right;

    static constexpr void fields(auto&& see) {
        see("left", &Pair::left, "");
        see("right", &Pair::right, "");
    }
};

struct Row {
    std::string name;
    std::optional<Pair> pair;
    std::vector<sky::TimeSpan> spans;
    std::vector<std::string> reasons;
    std::vector<Pair> pairs;
    sky::PhaseName phase;

    static constexpr void fields(auto&& see) {
        see("name", &Row::name, "");
        see("pair", &Row::pair, "");
        see("spans", &Row::spans, "");
        see("reasons", &Row::reasons, "");
        see("pairs", &Row::pairs, "");
        see("phase", &Row::phase, "");
    }
};

constexpr Instant noon = sys_days{2026y / 11 / 21} + 12h;

TEST_CASE("sky csv: fields of fields are columns, absent ones empty, lists one cell") {
    const std::vector<Row> rows{{"a, \"b\"",
                                 Pair{1.5, {}},
                                 {{noon, noon + 1h}, {noon + 2h, noon + 3h}},
                                 {"One.", "Two."},
                                 {{1, 2}, {3, 4}},
                                 sky::PhaseName::full_moon},
                                {"plain", {}, {}, {}, {}, sky::PhaseName::new_moon}};
    CHECK(Flat::of(rows) ==
          "name,pair.left,pair.right,spans,reasons,pairs,phase\n"
          "\"a, \"\"b\"\"\",1.5,,2026-11-21T12:00:00Z/2026-11-21T13:00:00Z "
          "2026-11-21T14:00:00Z/2026-11-21T15:00:00Z,One.; Two.,1 3,full_moon\n"
          "plain,,,,,,new_moon\n");
    CHECK(Flat::of(std::vector<Row>{}) == "name,pair.left,pair.right,spans,reasons,pairs,phase\n");
}

TEST_CASE("sky flags: a question is read off the flags named like its fields") {
    const auto asked = question_of<sky::BortleAt>(
        given({{"lat", "-33.9"}, {"lon", "+18.4"}, {"scheme", "ratio"}, {"growth-year", "2026"}}));
    CHECK(asked.latitude == -33.9);
    CHECK(asked.longitude == 18.4);
    CHECK(asked.scheme == sky::BortleScheme::ratio);
    CHECK(asked.growth_year == 2026);
    CHECK(!asked.elevation_metres);
    const auto calendar =
        question_of<sky::SkyCalendarRange>(given({{"kinds", "dark,seasons"}, {"days", "3"}}));
    REQUIRE(calendar.kinds);
    CHECK(*calendar.kinds == std::vector{sky::EventKind::dark, sky::EventKind::seasons});
    const auto moon = question_of<sky::MoonAt>(given({{"at", "2026-11-21T13:00:00+01:00"}}));
    CHECK(moon.at == noon);
}

TEST_CASE("sky flags: what is nothing of the kind is refused with what would be") {
    const auto dark = [](std::string flag, std::string text) {
        return refusal([&] { question_of<sky::DarkRange>(given({{flag, text}})); });
    };
    CHECK(dark("lat", "46,05") ==
          "`46,05` is nothing that --lat takes.\n"
          "Degrees north of the equator, -90 to 90.\n"
          "Write it as: --lat 46.05");
    CHECK(has(dark("date", "21.11.2026"), "--date 2026-11-21"));
    CHECK(has(dark("nights", "7.5"), "--nights 30"));
    CHECK(has(dark("nights", "99999999999"), "`99999999999`"));
    CHECK(has(dark("lat", ""), "``"));
    const auto kinds = refusal([] {
        question_of<sky::SkyCalendarRange>(given({{"kinds", "dark,,seasons"}}));
    });
    CHECK(has(kinds, "--kinds moon_quarters"));
}

TEST_CASE("sky flags: an answer has one form") {
    CHECK(paper_of(given({})) == Paper::table);
    CHECK(paper_of(given({{"csv", "true"}})) == Paper::csv);
    CHECK(has(refusal([] { paper_of(given({{"csv", "true"}, {"json", "true"}})); }), "one form"));
}

TEST_CASE("sky times: a place's clock tells them to the nearest minute, over its changes") {
    tests::FixedZones zones{1h};
    zones.tell("Europe/Ljubljana",
               {{sys_days{2026y / 3 / 29} + 1h, 2h}, {sys_days{2026y / 10 / 25} + 1h, 1h}});
    LocalTimes there(sky::Place{{46.05}, {14.51}}, zones);
    CHECK(there.time(noon + 30s) == "13:00");  // the even one of two
    CHECK(there.time(noon + 31s) == "13:01");
    CHECK(there.moment(sys_days{2026y / 11 / 21} + 22h + 59min + 45s) == "Sun 2026-11-22 00:00");
    CHECK(there.zone(noon) == "Europe/Ljubljana, UTC+01:00");
    CHECK(there.span({sys_days{2026y / 10 / 25} + 30min, sys_days{2026y / 10 / 25} + 90min}) ==
          "02:30-02:30");
    CHECK(there.span({noon, noon + 24h}) == "all through");
    CHECK(there.spans({}) == "-");
    LocalTimes nowhere({}, zones);
    CHECK(nowhere.moment(noon) == "Sat 2026-11-21 12:00");
    CHECK(nowhere.zone(noon) == "UTC");
}

TEST_CASE("sky screen: the Moon is drawn on terminals, or when asked, as they can show it") {
    constexpr Screen paper{false, true, true};
    constexpr Screen terminal{true, true, true};
    constexpr Screen grey{true, true, false};
    constexpr Screen old{true, false, true};
    CHECK(!ink_of(paper, given({})));
    CHECK(ink_of(paper, given({{"draw", "true"}})) == Ink::blocks);
    CHECK(ink_of(terminal, given({})) == Ink::colours);
    CHECK(ink_of(grey, given({})) == Ink::blocks);
    CHECK(ink_of(old, given({})) == Ink::ascii);
    CHECK(ink_of(terminal, given({{"ascii", "true"}})) == Ink::ascii);
}

TEST_CASE("sky screen: a picture stands beside text of any length") {
    CHECK(beside({"##", "##"}, 2, "one\n", 0) == "##   one\n##\n");
    CHECK(beside({"##"}, 2, "one\ntwo\n", 8) == "##   one\n     two\n");
    CHECK(beside({"##"}, 2, "one\nthree\n", 9) == "##\none\nthree\n");
    CHECK(in_ascii("12.5° and 21.9 ± 0.3 mag/arcsec²") == "12.5 deg and 21.9 +- 0.3 mag/arcsec2");
}

}  // namespace
}  // namespace asterism::cli
