#include "shells/outside/open_meteo.hpp"

#include <algorithm>
#include <chrono>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include "shells/app/memory_cache.hpp"
#include "shells/outside/open_meteo_format.hpp"
#include "tests/fakes/instant.hpp"
#include "tests/outside/meteo_double.hpp"

namespace asterism::outside {
namespace {

using namespace std::chrono_literals;
using testing::MeteoDouble;
using enum MeteoDouble::Mood;

constexpr std::string_view forecast = "/v1/forecast";
constexpr std::string_view archive = "/v1/archive";

struct Asking {
    Asking() {
        auto options = service.options();
        options.forecast_time = 2s;
        options.whole_time = 3s;
        adapter = std::make_unique<OpenMeteo>(
            options, http, cache, [this](std::string_view what) { said.emplace_back(what); });
    }

    sky::WeatherAnswer ask(std::vector<sky::DayRange> past = {}) {
        return adapter->ask({.place = {{latitude}, {14.5058}},
                             .zone = "Europe/Ljubljana",
                             .at = now,
                             .today = 2026y / 3 / 1,
                             .forecast = {2026y / 2 / 27, 2026y / 3 / 4},
                             .archive = std::move(past)});
    }

    const std::vector<sky::DayRange> last_week{{2026y / 2 / 10, 2026y / 2 / 12}};
    double latitude = 46.0512;
    Instant now = tests::instant("2026-03-01T12:30:00Z");
    MeteoDouble service;
    CurlClient http{{.body_bytes = 1'000'000, .plain_loopback = true}};
    app::MemoryCache cache;
    std::vector<std::string> said;
    std::unique_ptr<OpenMeteo> adapter;
};

TEST_CASE_FIXTURE(Asking, "open-meteo: asks as its documentation says, days past included") {
    const auto got = ask();
    const auto query = service.last_query();
    CHECK(query.at("latitude") == "46.05");
    CHECK(query.at("longitude") == "14.51");
    CHECK(query.at("past_days") == "2");
    CHECK(query.at("forecast_days") == "4");
    CHECK(query.at("timezone") == "Europe/Ljubljana");
    CHECK(query.at("hourly").find("precipitation_probability") != std::string::npos);
    CHECK_FALSE(query.contains("apikey"));
    REQUIRE(got.forecast.size() == 6);
    CHECK(got.forecast[0].date == 2026y / 2 / 27);
    CHECK(got.forecast[0].hours.size() == 24);
    CHECK(got.forecast[0].hours[2].values.temperature_celsius == -1.0);
    CHECK(got.forecast[0].hours[12].values.precipitation == sky::Precipitation::snow);
    REQUIRE(got.current);
    CHECK(got.current->humidity_percent == 42.0);
    CHECK(got.current->precipitation == sky::Precipitation::rain);
    CHECK_FALSE(got.current->visibility_metres);
    CHECK_FALSE(got.stale);
}

TEST_CASE_FIXTURE(Asking, "open-meteo: the past is asked of the archive, which knows no chances") {
    const auto got = ask(last_week);
    const auto query = service.last_query();
    CHECK(query.at("start_date") == "2026-02-10");
    CHECK(query.at("end_date") == "2026-02-12");
    CHECK(query.at("hourly").find("precipitation") == std::string::npos);
    REQUIRE(got.archive.size() == 3);
    CHECK(got.archive[2].date == 2026y / 2 / 12);
    CHECK(got.archive[2].hours[5].values.cloud_cover_percent == 16.0);
    CHECK_FALSE(got.archive[2].hours[5].values.precipitation_percent);
}

TEST_CASE_FIXTURE(Asking, "open-meteo: a forecast is kept half an hour, for the places nearby") {
    ask();
    latitude = 46.0999;  // rounds to the same tenth
    now += 29min;
    ask();
    CHECK(service.asked(forecast) == 1);
    now += 1min;
    ask();
    CHECK(service.asked(forecast) == 2);
    latitude = 46.16;
    ask();
    CHECK(service.asked(forecast) == 3);
}

TEST_CASE_FIXTURE(Asking,
                  "open-meteo: days gone by are kept a week, those of other years a month") {
    const std::vector<sky::DayRange> both{{2026y / 2 / 10, 2026y / 2 / 12},
                                          {2024y / 2 / 10, 2024y / 2 / 12}};
    ask(both);
    CHECK(service.asked(archive) == 2);
    now += 24h * 7 - 1s;
    ask(both);
    ask({{2026y / 2 / 11, 2026y / 2 / 11}});  // a part of what is there
    CHECK(service.asked(archive) == 2);
    now += 1s;
    ask(both);
    CHECK(service.asked(archive) == 3);
}

TEST_CASE_FIXTURE(Asking, "open-meteo: a failure is not kept, and is told to the operator") {
    for (const auto mood : {down, nonsense, empty, too_often}) {
        service.forecast = service.archive = mood;
        CHECK(ask(last_week).empty());
    }
    CHECK_FALSE(said.empty());
    CHECK(said.front().find("503") != std::string::npos);
    service.forecast = service.archive = well;
    now += 31s;  // it was left alone for a while
    const auto got = ask(last_week);
    CHECK(got.current);
    CHECK(got.archive.size() == 3);
}

TEST_CASE_FIXTURE(Asking, "open-meteo: what it said before stands in for a day, with its age") {
    ask(last_week);
    const auto then = now;
    service.forecast = service.archive = down;
    now += 23h;
    const auto got = ask(last_week);
    CHECK(got.stale);
    CHECK(got.oldest == then);
    CHECK(got.current_at == then);
    CHECK(got.forecast.size() == 6);
    now += 1h;
    const auto later = ask(last_week);
    CHECK_FALSE(later.current);
    CHECK(later.archive.size() == 3);  // of a week ago, and still good
    CHECK_FALSE(later.stale);
}

TEST_CASE_FIXTURE(Asking, "open-meteo: one that fails again and again is left alone") {
    service.forecast = down;
    for (int i = 0; i < 3; ++i) ask();
    const int before = service.asked(forecast);
    ask();
    now += 29s;
    ask();
    CHECK(service.asked(forecast) == before);
    service.forecast = well;
    now += 2s;
    CHECK(ask().current);
}

TEST_CASE_FIXTURE(Asking, "open-meteo: one that is silent costs its time once, not once a year") {
    auto options = service.options();
    options.forecast_time = 300ms;
    options.whole_time = 600ms;
    const OpenMeteo hasty(options, http, cache, {});
    service.forecast = service.archive = silent;
    const std::vector<sky::DayRange> years{{2025y / 6 / 1, 2025y / 6 / 9},
                                           {2024y / 6 / 1, 2024y / 6 / 9},
                                           {2023y / 6 / 1, 2023y / 6 / 9}};
    CHECK(hasty
              .ask({.place = {{46}, {14}},
                    .zone = "Etc/GMT",
                    .at = now,
                    .today = 2026y / 3 / 1,
                    .forecast = {2026y / 3 / 1, 2026y / 3 / 1},
                    .archive = years})
              .empty());
    CHECK(service.asked(archive) <= 1);
}

TEST_CASE_FIXTURE(Asking, "open-meteo: of many who ask the same at once one asks the service") {
    std::vector<int> found(12);
    {
        std::vector<std::jthread> crowd;
        for (int& days : found)
            crowd.emplace_back([&] { days = static_cast<int>(ask(last_week).archive.size()); });
    }
    CHECK(std::ranges::count(found, 3) == 12);
    CHECK(service.asked(forecast) == 1);
    CHECK(service.asked(archive) == 1);
}

TEST_CASE("open-meteo: what is no weather is not taken for some") {
    for (const auto* body :
         {"", "null", "[]", "{}", R"({"hourly":[]})", R"({"hourly":{"time":"now"}})",
          R"({"hourly":{"time":["2026-02-30T00:00"],"cloud_cover":[1]}})",
          R"({"hourly":{"time":["2026-03-01T00:30"],"cloud_cover":[1]}})",
          R"({"hourly":{"time":["2026-03-01T24:00"],"cloud_cover":[1]}})",
          R"({"hourly":{"time":[7],"cloud_cover":[1]}})"}) {
        CAPTURE(body);
        CHECK_FALSE(read_open_meteo(body));
    }
    const auto odd =
        read_open_meteo(R"({"hourly":{"time":["2026-03-01T00:00","2026-03-01T01:00"],)"
                        R"("cloud_cover":[null,"many"],"temperature_2m":[3]},"current":7})");
    REQUIRE(odd);
    CHECK_FALSE(odd->current);
    REQUIRE(odd->days.size() == 1);
    CHECK(odd->days[0].hours.size() == 1);
}

TEST_CASE("open-meteo: a day that is kept reads back the same") {
    sky::DayReadings day{2026y / 3 / 1, {{0, {}}, {23, {}}}};
    day.hours[0].values.temperature_celsius = -0.25;
    day.hours[1].values.precipitation = sky::Precipitation::snow;
    const auto back = read_day(day.date, text_of(day));
    REQUIRE(back);
    REQUIRE(back->hours.size() == 2);
    CHECK(back->hours[0].values == day.hours[0].values);
    CHECK(back->hours[1].hour == 23);
    CHECK(back->hours[1].values == day.hours[1].values);
}

}  // namespace
}  // namespace asterism::outside
