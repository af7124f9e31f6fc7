#include <chrono>
#include <optional>
#include <vector>

#include "libcore/sky/faults.hpp"
#include "libcore/sky/known_years.hpp"
#include "libcore/sky/phase_names.hpp"
#include "libcore/sky/quarters.hpp"
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

std::vector<MoonDay> days_between(Date start, Date end, Now now) {
    std::vector<MoonDay> all;
    for (sys_days day = start; day <= sys_days{end}; day += days{1}) {
        all.push_back({day, moon_sight(moment_of(day, now))});
    }
    return all;
}

}  // namespace

Result<MoonCalendar> moon_calendar(Now now, const MoonCalendarRange& input) {
    if (!known(now.at)) return date_out_of_range;
    const Date start = input.start.value_or(Date{std::chrono::floor<days>(now.at)});
    const Date end = input.end.value_or(start);
    if (auto refused = refusal(start, end, input)) return *refused;

    const Instant midnight = sys_days{start};
    return MoonCalendar{.generated_at = now.at,
                        .current = moon_sight(now.at),
                        .daily = input.key_dates_only.value_or(false)
                                     ? std::vector<MoonDay>{}
                                     : days_between(start, end, now),
                        .key_dates = next_quarters(midnight),
                        .events = quarters_between(midnight, sys_days{end} + days{1})};
}

}  // namespace asterism::sky
