#include <array>
#include <chrono>
#include <cmath>
#include <initializer_list>
#include <vector>

#include <doctest/doctest.h>

#include "libcore/sky/faults.hpp"
#include "libcore/sky/weather_cases.hpp"
#include "libcore/sky/weather_rules.hpp"
#include "tests/fakes/fixed_zones.hpp"
#include "tests/fakes/instant.hpp"
#include "tests/fakes/told_weather.hpp"

namespace asterism::sky {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::sys_days;
using tests::instant;

constexpr Date today = 2026y / 3 / 1;

Date in(int count) { return Date{sys_days{today} + days{count}}; }

Result<DayRange> asked(std::optional<Date> start, std::optional<Date> end,
                       std::optional<int> count = {}) {
    return days_of(today, {46, 14, start, end, count});
}

struct Weather {
    Result<WeatherView> of(const WeatherAt& input) {
        const auto plan = plan_weather({now}, zones, input);
        if (!plan) return plan.error();
        return weather_at(ask_for_weather(service, *plan, input), input);
    }

    WeatherView at(Date start, Date end) {
        const auto out = of({46.0512, 14.5058, start, end, {}});
        REQUIRE(out);
        return *out;
    }

    Instant now = instant("2026-03-01T12:30:00Z");
    tests::FixedZones zones{1h};
    tests::ToldWeather service;
};

TEST_CASE("weather: five days back and sixteen ahead are forecast, the rest is known or a mean") {
    CHECK(source_of(today, in(-6)) == WeatherSource::historical);
    CHECK(source_of(today, in(-5)) == WeatherSource::forecast);
    CHECK(source_of(today, in(0)) == WeatherSource::forecast);
    CHECK(source_of(today, in(16)) == WeatherSource::forecast);
    CHECK(source_of(today, in(17)) == WeatherSource::historical_average);
}

TEST_CASE("weather: today alone is meant unless more is said") {
    CHECK(*asked({}, {}) == DayRange{today, today});
    CHECK(*asked(in(3), {}) == DayRange{in(3), in(3)});
    CHECK(*asked({}, in(3)) == DayRange{today, in(3)});
    CHECK(*asked({}, {}, 16) == DayRange{today, in(15)});
    CHECK(*asked(in(2), in(33)) == DayRange{in(2), in(33)});
}

TEST_CASE("weather: ranges that make no sense are refused by name") {
    struct Row {
        Result<DayRange> got;
        const Fault& fault;
        std::string_view field;
    };

    for (const Row& row : {Row{asked({}, {}, 0), days_out_of_range, "days"},
                           Row{asked({}, {}, 17), days_out_of_range, "days"},
                           Row{asked({}, in(1), 2), days_out_of_range, "days"},
                           Row{asked(1939y / 12 / 31, {}), before_records, "start"},
                           Row{asked(2101y / 1 / 1, {}), before_records, "start"},
                           Row{asked(2100y / 12 / 31, 2101y / 1 / 1), before_records, "end"},
                           Row{asked(in(0), in(-1)), range_reversed, "end"},
                           Row{asked(in(0), in(32)), range_too_long, "end"}}) {
        REQUIRE_FALSE(row.got);
        CHECK(row.got.error().fault == &row.fault);
        CHECK(row.got.error().detail == row.field);
    }
}

TEST_CASE("weather: one forecast is asked for, past days included, and always today") {
    const Place place{{46}, {14}};
    CHECK(question_of(place, today, {in(-3), in(2)}).forecast == DayRange{in(-3), in(2)});
    CHECK(question_of(place, today, {in(-9), in(2)}).forecast == DayRange{in(-5), in(2)});
    CHECK(question_of(place, today, {in(3), in(20)}).forecast == DayRange{today, in(15)});
    CHECK(question_of(place, today, {in(-30), in(-10)}).forecast == DayRange{today, today});
    CHECK(question_of(place, today, {in(40), in(42)}).forecast == DayRange{today, today});
}

TEST_CASE("weather: the archive is asked for the past once, and for means once a year") {
    const Place place{{46}, {14}};
    const auto past = question_of(place, today, {in(-9), in(2)}).archive;
    REQUIRE(past.size() == 1);
    CHECK(past[0] == DayRange{in(-9), in(-6)});
    const auto means = question_of(place, today, {2026y / 6 / 10, 2026y / 6 / 12}).archive;
    REQUIRE(means.size() == 5);
    CHECK(means[0] == DayRange{2025y / 6 / 5, 2025y / 6 / 17});
    CHECK(means[4] == DayRange{2021y / 6 / 5, 2021y / 6 / 17});
    CHECK(question_of(place, today, {in(-5), in(15)}).archive.empty());
    CHECK(question_of(place, today, {in(15), in(16)}).archive.size() == 5);
}

TEST_CASE("weather: 29 February is 28 February elsewhere, and a new year stays in one piece") {
    CHECK(stand_in(2027y / 11 / 1, 2028y / 2 / 27, 2028y / 2 / 29, 1) == 2026y / 2 / 28);
    CHECK(stand_in(2028y / 1 / 1, 2028y / 2 / 27, 2028y / 2 / 29, 4) == 2024y / 2 / 29);
    const Date december = 2026y / 12 / 30;
    CHECK(stand_in(2026y / 12 / 1, december, december, 1) == 2025y / 12 / 30);
    CHECK(stand_in(2026y / 12 / 1, december, 2027y / 1 / 2, 1) == 2026y / 1 / 2);
}

TEST_CASE("weather: a mean is over the years that know, to one decimal") {
    const auto day = [](int year, double cloud) {
        WeatherValues values;
        values.cloud_cover_percent = cloud;
        values.precipitation_percent = 50;
        return DayReadings{Date{std::chrono::year{year}, std::chrono::March, std::chrono::day{1}},
                           {{20, values}}};
    };
    const std::array known{day(2025, 10), day(2024, 20), day(2023, 25.5)};
    const std::array<const DayReadings*, 5> years{&known[0], &known[1], nullptr, &known[2],
                                                  nullptr};
    const auto mean = mean_of(years);
    CHECK(mean.years == 3);
    REQUIRE(mean.hours.size() == 1);
    CHECK(mean.hours[0].hour == 20);
    CHECK(mean.hours[0].values.cloud_cover_percent == 18.5);
    CHECK_FALSE(mean.hours[0].values.precipitation_percent);
    CHECK(confidence_of(5) == Confidence::high);
    CHECK(confidence_of(4) == Confidence::medium);
    CHECK(confidence_of(3) == Confidence::medium);
    CHECK(confidence_of(2) == Confidence::low);
    CHECK(confidence_of(0) == Confidence::low);
}

TEST_CASE("weather: a summary tells what its hours know and nothing else") {
    CHECK_FALSE(summary_of({}).cloud_cover_mean_percent);
    std::array<HourReading, 3> hours{HourReading{0, {}}, {1, {}}, {2, {}}};
    hours[0].values.temperature_celsius = -3.5;
    hours[1].values.temperature_celsius = -7;
    hours[1].values.cloud_cover_percent = 33;
    hours[2].values.cloud_cover_percent = 34;
    hours[2].values.wind_kmh = 12;
    const auto summary = summary_of(hours);
    CHECK(summary.temperature_high_celsius == -3.5);
    CHECK(summary.temperature_low_celsius == -7.0);
    CHECK(summary.cloud_cover_mean_percent == 33.5);
    CHECK(summary.wind_most_kmh == 12.0);
    CHECK_FALSE(summary.humidity_mean_percent);
    CHECK_FALSE(summary.precipitation_most_percent);
}

TEST_CASE("weather: WMO codes say what falls") {
    CHECK(precipitation_of(0) == Precipitation::none);
    CHECK(precipitation_of(48) == Precipitation::none);
    CHECK(precipitation_of(53) == Precipitation::drizzle);
    CHECK(precipitation_of(82) == Precipitation::rain);
    CHECK(precipitation_of(67) == Precipitation::freezing_rain);
    CHECK(precipitation_of(86) == Precipitation::snow);
    CHECK_FALSE(precipitation_of(4));
    CHECK_FALSE(precipitation_of(-1));
}

TEST_CASE("weather: tenths never show as minus zero, and settled years last longer") {
    CHECK_FALSE(std::signbit(tenth_of(-0.04)));
    CHECK(tenth_of(-14.55) == -14.6);
    CHECK(archive_life(today, in(-10)) == days{7});
    CHECK(archive_life(today, in(-365)) == days{7});
    CHECK(archive_life(today, in(-366)) == days{30});
}

TEST_CASE_FIXTURE(Weather, "weather_at: a mixed range has each day from its own source") {
    const auto view = at(in(-7), in(18));
    REQUIRE(view.daily.size() == 26);
    CHECK(view.daily[0].source == WeatherSource::historical);
    CHECK(view.daily[1].source == WeatherSource::historical);
    CHECK(view.daily[2].source == WeatherSource::forecast);
    CHECK(view.daily[22].source == WeatherSource::forecast);
    // No service tells the sixteenth day ahead: there it is a mean, and says so.
    CHECK(view.daily[23].source == WeatherSource::historical_average);
    for (const auto& day : view.daily) {
        CHECK(day.hourly.size() == 24);
        CHECK(day.years_averaged.has_value() == (day.source == WeatherSource::historical_average));
    }
    CHECK(view.daily[25].years_averaged == 5);
    CHECK(view.daily[25].hourly[0].weather.temperature_celsius == 23.0);  // of 2021 to 2025
    CHECK(view.daily[7].hourly[18].time == "2026-03-01T18:00");
    CHECK(view.daily[7].summary.precipitation_most_percent == 40.0);
    CHECK(view.warnings.empty());
    CHECK(view.latitude == 46.1);
    CHECK(view.longitude == 14.5);
}

TEST_CASE_FIXTURE(Weather, "weather_at: today is the place's own day") {
    now = instant("2026-03-01T23:30:00Z");
    const auto view = of({46.0512, 14.5058, {}, {}, {}});
    REQUIRE(view);
    CHECK(view->daily.at(0).date == 2026y / 3 / 2);
}

TEST_CASE_FIXTURE(Weather, "weather_at: what is measured comes before what was forecast") {
    CHECK(at(today, today).current.weather.cloud_cover_percent == 13.0);  // the clock shows 13:30
    service.current = WeatherValues{};
    service.current->cloud_cover_percent = 77;
    const auto fresh = at(today, today).current.weather;
    CHECK(fresh.cloud_cover_percent == 77.0);
    CHECK(fresh.humidity_percent == 60.0);
    service.age = 2h;
    CHECK(at(today, today).current.weather.cloud_cover_percent == 13.0);
}

TEST_CASE_FIXTURE(Weather, "weather_at: missing years lower confidence and are told of") {
    service.silent_years = {2021, 2023, 2024};
    const auto view = at(in(17), in(18));
    CHECK(view.daily[0].years_averaged == 2);
    CHECK(view.daily[0].confidence == Confidence::low);
    REQUIRE(view.warnings.size() == 1);
    CHECK(view.warnings[0].type == WeatherCaution::reduced_confidence);
    CHECK(view.warnings[0].affected_dates == std::vector{in(17), in(18)});
}

TEST_CASE_FIXTURE(Weather, "weather_at: half an answer is one, none at all is not") {
    service.forecasts = false;
    const auto view = at(in(-7), in(0));
    CHECK(view.current.weather == WeatherValues{});
    CHECK(view.daily[0].hourly.size() == 24);
    CHECK(view.daily[7].hourly.empty());
    CHECK_FALSE(view.daily[7].summary.cloud_cover_mean_percent);
    service.answers = false;
    const auto none = of({46, 14, {}, {}, {}});
    REQUIRE_FALSE(none);
    CHECK(none.error().fault == &weather_unavailable);
}

TEST_CASE_FIXTURE(Weather, "weather_at: an old answer says how old it is") {
    service.age = 3h;
    const auto view = at(today, today);
    CHECK(view.stale);
    CHECK(view.age_seconds == 10'800);
    REQUIRE(view.warnings.size() == 1);
    CHECK(view.warnings[0].type == WeatherCaution::out_of_date);
}

TEST_CASE_FIXTURE(Weather, "weather_at: a place off the Earth is refused before anybody is asked") {
    CHECK(of({91, 0, {}, {}, {}}).error().fault == &latitude_out_of_range);
    CHECK(of({0, -180.5, {}, {}, {}}).error().fault == &longitude_out_of_range);
    CHECK(service.asked.empty());
}

}  // namespace
}  // namespace asterism::sky
