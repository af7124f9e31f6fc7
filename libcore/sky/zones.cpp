#include "libcore/sky/zones.hpp"

#include <algorithm>

namespace asterism::sky {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::sys_seconds;

std::optional<LocalClock> local_clock(std::string_view zone, const Zones& zones, Instant at) {
    const auto stretch = zones.stretch(zone, at);
    if (!stretch) return std::nullopt;
    // In whole seconds, which do not overflow at the ends of time once there is a whole one.
    at = std::max<Instant>(at, Instant::min() + std::chrono::seconds{1});
    const auto second = std::chrono::floor<std::chrono::seconds>(at);
    const sys_seconds shown = second + stretch->offset;
    const auto day = std::chrono::floor<days>(shown);
    return LocalClock{Date{day}, (shown - day) + (at - second), stretch->offset};
}

std::optional<Instant> local_moment(std::string_view zone, const Zones& zones, Date date,
                                    std::chrono::seconds time_of_day) {
    const Instant shown = sys_days{date} + time_of_day;
    // No clock is a day or more away from UTC: this one shows less at the first moment, and no less
    // at the last.
    for (Instant at = shown - days{1}; at <= shown + days{1};) {
        const auto stretch = zones.stretch(zone, at);
        if (!stretch) return std::nullopt;
        const Instant reached = std::max<Instant>(at, shown - stretch->offset);
        if (reached < stretch->until) return reached;
        at = std::max<Instant>(stretch->until, at + std::chrono::seconds{1});
    }
    return std::nullopt;
}

std::optional<LocalDay> local_day(std::string_view zone, const Zones& zones, Date date) {
    const auto from = local_moment(zone, zones, date, {});
    const auto until = local_moment(zone, zones, sys_days{date} + days{1}, {});
    if (!from || !until) return std::nullopt;
    return LocalDay{*from, *until};
}

std::optional<LocalDay> local_day(Place place, const Zones& zones, Date date) {
    return local_day(zone_at(place), zones, date);
}

std::optional<LocalDay> local_night(std::string_view zone, const Zones& zones, Date date) {
    constexpr std::chrono::hours noon{12};
    const auto from = local_moment(zone, zones, date, noon);
    const auto until = local_moment(zone, zones, sys_days{date} + days{1}, noon);
    if (!from || !until) return std::nullopt;
    return LocalDay{*from, *until};
}

}  // namespace asterism::sky
