#include <algorithm>
#include <utility>

#include "libcore/sky/calendar_events.hpp"
#include "libcore/sky/evenings.hpp"
#include "libcore/sky/faults.hpp"
#include "libcore/sky/known_years.hpp"
#include "libcore/sky/night_cases.hpp"

namespace asterism::sky {

namespace {

using std::chrono::days;
using std::chrono::sys_days;

bool needs_place(EventKind kind) {
    return kind == EventKind::dark || kind == EventKind::moon_rise_set ||
           kind == EventKind::sun_rise_set;
}

std::vector<EventKind> usual_kinds(bool with_place) {
    std::vector<EventKind> out{EventKind::moon_quarters, EventKind::seasons, EventKind::showers};
    if (with_place) out.push_back(EventKind::dark);
    return out;
}

struct Asked {
    std::optional<Place> place;
    int days;
    std::vector<EventKind> kinds;  ///< each once
};

Result<Asked> asked(const SkyCalendarRange& input) {
    const auto place = place_if_any(input);
    if (!place) return place.error();
    const auto count = count_of(input.days, 30, most_calendar_days, "days");
    if (!count) return count.error();
    auto kinds = input.kinds ? *input.kinds : usual_kinds(place->has_value());
    if (!*place && std::ranges::any_of(kinds, needs_place))
        return field_error(place_needed, "kinds");
    std::ranges::sort(kinds);
    kinds.erase(std::unique(kinds.begin(), kinds.end()), kinds.end());
    return Asked{*place, *count, std::move(kinds)};
}

/// The place's clock, if there is a place, and the days asked for by it.
struct Days {
    std::optional<PlaceClock> clock;
    Date first;
    Interval range;
};

Result<Days> days_of(const Asked& wanted, const std::optional<Date>& date, Now now,
                     const Zones& zones) {
    Days out{};
    if (wanted.place) out.clock.emplace(*wanted.place, zones);
    if (!date && !known(now.at)) return field_error(date_out_of_range, "date");
    const auto today = [&] {
        return out.clock ? out.clock->date(now.at) : Date{std::chrono::floor<days>(now.at)};
    };
    out.first = date ? *date : today();
    if (!known(out.first)) return field_error(date_out_of_range, "date");
    if (auto refused = beyond_known(out.first, wanted.days, "days")) return *std::move(refused);
    const Date after{sys_days{out.first} + days{wanted.days}};
    const auto start = [&](Date day) {
        return out.clock ? out.clock->start_of(day) : Instant{sys_days{day}};
    };
    out.range = {start(out.first), start(after)};
    return out;
}

void add(EventKind kind, EventList& list, const Asked& wanted, Days& all) {
    const Observer observer(wanted.place.value_or(Place{}));
    switch (kind) {
        case EventKind::moon_quarters: return add_quarters(list);
        case EventKind::apsides: return add_apsides(list);
        case EventKind::seasons: return add_seasons(list);
        case EventKind::showers: return add_showers(list);
        case EventKind::dark: return add_dark(list, observer, *all.clock, all.first, wanted.days);
        case EventKind::moon_rise_set: return add_moon_rise_set(list, observer);
        case EventKind::sun_rise_set: return add_sun_rise_set(list, observer);
    }
}

}  // namespace

Result<SkyCalendar> sky_calendar(Now now, const Zones& zones, const SkyCalendarRange& input) {
    const auto wanted = asked(input);
    if (!wanted) return wanted.error();
    auto days = days_of(*wanted, input.date, now, zones);
    if (!days) return days.error();

    EventList list(days->range, wanted->place, days->clock ? &*days->clock : nullptr);
    for (const EventKind kind : wanted->kinds) add(kind, list, *wanted, *days);
    return SkyCalendar{.generated_at = now.at,
                       .latitude = input.latitude,
                       .longitude = input.longitude,
                       .zone = days->clock ? days->clock->zone() : std::nullopt,
                       .date = days->first,
                       .days = wanted->days,
                       .events = std::move(list).taken()};
}

}  // namespace asterism::sky
