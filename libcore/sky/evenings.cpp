#include "libcore/sky/evenings.hpp"

#include <algorithm>

#include "libcore/sky/faults.hpp"
#include "libcore/sky/known_years.hpp"

namespace asterism::sky {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::sys_days;

Evening now_or_next(PlaceClock& clock, const Observer& observer, Instant now) {
    Night night = night_at(observer, now);
    if (night.sun.dawn && *night.sun.dawn <= now)
        night = night_at(observer, night.noons.until + hours{1});
    return {clock.date(night.noons.from), night};
}

}  // namespace

Result<Evening> evening_of(PlaceClock& clock, const Observer& observer,
                           const std::optional<Date>& date, Now now) {
    const bool is_known = date ? known(*date) : known(now.at);
    if (!is_known) return field_error(date_out_of_range, "date");
    if (!date) return now_or_next(clock, observer, now.at);
    return Evening{*date, night_of(observer, *date, clock.offset(clock.noon_of(*date)))};
}

Evening next_evening(PlaceClock& clock, const Observer& observer, const Evening& before) {
    const Night night = night_at(observer, before.night.noons.until + hours{1});
    const sys_days shown{clock.date(night.noons.from)};
    return {Date{std::max(shown, sys_days{before.date} + days{1})}, night};
}

Instant start_of(const Night& night) { return night.sun.dusk.value_or(night.noons.from); }

Result<int> count_of(const std::optional<int>& asked, int usual, int most, std::string_view field) {
    const int count = asked.value_or(usual);
    if (count < 1) return field_error(range_empty, field);
    if (count > most) return field_error(range_too_long, field);
    return count;
}

std::optional<Error> beyond_known(Date first, int count, std::string_view field) {
    if (known(Date{sys_days{first} + days{count - 1}})) return std::nullopt;
    return field_error(date_out_of_range, field);
}

}  // namespace asterism::sky
