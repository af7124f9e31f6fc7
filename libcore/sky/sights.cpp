#include "libcore/sky/sights.hpp"

#include "libcore/sky/ephemeris.hpp"
#include "libcore/sky/transits.hpp"

namespace asterism::sky {

namespace {

using std::chrono::days;

/// The Moon's day is an hour longer than ours, and no body's is much more.
constexpr days one_transit_at_least{2};

DailyPath daily_path(WindowState state) {
    switch (state) {
        case WindowState::above_all_window: return DailyPath::up_all_day;
        case WindowState::below_all_window: return DailyPath::does_not_rise;
        case WindowState::events:
        case WindowState::not_searched: break;
    }
    return DailyPath::rises_or_sets;
}

std::optional<Instant> instant_of(const std::optional<Crossing>& crossing) {
    if (!crossing || !is_covered(crossing->at.tt)) return std::nullopt;
    return civil(crossing->at.tt);
}

std::optional<Transit> next_transit(const Observer& observer, Path path, Instant at) {
    const Window window = window_between(at, at + one_transit_at_least);
    for (const Transit& transit : transits(observer, path, window).events) {
        if (transit.meridian == Meridian::upper && is_covered(transit.at.tt)) return transit;
    }
    return std::nullopt;
}

}  // namespace

LocalSight sight_of(const Observer& observer, Path path, const Limit& horizon, Horizontal airless,
                    Instant at) {
    const auto next = [&](Way way) {
        return instant_of(next_crossing(observer, path, horizon, way, at, longest_search));
    };
    const Window day = window_between(at, at + days{1});
    LocalSight sight{.azimuth_degrees = airless.azimuth.value,
                     .altitude_degrees = airless.altitude.value,
                     .refracted_altitude_degrees = refracted(airless).altitude.value,
                     .path = daily_path(crossings(observer, path, horizon, day).state),
                     .next_rise = next(Way::rising),
                     .next_set = next(Way::setting),
                     .next_transit = {},
                     .transit_altitude_degrees = {}};
    if (const auto transit = next_transit(observer, path, at)) {
        const LocalVector there = local_sight(observer, transit->at, path(transit->at.tt));
        sight.next_transit = civil(transit->at.tt);
        sight.transit_altitude_degrees = horizontal(there).altitude.value;
    }
    return sight;
}

}  // namespace asterism::sky
