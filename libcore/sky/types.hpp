#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "libcore/base/time.hpp"

namespace asterism::sky {

/// How the lit Moon looks.
enum class PhaseName : std::uint8_t {
    new_moon,
    waxing_crescent,
    first_quarter,
    waxing_gibbous,
    full_moon,
    waning_gibbous,
    last_quarter,
    waning_crescent
};

constexpr auto names(PhaseName) {
    using Name = std::pair<PhaseName, std::string_view>;
    return std::array{Name{PhaseName::new_moon, "new_moon"},
                      Name{PhaseName::waxing_crescent, "waxing_crescent"},
                      Name{PhaseName::first_quarter, "first_quarter"},
                      Name{PhaseName::waxing_gibbous, "waxing_gibbous"},
                      Name{PhaseName::full_moon, "full_moon"},
                      Name{PhaseName::waning_gibbous, "waning_gibbous"},
                      Name{PhaseName::last_quarter, "last_quarter"},
                      Name{PhaseName::waning_crescent, "waning_crescent"}};
}

/// The instants at which the Moon's apparent longitude is 0, 90, 180 or 270 degrees ahead of the
/// Sun's.
enum class Quarter : std::uint8_t { new_moon, first_quarter, full_moon, last_quarter };

constexpr auto names(Quarter) {
    using Name = std::pair<Quarter, std::string_view>;
    return std::array{
        Name{Quarter::new_moon, "new_moon"}, Name{Quarter::first_quarter, "first_quarter"},
        Name{Quarter::full_moon, "full_moon"}, Name{Quarter::last_quarter, "last_quarter"}};
}

struct MoonCalendarRange {
    std::optional<Date> start = {};
    std::optional<Date> end = {};
    std::optional<bool> key_dates_only = {};

    static constexpr void fields(auto&& see) {
        see("start", &MoonCalendarRange::start, "The first day, in UTC; today if absent.");
        see("end", &MoonCalendarRange::end, "The last day, itself included; start if absent.");
        see("key_dates_only", &MoonCalendarRange::key_dates_only,
            "Leave out the days, and so permit a longer range.");
    }
};

/// The Moon as a calendar shows it.
struct MoonSight {
    Instant at;
    PhaseName phase;
    double illumination_percent;
    bool waning;
    bool good_for_stargazing;

    static constexpr void fields(auto&& see) {
        see("at", &MoonSight::at, "The moment described.");
        see("phase", &MoonSight::phase, "How the Moon looks.");
        see("illumination_percent", &MoonSight::illumination_percent,
            "The lit part of the disc, 0 to 100, not rounded.");
        see("waning", &MoonSight::waning, "Whether less of it is lit a day later.");
        see("good_for_stargazing", &MoonSight::good_for_stargazing,
            "Whether so little of it is lit that faint stars show.");
    }
};

struct MoonDay {
    Date date;
    MoonSight moon;

    static constexpr void fields(auto&& see) {
        see("date", &MoonDay::date, "The day, in UTC.");
        see("moon", &MoonDay::moon, "The Moon of that day: now if near today, else at noon.");
    }
};

struct NextQuarters {
    Instant new_moon;
    Instant first_quarter;
    Instant full_moon;
    Instant last_quarter;

    static constexpr void fields(auto&& see) {
        see("new_moon", &NextQuarters::new_moon, "The next new moon.");
        see("first_quarter", &NextQuarters::first_quarter, "The next first quarter.");
        see("full_moon", &NextQuarters::full_moon, "The next full moon.");
        see("last_quarter", &NextQuarters::last_quarter, "The next last quarter.");
    }
};

struct QuarterEvent {
    Instant at;
    Quarter quarter;

    static constexpr void fields(auto&& see) {
        see("at", &QuarterEvent::at, "When the Moon reaches it.");
        see("quarter", &QuarterEvent::quarter, "Which one.");
    }
};

struct MoonCalendar {
    Instant generated_at;
    MoonSight current;
    std::vector<MoonDay> daily;
    NextQuarters key_dates;
    std::vector<QuarterEvent> events;

    static constexpr void fields(auto&& see) {
        see("generated_at", &MoonCalendar::generated_at, "When this was computed.");
        see("current", &MoonCalendar::current, "The Moon now.");
        see("daily", &MoonCalendar::daily, "Each day; empty if only key dates were asked for.");
        see("key_dates", &MoonCalendar::key_dates, "The first of each after the start's midnight.");
        see("events", &MoonCalendar::events, "All quarters from the start to the end of the end.");
    }
};

}  // namespace asterism::sky
