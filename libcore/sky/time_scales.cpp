#include "libcore/sky/time_scales.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <numbers>

namespace asterism::sky {

namespace {

using namespace std::chrono_literals;
using std::chrono::sys_days;

constexpr Instant j2000 = sys_days{2000y / 1 / 1} + 12h;
constexpr double seconds_per_day = 86400;

/// TT - UT1 in seconds at the start of each year from 1900 to 1972: Stephenson, Morrison and
/// Hohenkerk (2016) and IERS, as Skyfield 1.45 carries them. The last is TT - UTC itself, so that
/// the scale has no step where UTC takes over.
constexpr std::array tt_minus_ut1{
    -1.98, -0.75, 0.62,  2.06,  3.51,  4.92,  6.24,  7.49,  8.70,  9.90,  11.14, 12.43, 13.75,
    15.06, 16.32, 17.48, 18.52, 19.44, 20.25, 20.98, 21.62, 22.19, 22.69, 23.12, 23.49, 23.79,
    24.02, 24.20, 24.32, 24.39, 24.42, 24.41, 24.38, 24.32, 24.24, 24.16, 24.09, 24.04, 24.06,
    24.17, 24.43, 24.83, 25.35, 25.92, 26.51, 27.05, 27.50, 27.89, 28.24, 28.58, 28.93, 29.32,
    29.70, 30.00, 30.20, 30.41, 30.76, 31.34, 32.03, 32.65, 33.07, 33.36, 33.62, 33.96, 34.44,
    35.10, 35.95, 36.93, 37.95, 38.95, 39.93, 40.95, 42.184};

/// The days from whose start TAI - UTC is one second more; the first opens with 10 s. IERS
/// Bulletin C. None has been announced after 2017.
constexpr std::array<sys_days, 28> leaps{
    1972y / 1 / 1, 1972y / 7 / 1, 1973y / 1 / 1, 1974y / 1 / 1, 1975y / 1 / 1, 1976y / 1 / 1,
    1977y / 1 / 1, 1978y / 1 / 1, 1979y / 1 / 1, 1980y / 1 / 1, 1981y / 7 / 1, 1982y / 7 / 1,
    1983y / 7 / 1, 1985y / 7 / 1, 1988y / 1 / 1, 1990y / 1 / 1, 1991y / 1 / 1, 1992y / 7 / 1,
    1993y / 7 / 1, 1994y / 7 / 1, 1996y / 1 / 1, 1997y / 7 / 1, 1999y / 1 / 1, 2006y / 1 / 1,
    2009y / 1 / 1, 2012y / 7 / 1, 2015y / 7 / 1, 2017y / 1 / 1};
const TimeTables built_in{leaps, {}, {}, {}};
constexpr double tt_minus_tai = 32.184;
constexpr double first_tai_minus_utc = 10;

double before_utc(Instant at) {
    constexpr sys_days first = 1900y / 1 / 1;
    constexpr double span_years = tt_minus_ut1.size() - 1;
    constexpr double span_days = (leaps.front() - first).count();
    const double days = Seconds{at - first}.count() / seconds_per_day;
    const double years = std::clamp(days * span_years / span_days, 0.0, span_years);
    const auto index = std::min(static_cast<std::size_t>(years), tt_minus_ut1.size() - 2);
    return std::lerp(tt_minus_ut1[index], tt_minus_ut1[index + 1],
                     years - static_cast<double>(index));
}

}  // namespace

const TimeTables& built_in_times() { return built_in; }

Seconds tt_minus_utc(Instant at, const TimeTables& tables) {
    if (at < leaps.front()) return Seconds{before_utc(at)};
    const auto passed =
        std::upper_bound(tables.leaps.begin(), tables.leaps.end(), at) - tables.leaps.begin() - 1;
    return Seconds{tt_minus_tai + first_tai_minus_utc + static_cast<double>(passed)};
}

TerrestrialTime terrestrial(Instant at, const TimeTables& tables) {
    return {(Seconds{at - j2000} + tt_minus_utc(at, tables)).count() / seconds_per_day};
}

Seconds ut1_minus_utc(Instant, const TimeTables&) { return Seconds{0}; }

UniversalTime universal(Instant at, const TimeTables& tables) {
    return {(Seconds{at - j2000} + ut1_minus_utc(at, tables)).count() / seconds_per_day};
}

Radians earth_rotation_angle(UniversalTime at) {
    // Capitaine, Guinot and McCarthy (2000), as IERS Conventions 2010, equation 5.15. Whole days
    // are whole turns: dropping them keeps the digits.
    const double day = at.days - std::floor(at.days);
    const double turns = 0.7790572732640 + day + 0.00273781191135448 * at.days;
    return {2 * std::numbers::pi * (turns - std::floor(turns))};
}

Instant civil(TerrestrialTime at, const TimeTables& tables) {
    const auto on_tt =
        j2000 + std::chrono::round<Instant::duration>(Seconds{at.days * seconds_per_day});
    const auto nearly = on_tt - std::chrono::round<Instant::duration>(tt_minus_utc(on_tt, tables));
    return on_tt - std::chrono::round<Instant::duration>(tt_minus_utc(nearly, tables));
}

}  // namespace asterism::sky
