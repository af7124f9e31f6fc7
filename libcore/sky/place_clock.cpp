#include "libcore/sky/place_clock.hpp"

#include <cmath>

#include "libcore/sky/words.hpp"

namespace asterism::sky {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::seconds;
using std::chrono::sys_days;

namespace {

hours nautical_hours(Degrees longitude) {
    return hours{static_cast<int>(std::floor((longitude.value + 7.5) / 15))};
}

std::string offset_text(seconds offset) {
    const std::chrono::hh_mm_ss parts(std::chrono::abs(offset));
    std::string out = offset < seconds{0} ? "-" : "+";
    out += two_digits(parts.hours().count()) + ':' + two_digits(parts.minutes().count());
    if (parts.seconds().count() != 0) out += ':' + two_digits(parts.seconds().count());
    return out;
}

}  // namespace

PlaceClock::PlaceClock(const Place& place, const Zones& zones)
    : zones_(zones),
      zone_(zone_at(place)),
      last_{nautical_hours(place.longitude), Instant::max(), Instant::min()} {
    const auto now = zones.stretch(zone_, sys_days{});
    known_ = now.has_value();
    if (now) last_ = *now;
}

std::optional<std::string> PlaceClock::zone() const {
    return known_ ? std::optional<std::string>{zone_} : std::nullopt;
}

seconds PlaceClock::offset(Instant at) {
    if (known_ && (at < last_.from || last_.until <= at)) {
        if (const auto found = zones_.stretch(zone_, at)) last_ = *found;
    }
    return last_.offset;
}

Date PlaceClock::date(Instant at) { return Date{std::chrono::floor<days>(at + offset(at))}; }

Instant PlaceClock::start_of(Date day) const { return moment_of(day, hours{0}); }

Instant PlaceClock::noon_of(Date day) const { return moment_of(day, hours{12}); }

Instant PlaceClock::moment_of(Date day, hours time_of_day) const {
    if (known_) {
        if (const auto found = local_moment(zone_, zones_, day, time_of_day)) return *found;
    }
    return sys_days{day} + time_of_day - last_.offset;
}

std::string clock_text(Instant at, seconds offset) {
    const auto shown = std::chrono::floor<seconds>(at) + offset;
    const auto day = std::chrono::floor<days>(shown);
    const std::chrono::hh_mm_ss time(shown - day);
    return date_text(Date{day}) + 'T' + two_digits(time.hours().count()) + ':' +
           two_digits(time.minutes().count()) + ':' + two_digits(time.seconds().count()) +
           offset_text(offset);
}

}  // namespace asterism::sky
