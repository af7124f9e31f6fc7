#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "libcore/sky/place_input.hpp"
#include "libcore/sky/types.hpp"

namespace asterism::sky {

/// What a calendar of the sky can hold.
enum class EventKind : std::uint8_t {
    moon_quarters,
    apsides,  ///< the Moon nearest and farthest
    seasons,
    showers,  ///< peaks of meteor showers
    dark,     ///< the dark stretches of each night
    moon_rise_set,
    sun_rise_set
};

constexpr auto names(EventKind) {
    using Name = std::pair<EventKind, std::string_view>;
    return std::array{Name{EventKind::moon_quarters, "moon_quarters"},
                      Name{EventKind::apsides, "apsides"},
                      Name{EventKind::seasons, "seasons"},
                      Name{EventKind::showers, "showers"},
                      Name{EventKind::dark, "dark"},
                      Name{EventKind::moon_rise_set, "moon_rise_set"},
                      Name{EventKind::sun_rise_set, "sun_rise_set"}};
}

struct SkyCalendarRange {
    std::optional<double> latitude = {};
    std::optional<double> longitude = {};
    std::optional<double> elevation_metres = {};
    std::optional<Date> date = {};
    std::optional<int> days = {};
    std::optional<std::vector<EventKind>> kinds = {};

    static constexpr void fields(auto&& see) {
        see_place<SkyCalendarRange>(see);
        see("date", &SkyCalendarRange::date,
            "The first day, of the place's calendar or without a place of UTC; today if absent.");
        see("days", &SkyCalendarRange::days, "How many, 1 to 366; 30 if absent.");
        see("kinds", &SkyCalendarRange::kinds,
            "What to list; if absent quarters, seasons, showers and, with a place, dark.");
    }
};

struct CalendarEvent {
    EventKind kind;
    std::string name;
    Instant begins;
    std::optional<Instant> ends;
    Date date;
    std::string note;
    std::string uid;

    static constexpr void fields(auto&& see) {
        see("kind", &CalendarEvent::kind, "What happens.");
        see("name", &CalendarEvent::name, "The same in words.");
        see("begins", &CalendarEvent::begins, "When it happens or begins.");
        see("ends", &CalendarEvent::ends, "When it ends; null if it is a moment.");
        see("date", &CalendarEvent::date,
            "The day it belongs to; of a dark stretch, that on which the night begins.");
        see("note", &CalendarEvent::note, "What else there is to say.");
        see("uid", &CalendarEvent::uid, "The same in every answer for the place.");
    }
};

struct SkyCalendar {
    Instant generated_at;
    std::optional<double> latitude;
    std::optional<double> longitude;
    std::optional<std::string> zone;
    Date date;
    int days;
    std::vector<CalendarEvent> events;

    static constexpr void fields(auto&& see) {
        see("generated_at", &SkyCalendar::generated_at, "When this was computed.");
        see("latitude", &SkyCalendar::latitude, "Of the place, or null.");
        see("longitude", &SkyCalendar::longitude, "Of the place, or null.");
        see("zone", &SkyCalendar::zone,
            "The place's time zone; null without a place and where it is not known.");
        see("date", &SkyCalendar::date, "The first day.");
        see("days", &SkyCalendar::days, "How many.");
        see("events", &SkyCalendar::events, "In order of time.");
    }
};

struct ShowersOf {
    std::optional<int> year = {};
    std::optional<double> latitude = {};
    std::optional<double> longitude = {};
    std::optional<double> elevation_metres = {};

    static constexpr void fields(auto&& see) {
        see("year", &ShowersOf::year, "Of the peaks, 1900 to 2100, in UTC; this year if absent.");
        see_place<ShowersOf>(see);
    }
};

/// What a shower offers a place in the night of its peak.
struct LocalShower {
    Instant best_at;
    double radiant_altitude_degrees;
    std::optional<double> hourly_rate;

    static constexpr void fields(auto&& see) {
        see("best_at", &LocalShower::best_at, "When most can be seen.");
        see("radiant_altitude_degrees", &LocalShower::radiant_altitude_degrees,
            "How high the radiant then stands; below 0 the shower is not seen.");
        see("hourly_rate", &LocalShower::hourly_rate,
            "How many one observer can then expect under that sky; null if not known.");
    }
};

struct ShowerView {
    std::string code;
    std::string name;
    Date active_from;
    Date active_until;
    Instant peak;
    double radiant_ascension_degrees;
    double radiant_declination_degrees;
    double speed_km_s;
    double population_index;
    std::optional<double> zenithal_rate;
    double moon_illumination;
    std::optional<LocalShower> local;

    static constexpr void fields(auto&& see) {
        see("code", &ShowerView::code, "Of IMO and IAU, three letters.");
        see("name", &ShowerView::name, "In English.");
        see("active_from", &ShowerView::active_from, "The first day of its season, in UTC.");
        see("active_until", &ShowerView::active_until, "The last day of it.");
        see("peak", &ShowerView::peak, "When it is strongest, to an hour or so.");
        see("radiant_ascension_degrees", &ShowerView::radiant_ascension_degrees,
            "Whence its meteors come at the peak, J2000.0.");
        see("radiant_declination_degrees", &ShowerView::radiant_declination_degrees, "Likewise.");
        see("speed_km_s", &ShowerView::speed_km_s, "Of its meteors.");
        see("population_index", &ShowerView::population_index,
            "How many times more meteors there are of the next magnitude.");
        see("zenithal_rate", &ShowerView::zenithal_rate,
            "Meteors an hour at the peak under a perfect sky; null if years differ too much.");
        see("moon_illumination", &ShowerView::moon_illumination,
            "The lit fraction of the Moon at the peak, 0 to 1.");
        see("local", &ShowerView::local, "The night of the peak at the place; null without one.");
    }
};

struct ShowersView {
    int year;
    std::vector<ShowerView> showers;

    static constexpr void fields(auto&& see) {
        see("year", &ShowersView::year, "Of the peaks.");
        see("showers", &ShowersView::showers, "In the order of their peaks.");
    }
};

struct TimeZoneAt {
    double latitude;
    double longitude;
    std::optional<double> elevation_metres = {};
    std::optional<Instant> at = {};

    static constexpr void fields(auto&& see) {
        see_place<TimeZoneAt>(see);
        see("at", &TimeZoneAt::at, "The moment, from 1900 to 2100; now if absent.");
    }
};

struct TimeZoneView {
    Instant at;
    std::optional<std::string> zone;
    int utc_offset_seconds;
    std::string local_time;

    static constexpr void fields(auto&& see) {
        see("at", &TimeZoneView::at, "The moment described.");
        see("zone", &TimeZoneView::zone,
            "The IANA name of the zone that covers the place; null where its clock is not known "
            "and the Sun's mean time, in whole hours, stands in.");
        see("utc_offset_seconds", &TimeZoneView::utc_offset_seconds,
            "How far its clock is ahead of UTC.");
        see("local_time", &TimeZoneView::local_time,
            "What the clock shows, as 2026-11-21T18:09:00+01:00.");
    }
};

}  // namespace asterism::sky
