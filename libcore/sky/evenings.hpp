#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "libcore/base/result.hpp"
#include "libcore/base/time.hpp"
#include "libcore/sky/intervals.hpp"
#include "libcore/sky/night.hpp"
#include "libcore/sky/place_clock.hpp"
#include "libcore/sky/sight_types.hpp"

namespace asterism::sky {

/// A night and the place's day on which it begins.
struct Evening {
    Date date;
    Night night;
};

/// That of the day; without one the night that is now or, after sunrise, the one to come. Refuses
/// what is not of the known years: the field `date`.
Result<Evening> evening_of(PlaceClock& clock, const Observer& observer,
                           const std::optional<Date>& date, Now now);

/// The one that follows. Every night has a day of its own, also where a clock left one out.
Evening next_evening(PlaceClock& clock, const Observer& observer, const Evening& before);

/// The moment from which a night's clock is told: sunset or, where there is none, noon.
Instant start_of(const Night& night);

/// How many of something are asked for, or what is wrong with that.
Result<int> count_of(const std::optional<int>& asked, int usual, int most, std::string_view field);

/// Whether so many days or nights from that one on are all of the known years.
std::optional<Error> beyond_known(Date first, int count, std::string_view field);

/// The list as answers show it.
template <class Intervals>
std::vector<TimeSpan> spans_of(const Intervals& intervals) {
    std::vector<TimeSpan> out;
    for (const Interval& each : intervals) out.push_back({each.from, each.until});
    return out;
}

}  // namespace asterism::sky
