#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libcore/sky/calendar_types.hpp"
#include "libcore/sky/intervals.hpp"
#include "libcore/sky/observer.hpp"
#include "libcore/sky/place_clock.hpp"

namespace asterism::sky {

/// Gathers the events of a calendar and gives each a name of its own, the same whenever it is asked
/// for: its kind, its day, which of that day it is, and the place.
class EventList {
public:
    /// Without a clock days are UTC's.
    EventList(Interval range, const std::optional<Place>& place, PlaceClock* clock);

    const Interval& range() const { return range_; }

    Date day_of(Instant at) const;

    /// Of one kind in order of time. `sort` tells it from others of its kind, in the uid.
    void add(EventKind kind, std::string_view sort, CalendarEvent&& event);

    /// In order of time.
    std::vector<CalendarEvent> taken() &&;

private:
    /// How many of the same name and day have been told already.
    std::ptrdiff_t same_day(const CalendarEvent& event) const;

    Interval range_;
    std::string place_;
    PlaceClock* clock_;
    std::vector<CalendarEvent> events_;
};

// What happens in the range, wherever one is.
void add_quarters(EventList& list);
void add_apsides(EventList& list);
void add_seasons(EventList& list);
void add_showers(EventList& list);

// What happens at a place.
void add_dark(EventList& list, const Observer& observer, PlaceClock& clock, Date first, int days);
void add_moon_rise_set(EventList& list, const Observer& observer);
void add_sun_rise_set(EventList& list, const Observer& observer);

}  // namespace asterism::sky
