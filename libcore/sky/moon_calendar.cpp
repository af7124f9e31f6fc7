#include <chrono>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>

#include "libcore/sky/crossings.hpp"
#include "libcore/sky/ephemeris.hpp"
#include "libcore/sky/faults.hpp"
#include "libcore/sky/known_years.hpp"
#include "libcore/sky/limb.hpp"
#include "libcore/sky/phase_names.hpp"
#include "libcore/sky/place_clock.hpp"
#include "libcore/sky/quarters.hpp"
#include "libcore/sky/transits.hpp"
#include "libcore/sky/use_cases.hpp"

namespace asterism::sky {

namespace {

using std::chrono::days;
using std::chrono::sys_days;

std::optional<Error> unknown_days(Date start, Date end, const MoonCalendarRange& input) {
    Error error{&date_out_of_range};
    if (!known(start)) error.fields.push_back({"start", &date_out_of_range});
    if (input.end && !known(end)) error.fields.push_back({"end", &date_out_of_range});
    if (error.fields.empty()) return std::nullopt;
    error.detail = error.fields.front().field;
    return error;
}

std::optional<Error> refusal(Date start, Date end, const MoonCalendarRange& input) {
    if (auto unknown = unknown_days(start, end, input)) return unknown;
    if (end < start) return field_error(range_reversed, "end");
    const days longest =
        input.key_dates_only.value_or(false) ? longest_key_dates : longest_calendar;
    if (sys_days{end} - sys_days{start} > longest) return field_error(range_too_long, "end");
    return std::nullopt;
}

/// What a place adds to the calendar.
class Horizon {
public:
    Horizon(const Place& place, const Zones& zones, Now now)
        : observer_(place), clock_(place, zones), now_(now.at) {}

    void turn(MoonSight& moon) const {
        const double upright = moon_rotation(observer_, moment_at(moon.at)).value;
        moon.rotation_degrees = std::remainder(upright + (moon.waning ? 90 : -90), 360);
    }

    void add(MoonDay& day) {
        turn(day.moon);
        day.rotation_degrees = day.moon.rotation_degrees;
        const Instant from = clock_.start_of(day.date);
        const Instant until = clock_.start_of(Date{sys_days{day.date} + days{1}});
        const auto window = window_between(from, until);
        for (const auto& transit : transits(observer_, &apparent_moon, window).events) {
            if (transit.meridian != Meridian::upper) continue;
            day.rotation_degrees = moon_rotation(observer_, transit.at).value;
            break;
        }
        for (const auto& crossing :
             crossings(observer_, &apparent_moon, moon_limb, window).events) {
            auto& time = crossing.way == Way::rising ? day.moonrise : day.moonset;
            if (!time) time = time_of(civil(crossing.at.tt));
        }
    }

    void add(MoonCalendar& calendar) {
        calendar.zone = clock_.zone();
        turn(calendar.current);
        calendar.next_moonrise = next(Way::rising);
        calendar.next_moonset = next(Way::setting);
    }

private:
    std::string time_of(Instant at) {
        return clock_text(at, clock_.offset(at)).substr(std::string_view("2026-11-21T").size(), 5);
    }

    /// Not far ahead, so that the name of a weekday tells which one.
    std::optional<ClockedEvent> next(Way way) {
        const auto found = next_crossing(observer_, &apparent_moon, moon_limb, way, now_, days{2});
        if (!found) return std::nullopt;
        const Instant at = civil(found->at.tt);
        const Date date = clock_.date(at);
        const auto ahead = sys_days{date} - sys_days{clock_.date(now_)};
        const std::chrono::weekday weekday{sys_days{date}};
        return ClockedEvent{at, date, time_of(at), static_cast<int>(ahead.count()),
                            static_cast<int>(weekday.iso_encoding())};
    }

    Observer observer_;
    PlaceClock clock_;
    Instant now_;
};

}  // namespace

Result<MoonCalendar> moon_calendar(Now now, const Zones& zones, const MoonCalendarRange& input) {
    if (!known(now.at)) return date_out_of_range;
    const Date start = input.start.value_or(Date{std::chrono::floor<days>(now.at)});
    const Date end = input.end.value_or(start);
    if (auto refused = refusal(start, end, input)) return *refused;
    const auto place = place_if_any(input);
    if (!place) return place.error();
    std::optional<Horizon> horizon;
    if (*place) horizon.emplace(**place, zones, now);

    const Instant midnight = sys_days{start};
    MoonCalendar out{.generated_at = now.at,
                     .current = moon_sight(now.at),
                     .daily = {},
                     .key_dates = next_quarters(midnight),
                     .events = quarters_between(midnight, sys_days{end} + days{1})};
    if (horizon) horizon->add(out);
    if (input.key_dates_only.value_or(false)) return out;
    for (sys_days day = start; day <= sys_days{end}; day += days{1}) {
        out.daily.push_back({day, moon_sight(moment_of(day, now))});
        if (horizon) horizon->add(out.daily.back());
    }
    return out;
}

}  // namespace asterism::sky
