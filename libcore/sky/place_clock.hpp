#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "libcore/base/time.hpp"
#include "libcore/sky/place.hpp"
#include "libcore/sky/zones.hpp"

namespace asterism::sky {

/// The clock by which people at a place live. Where the database of zones has no rules for the
/// place's zone, the Sun's mean time in whole hours stands in, as ships keep it, and `zone` says
/// that it does. For one thread; keeps the last stretch, since questions come close together.
class PlaceClock {
public:
    PlaceClock(const Place& place, const Zones& zones);

    /// The zone's name; none if its rules are not known.
    std::optional<std::string> zone() const;

    /// How far it is ahead of UTC at that moment.
    std::chrono::seconds offset(Instant at);

    /// The day that it shows.
    Date date(Instant at);

    /// When that day begins: its first moment, or that of the next day there is.
    Instant start_of(Date day) const;

    /// A moment around the middle of that day, from which to ask for its offset.
    Instant noon_of(Date day) const;

private:
    Instant moment_of(Date day, std::chrono::hours time_of_day) const;

    const Zones& zones_;
    std::string_view zone_;
    ZoneStretch last_;
    bool known_;
};

/// How one writes what a clock shows: "2026-11-21T18:09:00+01:00", whole seconds. An offset of so
/// many seconds, as before zones were agreed upon, is shown as "+00:19:32".
std::string clock_text(Instant at, std::chrono::seconds offset);

}  // namespace asterism::sky
