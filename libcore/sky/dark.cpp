#include "libcore/sky/dark.hpp"

#include <algorithm>

#include "libcore/sky/ephemeris.hpp"

namespace asterism::sky {

namespace {

/// The parts of the whole during which the body is above its limit, or below it.
template <std::size_t Capacity>
ShortList<Interval, Capacity> parts(const Crossings& found, const Interval& whole, bool above) {
    ShortList<Interval, Capacity> intervals;
    bool is_above = found.state == WindowState::above_all_window;
    if (!found.events.empty()) is_above = found.events.front().way == Way::setting;
    Instant from = whole.from;
    const auto end_at = [&](Instant until) {
        if (is_above == above && from < until) intervals.add({from, until});
        from = until;
        is_above = !is_above;
    };
    for (const Crossing& event : found.events) {
        end_at(std::clamp(civil(event.at.tt), from, whole.until));
    }
    if (found.state != WindowState::not_searched) end_at(whole.until);
    return intervals;
}

/// `whole` without the others, which are in order.
template <class Intervals, class Add>
void without(Interval whole, const Intervals& others, const Add& add) {
    for (const Interval& other : others) {
        const Instant until = std::min(other.from, whole.until);
        if (whole.from < until) add(Interval{whole.from, until});
        whole.from = std::max(whole.from, other.until);
    }
    if (whole.from < whole.until) add(whole);
}

}  // namespace

DarkWindow dark_window(const Observer& observer, const Night& night) {
    if (!is_covered(night.noons.from)) return {};
    const Window window = window_between(night.noons.from, night.noons.until);
    const Crossings sun = crossings(observer, apparent_sun, astronomical_twilight, window);
    const Crossings moon = crossings(observer, apparent_moon, moon_limb, window);
    DarkWindow found{
        parts<3>(sun, night.noons, false), parts<4>(moon, night.noons, true), moon.state, {}, {}};
    for (const Interval& part : found.astronomical_night) {
        without(part, found.moon_up, [&](const Interval& dark) {
            found.dark.add(dark);
            found.total += dark.until - dark.from;
        });
    }
    return found;
}

}  // namespace asterism::sky
