#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <span>
#include <vector>

#include "libcore/base/result.hpp"
#include "libcore/sky/weather_ports.hpp"

namespace asterism::sky {

/// More than five days back the archive knows; up to 16 days ahead it is forecast; beyond, all
/// there is are the same days of other years.
WeatherSource source_of(Date today, Date date);

/// The days that are meant: the end 31 days after the start at most, none before 1940 or after
/// 2100.
Result<DayRange> days_of(Date today, const WeatherAt& input);

/// What has to be asked to tell about those days: the forecast in one piece, the archive in one for
/// the past and in one for each of the last five full years for days too far ahead.
WeatherQuestion question_of(const Place& place, Date today, DayRange days);

/// The first of those days that no forecast reaches, if any is.
Date first_beyond(Date today, DayRange days);

/// The day that stands for `date` in the n-th of the last five full years, 1 being last year. 29
/// February is 28 February there. `first` is first_beyond: of days around a new year those after it
/// are taken of the year after.
Date stand_in(Date today, Date first, Date date, int n);

/// The mean of one day over other years, to one decimal; how likely it rains no archive knows.
struct MeanDay {
    std::vector<HourReading> hours;
    int years;
};

MeanDay mean_of(std::span<const DayReadings* const> years);

Confidence confidence_of(int years);
WeatherSummary summary_of(std::span<const HourReading> hours);
bool is_known(const WeatherValues& values);

/// WMO code table 4677 as Open-Meteo uses it; none for a code that is not in it.
std::optional<Precipitation> precipitation_of(int wmo_code);

/// A tenth of a degree is a grid's cell: more precise places share one answer.
double tenth_of(double degrees);

constexpr std::chrono::minutes forecast_life{30};
/// What the weather was is settled after a year.
std::chrono::seconds archive_life(Date today, Date date);
/// How long an answer past its time may still stand in for one that cannot be had.
constexpr std::chrono::hours forecast_stands_in{24};
constexpr std::chrono::days archive_stands_in{90};

constexpr int years_asked = 5;
constexpr int days_padded = 5;
constexpr int days_forecast = 16;  ///< today included: no service tells more

}  // namespace asterism::sky
