#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libcore/base/time.hpp"
#include "libcore/sky/place.hpp"
#include "libcore/sky/place_clock.hpp"
#include "libcore/sky/sight_types.hpp"
#include "libcore/sky/zones.hpp"

namespace asterism::cli {

/// Moments as people at a place read them off their clocks, to the nearest minute as almanacs do.
class LocalTimes {
public:
    /// Without a place in UTC.
    LocalTimes(const std::optional<sky::Place>& place, const sky::Zones& zones);

    /// "Europe/Ljubljana, UTC+01:00", by the clock at that moment.
    std::string zone(Instant at);

    /// Below a table of many days: "Times of Europe/Ljubljana.", with the end of the line.
    std::string line() const;

    /// "18:09".
    std::string time(Instant at);

    /// "Sat 2026-11-21 18:09".
    std::string moment(Instant at);

    /// "18:09-05:26"; of a night at a pole, from noon to noon, "all through".
    std::string span(const sky::TimeSpan& span);

    /// With commas; "-" if there is none.
    std::string spans(const std::vector<sky::TimeSpan>& spans);

    Date day(Instant at);

private:
    std::string name() const;
    /// By the clock, to the minute.
    std::string text(Instant at);

    std::optional<sky::PlaceClock> clock_;
};

/// "Sat".
std::string_view weekday_of(Date day);

}  // namespace asterism::cli
