#include "libcore/sky/time_scales.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>

#include "libcore/sky/each.hpp"
#include "libcore/sky/tables/tt_minus_ut1.hpp"

namespace asterism::sky {

namespace {

using namespace std::chrono_literals;
using std::chrono::sys_days;

constexpr Instant j2000 = sys_days{2000y / 1 / 1} + 12h;
constexpr double seconds_per_day = 86400;
constexpr double microseconds_per_day = 86400e6;
constexpr double tt_minus_tai = 32.184;

/// IERS Bulletin C. None has been announced after 2017.
constexpr std::array<sys_days, 28> leaps{
    1972y / 1 / 1, 1972y / 7 / 1, 1973y / 1 / 1, 1974y / 1 / 1, 1975y / 1 / 1, 1976y / 1 / 1,
    1977y / 1 / 1, 1978y / 1 / 1, 1979y / 1 / 1, 1980y / 1 / 1, 1981y / 7 / 1, 1982y / 7 / 1,
    1983y / 7 / 1, 1985y / 7 / 1, 1988y / 1 / 1, 1990y / 1 / 1, 1991y / 1 / 1, 1992y / 7 / 1,
    1993y / 7 / 1, 1994y / 7 / 1, 1996y / 1 / 1, 1997y / 7 / 1, 1999y / 1 / 1, 2006y / 1 / 1,
    2009y / 1 / 1, 2012y / 7 / 1, 2015y / 7 / 1, 2017y / 1 / 1};

constexpr TimeTables built_in{leaps, tt_minus_ut1, 1900y / 1 / 1, std::chrono::days{30}};

/// Exact: these numbers are whole and a double holds them.
double microseconds_since_j2000(Instant at) {
    return static_cast<double>(at.time_since_epoch().count()) -
           static_cast<double>(j2000.time_since_epoch().count());
}

double seconds_since(sys_days day, Instant at) {
    return Seconds{at.time_since_epoch()}.count() - Seconds{day.time_since_epoch()}.count();
}

/// The nearest; faster than std::llround, which has to think of what these never are.
Instant::duration whole_microseconds(double count) {
    return Instant::duration{static_cast<std::int64_t>(count + (count < 0 ? -0.5 : 0.5))};
}

/// TT - UTC in seconds, from 1972 on.
double atomic(Instant at, const TimeTables& tables) {
    constexpr double before_first_leap = tt_minus_tai + 9;
    const auto begin = tables.leaps.begin();
    if (at >= tables.leaps.back()) {
        return before_first_leap + static_cast<double>(tables.leaps.size());
    }
    return before_first_leap +
           static_cast<double>(std::upper_bound(begin, tables.leaps.end(), at) - begin);
}

/// TT - UT1 in seconds; after the table TT - UTC.
double turning(Instant at, const TimeTables& tables) {
    constexpr double seconds_per_unit = 1e-4;
    const auto& values = tables.tt_minus_ut1;
    const double steps = seconds_since(tables.first, at) /
                         (seconds_per_day * static_cast<double>(tables.step.count()));
    if (steps <= 0) return seconds_per_unit * values.front();
    if (steps >= static_cast<double>(values.size() - 1)) return atomic(at, tables);
    const auto index = static_cast<std::size_t>(steps);
    return seconds_per_unit * std::lerp(static_cast<double>(values[index]),
                                        static_cast<double>(values[index + 1]),
                                        steps - static_cast<double>(index));
}

/// UT1 - UTC in seconds. At the start of 1972 UTC came 0.05 s apart from UT1, which had been the
/// civil clock until then: the month before leads over, so that the clock has no step.
double apart(Instant at, const TimeTables& tables) {
    constexpr double leading_over_seconds = 31 * seconds_per_day;
    const sys_days utc_begins = tables.leaps.front();
    if (at >= utc_begins) return atomic(at, tables) - turning(at, tables);
    const double before = -seconds_since(utc_begins, at);
    if (before >= leading_over_seconds) return 0;
    return (1 - before / leading_over_seconds) * apart(utc_begins, tables);
}

double tt_ahead(Instant at, const TimeTables& tables) {
    if (at >= tables.leaps.front()) return atomic(at, tables);
    return turning(at, tables) + apart(at, tables);
}

}  // namespace

const TimeTables& built_in_times() { return built_in; }

Seconds tt_minus_utc(Instant at, const TimeTables& tables) { return Seconds{tt_ahead(at, tables)}; }

Seconds ut1_minus_utc(Instant at, const TimeTables& tables) { return Seconds{apart(at, tables)}; }

TerrestrialTime terrestrial(Instant at, const TimeTables& tables) {
    return {(microseconds_since_j2000(at) + 1e6 * tt_ahead(at, tables)) / microseconds_per_day};
}

UniversalTime universal(Instant at, const TimeTables& tables) {
    return {(microseconds_since_j2000(at) + 1e6 * apart(at, tables)) / microseconds_per_day};
}

void terrestrial(std::span<const Instant> at, std::span<TerrestrialTime> times,
                 const TimeTables& tables) {
    answer_each(at, times, [&tables](Instant one) { return terrestrial(one, tables); });
}

void universal(std::span<const Instant> at, std::span<UniversalTime> times,
               const TimeTables& tables) {
    answer_each(at, times, [&tables](Instant one) { return universal(one, tables); });
}

Radians earth_rotation_angle(UniversalTime at) {
    // Capitaine, Guinot and McCarthy (2000), as IERS Conventions 2010, equation 5.15. Whole days
    // are whole turns: dropping them keeps the digits.
    const double day = at.days - std::floor(at.days);
    const double turns = 0.7790572732640 + day + 0.00273781191135448 * at.days;
    return {2 * std::numbers::pi * (turns - std::floor(turns))};
}

Instant civil(TerrestrialTime at, const TimeTables& tables) {
    // What is farther, or no number, is taken to be a quarter of a million years away.
    constexpr double farthest_days = 1e8;
    const double days =
        !(at.days > -farthest_days) ? -farthest_days : std::min(at.days, farthest_days);
    const auto on_tt = j2000 + whole_microseconds(days * microseconds_per_day);
    const auto shift = [&tables](Instant moment) {
        return whole_microseconds(1e6 * tt_ahead(moment, tables));
    };
    const Instant nearly = on_tt - shift(on_tt);
    // Nothing has changed in the minute between: the usual case.
    if (nearly >= tables.leaps.back()) return nearly;
    return on_tt - shift(nearly);
}

}  // namespace asterism::sky
