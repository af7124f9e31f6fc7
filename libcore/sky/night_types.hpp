#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libcore/sky/best_nights.hpp"
#include "libcore/sky/light_types.hpp"
#include "libcore/sky/place_input.hpp"
#include "libcore/sky/sight_types.hpp"

namespace asterism::sky {

struct DarkRange {
    double latitude;
    double longitude;
    std::optional<double> elevation_metres = {};
    std::optional<Date> date = {};
    std::optional<int> nights = {};

    static constexpr void fields(auto&& see) {
        see_place<DarkRange>(see);
        see("date", &DarkRange::date,
            "The place's day on which the first night begins; the night now or next if absent.");
        see("nights", &DarkRange::nights, "How many, 1 to 60; 7 if absent.");
    }
};

/// A night from noon to noon.
struct DarkNight {
    Date date;
    int utc_offset_seconds;
    NightKind kind;
    std::vector<TimeSpan> astronomical;
    std::vector<TimeSpan> moon_up;
    std::vector<TimeSpan> dark;
    double night_minutes;
    double dark_minutes;
    Instant darkest;
    double lowest_sun_degrees;

    static constexpr void fields(auto&& see) {
        see("date", &DarkNight::date, "The place's day on which it begins.");
        see("utc_offset_seconds", &DarkNight::utc_offset_seconds,
            "How far the place's clock is ahead of UTC when the Sun sets.");
        see("kind", &DarkNight::kind, "What it offers.");
        see("astronomical", &DarkNight::astronomical, "When the Sun is 18 degrees down.");
        see("moon_up", &DarkNight::moon_up, "When the Moon is up, from noon to noon.");
        see("dark", &DarkNight::dark, "When it is night and the Moon is not up.");
        see("night_minutes", &DarkNight::night_minutes, "Of astronomical night.");
        see("dark_minutes", &DarkNight::dark_minutes, "Of it, without the Moon.");
        see("darkest", &DarkNight::darkest, "When the Sun is lowest.");
        see("lowest_sun_degrees", &DarkNight::lowest_sun_degrees,
            "Its altitude then; why a bright night is bright.");
    }
};

struct DarkNights {
    std::optional<std::string> zone;
    std::vector<DarkNight> nights;

    static constexpr void fields(auto&& see) {
        see("zone", &DarkNights::zone,
            "The place's time zone; null where its clock is not known and the Sun's mean time, in "
            "whole hours, stands in.");
        see("nights", &DarkNights::nights, "In the order of their dates.");
    }
};

struct BestNightsAhead {
    double latitude;
    double longitude;
    std::optional<double> elevation_metres = {};
    std::optional<Date> date = {};
    std::optional<int> nights = {};
    std::optional<int> limit = {};

    static constexpr void fields(auto&& see) {
        see_place<BestNightsAhead>(see);
        see("date", &BestNightsAhead::date,
            "The place's day on which the first night begins; the night now or next if absent.");
        see("nights", &BestNightsAhead::nights, "How many to judge, 1 to 366; 30 if absent.");
        see("limit", &BestNightsAhead::limit, "How many to tell of, 1 to 366; 10 if absent.");
    }
};

/// A night and what it is worth. Brightness is the zenith's, over the astronomical night.
struct BestNight {
    int rank;
    Date date;
    NightKind kind;
    std::optional<RankedBy> ranked_by;
    double night_minutes;
    double dark_minutes;
    double mean_mag_per_arcsec2;
    double best_mag_per_arcsec2;
    double moonless_mag_per_arcsec2;
    double moonlight_magnitudes;
    TimeSpan best;
    std::vector<std::string> reasons;

    static constexpr void fields(auto&& see) {
        see("rank", &BestNight::rank, "1 is the best.");
        see("date", &BestNight::date, "The place's day on which it begins.");
        see("kind", &BestNight::kind, "What it offers.");
        see("ranked_by", &BestNight::ranked_by,
            "What put it behind the one before it; null for the first.");
        see("night_minutes", &BestNight::night_minutes, "Of astronomical night.");
        see("dark_minutes", &BestNight::dark_minutes, "Of it, without the Moon.");
        see("mean_mag_per_arcsec2", &BestNight::mean_mag_per_arcsec2,
            "Of its mean luminance, moonlight included.");
        see("best_mag_per_arcsec2", &BestNight::best_mag_per_arcsec2, "At its darkest.");
        see("moonless_mag_per_arcsec2", &BestNight::moonless_mag_per_arcsec2,
            "What it would be without the Moon.");
        see("moonlight_magnitudes", &BestNight::moonlight_magnitudes,
            "By how much moonlight brightens it in the mean.");
        see("best", &BestNight::best, "The stretch to go out for.");
        see("reasons", &BestNight::reasons, "The same in words.");
    }
};

struct BestNightsView {
    std::optional<std::string> zone;
    BestNightsStatus status;
    int judged;
    int without_night;
    std::vector<BestNight> nights;
    BortleView light;

    static constexpr void fields(auto&& see) {
        see("zone", &BestNightsView::zone, "The place's time zone; null where it is not known.");
        see("status", &BestNightsView::status, "Whether any night is dark at all.");
        see("judged", &BestNightsView::judged, "How many nights were judged.");
        see("without_night", &BestNightsView::without_night,
            "How many of them the Sun keeps from getting dark: they are not listed.");
        see("nights", &BestNightsView::nights, "Best first.");
        see("light", &BestNightsView::light, "The artificial light they were judged by.");
    }
};

}  // namespace asterism::sky
