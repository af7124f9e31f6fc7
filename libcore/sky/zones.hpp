#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "libcore/base/time.hpp"
#include "libcore/sky/place.hpp"

namespace asterism::sky {

/// The IANA name of the zone whose clock a place goes by, as "Europe/Ljubljana"; where neither land
/// nor territorial water is, the nautical zone of the longitude, as "Etc/GMT-3", which is three
/// hours *ahead* of UTC. A meridian between two nautical zones belongs to the eastern one, the date
/// line so to "Etc/GMT+12". At the poles longitude means nothing: "Etc/GMT" at the north one, and
/// at the south one "Antarctica/McMurdo", whose clock the station there keeps. Where the shapes of
/// two zones overlap, since land is disputed or people keep two times, the one with less area.
/// Never throws, never allocates. A latitude beyond a pole is taken for it, and what is no number
/// for 0. The text lives for ever.
std::string_view zone_at(Place place);

/// A stretch of time [from, until) through which a zone's clocks are ahead of UTC by the same.
struct ZoneStretch {
    std::chrono::seconds offset;  ///< negative west of Greenwich; less than a day
    Instant from;                 ///< Instant::min() if it was ever so
    Instant until;                ///< after `from`; Instant::max() if no end of it is known
};

/// What clocks of the world's zones show. May be used by many threads at once.
class Zones {
public:
    virtual ~Zones() = default;
    /// The stretch that holds the moment; none if there is no zone of that name. Throws where the
    /// zones' rules cannot be had at all.
    virtual std::optional<ZoneStretch> stretch(std::string_view zone, Instant at) const = 0;
};

/// What a clock on the wall shows.
struct LocalClock {
    Date date;
    std::chrono::microseconds time_of_day;  ///< 0 up to 24 hours
    std::chrono::seconds offset;            ///< ahead of UTC
};

/// None if there is no such zone, as in all that follows. They throw what `zones` throws.
std::optional<LocalClock> local_clock(std::string_view zone, const Zones& zones, Instant at);

/// The first moment at which the zone's clock shows that time of that day or a later one: where the
/// clock skips it, the end of the gap; where it shows it twice, the first time.
std::optional<Instant> local_moment(std::string_view zone, const Zones& zones, Date date,
                                    std::chrono::seconds time_of_day);

/// The moments [from, until) of a day of the calendar at some place. The days of a zone follow each
/// other without a gap. One may last 23 or 25 hours, or none at all where the clock was put across
/// a whole day.
struct LocalDay {
    Instant from;
    Instant until;

    constexpr std::chrono::microseconds length() const { return until - from; }
};

std::optional<LocalDay> local_day(std::string_view zone, const Zones& zones, Date date);
std::optional<LocalDay> local_day(Place place, const Zones& zones, Date date);

/// From noon of that day to the next day's, so that dusk comes before dawn.
std::optional<LocalDay> local_night(std::string_view zone, const Zones& zones, Date date);

}  // namespace asterism::sky
