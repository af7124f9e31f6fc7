#include "libcore/sky/calendar_events.hpp"

#include <algorithm>

#include "libcore/sky/apsides.hpp"
#include "libcore/sky/moon.hpp"
#include "libcore/sky/quarters.hpp"
#include "libcore/sky/seasons.hpp"
#include "libcore/sky/showers.hpp"
#include "libcore/sky/words.hpp"

namespace asterism::sky {

namespace {

using std::chrono::days;

/// "_46.05_14.51": of places so near to each other the sky is the same.
std::string place_words(const std::optional<Place>& place) {
    if (!place) return {};
    return '_' + fixed_text(place->latitude.value, 2) + '_' + fixed_text(place->longitude.value, 2);
}

CalendarEvent moment(std::string name, Instant at, std::string note) {
    return {.kind = {},
            .name = std::move(name),
            .begins = at,
            .ends = {},
            .date = {},
            .note = std::move(note),
            .uid = {}};
}

std::string note_of(const Shower& shower, Instant peak) {
    std::string note;
    if (shower.peak_rate)
        note =
            "Up to " + fixed_text(*shower.peak_rate, 0) + " meteors an hour under a perfect sky. ";
    const double lit = moon_geometry(peak).illuminated_fraction;
    return note + "The Moon is " + fixed_text(100 * lit, 0) + " % lit.";
}

}  // namespace

EventList::EventList(Interval range, const std::optional<Place>& place, PlaceClock* clock)
    : range_(range), place_(place_words(place)), clock_(clock) {}

Date EventList::day_of(Instant at) const {
    return clock_ ? clock_->date(at) : Date{std::chrono::floor<days>(at)};
}

void EventList::add(EventKind kind, std::string_view sort, CalendarEvent&& event) {
    event.kind = kind;
    if (event.date == Date{}) event.date = day_of(event.begins);
    event.uid = name_of(kind);
    if (!sort.empty()) event.uid.append(1, '_').append(sort);
    event.uid += '_' + date_text(event.date) + '_';
    event.uid += std::to_string(1 + same_day(event)) + place_;
    events_.push_back(std::move(event));
}

std::ptrdiff_t EventList::same_day(const CalendarEvent& event) const {
    const auto other_day = [&](const CalendarEvent& told) {
        return told.kind != event.kind || told.date != event.date;
    };
    const auto today = std::find_if(events_.rbegin(), events_.rend(), other_day);
    return std::count_if(events_.rbegin(), today, [&](const CalendarEvent& told) {
        return told.uid.starts_with(event.uid);
    });
}

std::vector<CalendarEvent> EventList::taken() && {
    std::ranges::stable_sort(events_, {}, &CalendarEvent::begins);
    return std::move(events_);
}

void add_quarters(EventList& list) {
    for (const auto& [at, quarter] : quarters_between(list.range().from, list.range().until)) {
        const auto name = name_of(quarter);
        list.add(EventKind::moon_quarters, name, moment(capitalised(spaced(name)), at, {}));
    }
}

void add_apsides(EventList& list) {
    auto after = terrestrial(list.range().from - Instant::duration{1});
    while (const auto found = next_moon_apsis(after)) {
        const Instant at = civil(found->at);
        if (at >= list.range().until) return;
        const bool near = found->apsis == Apsis::nearest;
        list.add(EventKind::apsides, near ? "perigee" : "apogee",
                 moment(near ? "Moon nearest" : "Moon farthest", at,
                        fixed_text(found->distance_km, 0) + " km from the Earth's centre."));
        after = found->at;
    }
}

void add_seasons(EventList& list) {
    auto found = next_season(terrestrial(list.range().from - Instant::duration{1}));
    for (Instant at = civil(found.at); at < list.range().until; at = civil(found.at)) {
        const auto name = name_of(found.season);
        list.add(EventKind::seasons, name, moment(capitalised(spaced(name)), at, {}));
        found = next_season(found.at);
    }
}

void add_showers(EventList& list) {
    const auto& [from, until] = list.range();
    const auto last = Date{std::chrono::floor<days>(until)}.year();
    for (auto year = Date{std::chrono::floor<days>(from)}.year(); year <= last; ++year) {
        for (const Shower& shower : showers()) {
            const Instant peak = peak_of(shower, year);
            if (peak < from || peak >= until) continue;
            list.add(
                EventKind::showers, shower.code,
                moment("Peak of the " + std::string(shower.name), peak, note_of(shower, peak)));
        }
    }
}

}  // namespace asterism::sky
