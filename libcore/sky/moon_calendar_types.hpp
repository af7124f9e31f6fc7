#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libcore/sky/place_input.hpp"
#include "libcore/sky/types.hpp"

namespace asterism::sky {

struct MoonCalendarRange {
    std::optional<Date> start = {};
    std::optional<Date> end = {};
    std::optional<bool> key_dates_only = {};
    std::optional<double> latitude = {};
    std::optional<double> longitude = {};
    std::optional<double> elevation_metres = {};

    static constexpr void fields(auto&& see) {
        see("start", &MoonCalendarRange::start, "The first day, in UTC; today if absent.");
        see("end", &MoonCalendarRange::end, "The last day, itself included; start if absent.");
        see("key_dates_only", &MoonCalendarRange::key_dates_only,
            "Leave out the days, and so permit a longer range.");
        see_place<MoonCalendarRange>(see);
    }
};

/// The Moon as a calendar shows it.
struct MoonSight {
    Instant at;
    PhaseName phase;
    double illumination_percent;
    bool waning;
    bool good_for_stargazing;
    std::optional<double> rotation_degrees = {};

    static constexpr void fields(auto&& see) {
        see("at", &MoonSight::at, "The moment described.");
        see("phase", &MoonSight::phase, "How the Moon looks.");
        see("illumination_percent", &MoonSight::illumination_percent,
            "The lit part of the disc, 0 to 100, not rounded.");
        see("waning", &MoonSight::waning, "Whether less of it is lit a day later.");
        see("good_for_stargazing", &MoonSight::good_for_stargazing,
            "Whether so little of it is lit that faint stars show.");
        see("rotation_degrees", &MoonSight::rotation_degrees,
            "How far to turn, clockwise, a picture that is lit on the right while the Moon waxes "
            "and on the left while it wanes; over -180 to 180. Only with a place.");
    }
};

struct MoonDay {
    Date date;
    MoonSight moon;
    std::optional<std::string> moonrise = {};
    std::optional<std::string> moonset = {};
    std::optional<double> rotation_degrees = {};

    static constexpr void fields(auto&& see) {
        see("date", &MoonDay::date, "The day, in UTC.");
        see("moon", &MoonDay::moon, "The Moon of that day: now if near today, else at noon.");
        see("moonrise", &MoonDay::moonrise,
            "When a clock at the place first sees it rise on that day, as 17:42; absent if it does "
            "not, and without a place.");
        see("moonset", &MoonDay::moonset, "Likewise when it sets.");
        see("rotation_degrees", &MoonDay::rotation_degrees,
            "How far to turn, clockwise, a picture that is lit on top, where the Moon stands "
            "highest on that day; where it never does, as for the moment described.");
    }
};

/// A rise or a set, as a clock at the place shows it.
struct ClockedEvent {
    Instant at;
    Date date;
    std::string time;
    int days_ahead;
    int weekday;

    static constexpr void fields(auto&& see) {
        see("at", &ClockedEvent::at, "When it is.");
        see("date", &ClockedEvent::date, "The local day.");
        see("time", &ClockedEvent::time, "The local time, cut to the minute: 17:42.");
        see("days_ahead", &ClockedEvent::days_ahead, "0 if the local day is today, 1 tomorrow.");
        see("weekday", &ClockedEvent::weekday, "Of the local day: 1 is Monday, 7 is Sunday.");
    }
};

struct MoonCalendar {
    Instant generated_at;
    MoonSight current;
    std::vector<MoonDay> daily;
    NextQuarters key_dates;
    std::vector<QuarterEvent> events;
    std::optional<std::string> zone = {};
    std::optional<ClockedEvent> next_moonrise = {};
    std::optional<ClockedEvent> next_moonset = {};

    static constexpr void fields(auto&& see) {
        see("generated_at", &MoonCalendar::generated_at, "When this was computed.");
        see("current", &MoonCalendar::current, "The Moon now.");
        see("daily", &MoonCalendar::daily, "Each day; empty if only key dates were asked for.");
        see("key_dates", &MoonCalendar::key_dates, "The first of each after the start's midnight.");
        see("events", &MoonCalendar::events, "All quarters from the start to the end of the end.");
        see("zone", &MoonCalendar::zone,
            "Whose clock the times are of; absent without a place, and where its rules are not "
            "known: then it is the Sun's, in whole hours.");
        see("next_moonrise", &MoonCalendar::next_moonrise,
            "The next one at the place; absent if there is none within two days.");
        see("next_moonset", &MoonCalendar::next_moonset, "Likewise.");
    }
};

}  // namespace asterism::sky
