#include "libcore/sky/seasons.hpp"

#include <cmath>
#include <cstddef>
#include <span>

#include "libcore/sky/tables/tables.hpp"

namespace asterism::sky {

namespace {

constexpr int seasons_per_year = 4;

// The table counts from equal parts of the tropical year.
constexpr double tropical_year_days = 365.2422;
constexpr double season_days = tropical_year_days / seasons_per_year;
constexpr int first_year = 1899;
constexpr double first_days = 78.8 - 101 * tropical_year_days;
constexpr double days_per_millisecond = 1 / 864e5;

/// The season with that number in the table.
double days_of(double number) {
    static const std::span<const std::int32_t> milliseconds = table(TableFile::seasons);
    const double mean = first_days + number * season_days;
    if (!(number >= 0) || number >= static_cast<double>(milliseconds.size())) return mean;
    return mean + milliseconds[static_cast<std::size_t>(number)] * days_per_millisecond;
}

}  // namespace

TerrestrialTime season_of(int year, Season season) {
    const double years = static_cast<double>(year) - first_year;
    return {days_of(years * seasons_per_year + static_cast<double>(season))};
}

SeasonEvent next_season(TerrestrialTime after) {
    // No season is as much as a week from its mean, so that it is one of three.
    double number = std::floor((after.days - first_days) / season_days);
    for (int step = 0; step < 2 && days_of(number) <= after.days; ++step) ++number;
    const double within = number - seasons_per_year * std::floor(number / seasons_per_year);
    const bool known = within >= 0 && within < seasons_per_year;
    return {{days_of(number)}, static_cast<Season>(known ? static_cast<int>(within) : 0)};
}

}  // namespace asterism::sky
