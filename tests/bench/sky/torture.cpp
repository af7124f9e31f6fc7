#include "tests/bench/sky/torture.hpp"

#include <cmath>
#include <cstdio>
#include <cstring>
#include <limits>

#include "libcore/sky/dark.hpp"
#include "libcore/sky/ephemeris.hpp"
#include "libcore/sky/planets.hpp"
#include "libcore/sky/transits.hpp"
#include "tests/bench/sky/stopwatch.hpp"
#include "tests/bench/sky/torture_case.hpp"

namespace asterism::bench {
namespace {

using namespace sky;
using std::chrono::days;

/// No call may take longer: a hundred times the usual.
constexpr double longest_call_ms = 20;

struct PlanetFollower {
    Planet planet;

    Vector operator()(TerrestrialTime at) const { return apparent_planet(planet, at); }
};

/// Kilometres of the limit's point above the limit; and how many a second of arc makes there.
struct Above {
    double km;
    double arcsecond_km;
};

Above above(const Observer& observer, const Path& path, const Limit& limit, Moment at) {
    const LocalVector sight = local_sight(observer, at, path(at.tt));
    const double range = length(sight);
    const double dip = limit.at_the_horizon ? observer.dip().value : 0;
    const double sine = std::sin(radians(limit.altitude).value - dip -
                                 std::asin(std::min(1.0, limit.radius_km / range)));
    return {sight.up - range * sine, range * radians_per_arcsecond};
}

bool same_bits(const Crossings& a, const Crossings& b) {
    if (a.state != b.state || a.events.size() != b.events.size()) return false;
    for (std::size_t n = 0; n < a.events.size(); ++n) {
        if (std::memcmp(&a.events[n].at, &b.events[n].at, sizeof(Moment)) != 0) return false;
    }
    return true;
}

void check_order(Case& now, const Crossings& found, const Window& window) {
    now.demand(found.state != WindowState::not_searched, "is searched");
    now.demand((found.state == WindowState::events) == !found.events.empty(), "state fits events");
    const Crossing* last = nullptr;
    for (const Crossing& event : found.events) {
        const double at = event.at.tt.days;
        now.demand(at >= window.from.tt.days && at < window.until.tt.days, "lies in its window");
        now.demand(!last || at >= last->at.tt.days, "is in order");
        now.demand(!last || event.way != last->way, "rises and sets by turns");
        last = &event;
    }
}

/// Is it above when the events say so? Not asked within an arcsecond of the limit.
void check_sides(Case& now, Dice& dice, const Observer& observer, const Path& path,
                 const Crossings& found, const Window& window) {
    for (int time = 0; time < 4; ++time) {
        const Moment at = window.at(dice.between(0, 1));
        bool up = found.state == WindowState::above_all_window ||
                  (!found.events.empty() && found.events.front().way == Way::setting);
        for (const Crossing& event : found.events) {
            if (event.at.tt.days <= at.tt.days) up = event.way == Way::rising;
        }
        const Above truth = above(observer, path, now.limit, at);
        if (std::abs(truth.km) < truth.arcsecond_km) continue;
        now.demand((truth.km > 0) == up, "is on the side that the events say");
    }
}

/// Two windows that adjoin have what their union has.
void check_halves(Case& now, Dice& dice, const Observer& observer, const Path& path,
                  const Crossings& found, const Window& window) {
    const Moment middle = !found.events.empty() && dice.of(2) == 0
                              ? found.events[dice.of(static_cast<unsigned>(found.events.size()))].at
                              : window.at(dice.between(0, 1));
    const Crossings before = crossings(observer, path, now.limit, {window.from, middle});
    const Crossings after = crossings(observer, path, now.limit, {middle, window.until});
    const std::size_t both = before.events.size() + after.events.size();
    // An event at the border may be found a rounding earlier or later: twice, or in neither.
    bool near = false;
    for (const Crossing& event : found.events) {
        near = near || std::abs(event.at.tt.days - middle.tt.days) < 1e-7;
    }
    now.demand(both == found.events.size() ||
                   (near && both + 1 >= found.events.size() && both <= found.events.size() + 1),
               "halves hold what the whole holds");
}

void check_crossings(Case& now, Dice& dice) {
    const Observer observer(now.place);
    PlanetFollower follower{static_cast<Planet>(now.body < 2 ? 0 : now.body - 2)};
    const Path path = now.body == 0   ? Path(apparent_sun)
                      : now.body == 1 ? Path(apparent_moon)
                                      : Path(follower);
    const Window window = window_between(
        now.start,
        now.start + std::chrono::microseconds{1 + static_cast<std::int64_t>(now.days * 86400e6)});
    if (dice.of(5) == 0) {  // a limit that the body has at some moment: it may only touch it
        const Transits tops = transits(observer, path, window);
        const Moment at = tops.events.empty() ? window.from : tops.events.front().at;
        const Horizontal seen = horizontal(local_sight(observer, at, path(at.tt)));
        now.limit = {{seen.altitude.value + dice.between(-1, 1) * 1e-5}};
    }
    const Crossings found = crossings(observer, path, now.limit, window);
    check_order(now, found, window);
    check_sides(now, dice, observer, path, found, window);
    check_halves(now, dice, observer, path, found, window);
    Place turned = now.place;
    turned.longitude.value += turned.longitude.value > 0 ? -360 : 360;
    if (std::abs(now.place.longitude.value) == 180) {
        now.demand(same_bits(found, crossings(Observer(turned), path, now.limit, window)),
                   "is the same at 180 and -180");
    }
}

/// In order, apart, with something in them, and within the night.
template <class List>
Seconds check_list(Case& now, const List& list, const Interval& noons) {
    Seconds sum{0};
    Instant last = noons.from;
    for (const Interval& each : list) {
        now.demand(each.from >= last && each.from < each.until, "intervals are in order");
        now.demand(each.until <= noons.until, "intervals are within the night");
        last = each.until;
        sum += each.until - each.from;
    }
    return sum;
}

bool holds(const auto& list, Instant at) {
    for (const Interval& each : list) {
        if (each.from <= at && at < each.until) return true;
    }
    return false;
}

void check_sun(Case& now, const SunBelow& sun, const Interval& noons) {
    now.demand(sun.state != WindowState::not_searched, "a night's Sun is searched");
    if (sun.dusk && sun.dawn) now.demand(*sun.dusk <= *sun.dawn, "dusk comes before dawn");
    for (const auto& at : {sun.dusk, sun.dawn}) {
        if (at) now.demand(noons.from <= *at && *at <= noons.until, "twilight is in its night");
    }
    if (sun.state != WindowState::events) now.demand(!sun.dusk && !sun.dawn, "no state, no events");
}

void check_dark(Case& now, Dice& dice, const Observer& observer, const Night& night) {
    const DarkWindow dark = dark_window(observer, night);
    check_list(now, dark.astronomical_night, night.noons);
    check_list(now, dark.moon_up, night.noons);
    const Seconds sum = check_list(now, dark.dark, night.noons);
    now.demand(std::abs((sum - dark.total).count()) < 1e-5, "the total is that of the intervals");
    const Window window = window_between(night.noons.from, night.noons.until);
    for (int time = 0; time < 4; ++time) {
        const Instant at = civil(window.at(dice.between(0, 1)).tt);
        const Above sun = above(observer, apparent_sun, astronomical_twilight, moment_at(at));
        const Above moon = above(observer, apparent_moon, moon_limb, moment_at(at));
        if (std::abs(sun.km) < sun.arcsecond_km || std::abs(moon.km) < moon.arcsecond_km) continue;
        now.demand(holds(dark.moon_up, at) == (moon.km > 0), "the Moon is up when it is said to");
        now.demand(holds(dark.dark, at) == (sun.km < 0 && moon.km < 0), "dark is what is dark");
    }
}

void check_night(Case& now, Dice& dice) {
    const Observer observer(now.place);
    const Night night = night_at(observer, now.start);
    const Interval& noons = night.noons;
    const double hours = Seconds{noons.until - noons.from}.count() / 3600;
    now.demand(hours > 23.9 && hours < 24.1, "a night is a day from noon to noon");
    now.demand(noons.from <= now.start && now.start < noons.until, "the moment is in its night");
    now.demand(noons.from <= night.darkest && night.darkest <= noons.until,
               "the darkest moment is in the night");
    for (const SunBelow* sun : {&night.sun, &night.civil, &night.nautical, &night.astronomical}) {
        check_sun(now, *sun, noons);
    }
    const double lowest = sun_horizontal(observer, moment_at(night.darkest)).altitude.value;
    now.demand(std::abs(lowest - night.lowest_sun.value) < 1e-4, "the lowest Sun is as low");
    const bool is_dark = night.astronomical.state == WindowState::events ||
                         night.astronomical.state == WindowState::below_all_window;
    if (std::abs(lowest + 18) > 3e-4) {
        now.demand(is_dark == (lowest < -18), "there is astronomical night where the Sun gets low");
    }
    check_dark(now, dice, observer, night);
}

/// What no use case lets through must still come back.
void check_nonsense(Dice& dice) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    constexpr double strange[] = {
        std::numeric_limits<double>::quiet_NaN(), infinity, -infinity, 1e300, -1e300, 91, -1e9, 0};
    const auto some = [&] { return strange[dice.of(std::size(strange))]; };
    const Observer observer({{some()}, {some()}, some()});
    const Window window{{{some()}, {some()}}, {{some()}, {some()}}};
    keep(crossings(observer, apparent_moon, {{some()}, some(), true}, window));
    keep(transits(observer, apparent_sun, window));
    const Instant at{
        std::chrono::microseconds{static_cast<std::int64_t>(dice.between(-9e18, 9e18))}};
    const Night night = night_at(observer, at);
    keep(dark_window(observer, night));
}

}  // namespace

int torture(int cases) {
    Dice dice(20261127);
    int wrong = 0;
    double slowest_ms = 0;
    for (int n = 0; n < cases; ++n) {
        Case now = random_case(dice);
        const double before = thread_nanoseconds();
        check_crossings(now, dice);
        check_night(now, dice);
        if (n % 16 == 0) check_nonsense(dice);
        const double taken_ms = (thread_nanoseconds() - before) / 1e6;
        now.demand(taken_ms < longest_call_ms, "comes back soon");
        slowest_ms = std::max(slowest_ms, taken_ms);
        wrong += now.wrong > 0;
    }
    std::printf("%d cases, %d wrong, the slowest took %.2f ms\n", cases, wrong, slowest_ms);
    return wrong;
}

}  // namespace asterism::bench
