#include "libcore/sky/weather_rules.hpp"

#include <algorithm>

#include "libcore/sky/faults.hpp"
#include "libcore/sky/zones.hpp"

namespace asterism::sky {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr int days_back = 5;    ///< that forecasts still tell
constexpr int days_ahead = 16;  ///< that they may tell
constexpr days longest{31};

Date after(Date date, int count) { return Date{sys_days{date} + days{count}}; }

int days_between(Date from, Date to) {
    return static_cast<int>((sys_days{to} - sys_days{from}).count());
}

bool is_on_record(Date date) {
    return date.ok() && date.year() >= std::chrono::year{1940} &&
           date.year() <= std::chrono::year{2100};
}

DayRange padded(DayRange range) {
    return {after(range.from, -days_padded), after(range.to, days_padded)};
}

}  // namespace

WeatherSource source_of(Date today, Date date) {
    const int ahead = days_between(today, date);
    if (ahead < -days_back) return WeatherSource::historical;
    return ahead <= days_ahead ? WeatherSource::forecast : WeatherSource::historical_average;
}

Result<DayRange> days_of(Date today, const WeatherAt& input) {
    if (input.days && (input.end || *input.days < 1 || *input.days > days_forecast))
        return field_error(days_out_of_range, "days");
    const Date start = input.start.value_or(today);
    if (!is_on_record(start)) return field_error(before_records, "start");
    const Date end = input.end.value_or(after(start, input.days.value_or(1) - 1));
    if (!is_on_record(end)) return field_error(before_records, "end");
    if (sys_days{end} < sys_days{start}) return field_error(range_reversed, "end");
    if (sys_days{end} - sys_days{start} > longest) return field_error(range_too_long, "end");
    return DayRange{start, end};
}

WeatherQuestion question_of(const Place& place, Date today, DayRange days) {
    const Date soonest = after(today, -days_back);
    const Date furthest = after(today, days_forecast - 1);
    WeatherQuestion out{.place = place, .zone = std::string(zone_at(place)), .today = today};
    out.forecast = {std::min(today, std::max(days.from, soonest)),
                    std::max(today, std::min(days.to, furthest))};
    if (days.to < soonest) out.forecast = {today, today};
    if (days.from > furthest) out.forecast = {today, today};
    if (days.from < soonest)
        out.archive.push_back({days.from, std::min(days.to, after(soonest, -1))});
    if (days.to > furthest) {
        const Date first = first_beyond(today, days);
        for (int n = 1; n <= years_asked; ++n)
            out.archive.push_back(
                padded({stand_in(today, first, first, n), stand_in(today, first, days.to, n)}));
    }
    return out;
}

Date first_beyond(Date today, DayRange days) {
    return std::max(days.from, after(today, days_forecast));
}

Date stand_in(Date today, Date first, Date date, int n) {
    const auto year = today.year() - std::chrono::years{n} + (date.year() - first.year());
    const Date out{year, date.month(), date.day()};
    return out.ok() ? out : Date{year, date.month(), std::chrono::day{28}};
}

std::chrono::seconds archive_life(Date today, Date date) {
    return days_between(date, today) > 365 ? days{30} : days{7};
}

}  // namespace asterism::sky
