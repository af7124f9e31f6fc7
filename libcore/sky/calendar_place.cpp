#include "libcore/sky/calendar_events.hpp"
#include "libcore/sky/crossings.hpp"
#include "libcore/sky/dark.hpp"
#include "libcore/sky/ephemeris.hpp"
#include "libcore/sky/evenings.hpp"
#include "libcore/sky/words.hpp"

namespace asterism::sky {

namespace {

constexpr std::chrono::days at_once = longest_window;

struct Words {
    std::string_view rise;
    std::string_view set;
};

std::string azimuth_text(const Observer& observer, Path path, Moment at) {
    const Horizontal there = horizontal(local_sight(observer, at, path(at.tt)));
    return "Azimuth " + fixed_text(there.azimuth.value, 0) + " degrees.";
}

void add_crossings(EventList& list, EventKind kind, const Observer& observer, Path path,
                   const Limit& limit, const Words& words) {
    const Instant until = list.range().until;
    for (Instant from = list.range().from; from < until; from += at_once) {
        const Window window = window_between(from, std::min<Instant>(until, from + at_once));
        for (const Crossing& event : crossings(observer, path, limit, window).events) {
            const bool rises = event.way == Way::rising;
            list.add(kind, rises ? "rise" : "set",
                     {.kind = kind,
                      .name = std::string(rises ? words.rise : words.set),
                      .begins = civil(event.at.tt),
                      .ends = {},
                      .date = {},
                      .note = azimuth_text(observer, path, event.at),
                      .uid = {}});
        }
    }
}

}  // namespace

void add_dark(EventList& list, const Observer& observer, PlaceClock& clock, Date first, int days) {
    const Date after{std::chrono::sys_days{first} + std::chrono::days{days}};
    const auto offset = clock.offset(clock.noon_of(first));
    Evening evening{first, night_of(observer, first, offset)};
    for (; evening.date < after; evening = next_evening(clock, observer, evening)) {
        const DarkWindow window = dark_window(observer, evening.night);
        for (const Interval& dark : window.dark) {
            const double minutes = Seconds{dark.until - dark.from}.count() / 60;
            list.add(EventKind::dark, {},
                     {.kind = EventKind::dark,
                      .name = "Dark sky",
                      .begins = dark.from,
                      .ends = dark.until,
                      .date = evening.date,
                      .note = duration_text(minutes) + " of night without the Moon.",
                      .uid = {}});
        }
    }
}

void add_moon_rise_set(EventList& list, const Observer& observer) {
    add_crossings(list, EventKind::moon_rise_set, observer, apparent_moon, moon_limb,
                  {"Moonrise", "Moonset"});
}

void add_sun_rise_set(EventList& list, const Observer& observer) {
    add_crossings(list, EventKind::sun_rise_set, observer, apparent_sun, sun_limb,
                  {"Sunrise", "Sunset"});
}

}  // namespace asterism::sky
