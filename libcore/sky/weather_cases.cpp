#include "libcore/sky/weather_cases.hpp"

#include <algorithm>
#include <utility>

#include "libcore/sky/faults.hpp"
#include "libcore/sky/place_clock.hpp"
#include "libcore/sky/place_input.hpp"
#include "libcore/sky/weather_rules.hpp"
#include "libcore/sky/words.hpp"

namespace asterism::sky {
namespace {

using std::chrono::sys_days;

constexpr std::string_view credit = "Weather data by Open-Meteo.com (CC BY 4.0)";
constexpr std::chrono::hours now_lasts{1};  ///< so long what was measured still is the weather now

const DayReadings* day_in(const std::vector<DayReadings>& days, Date date) {
    const auto found = std::ranges::find(days, date, &DayReadings::date);
    return found == days.end() || found->hours.empty() ? nullptr : &*found;
}

WeatherDay day_of(Date date, WeatherSource source, std::vector<HourReading> hours) {
    WeatherDay out{.date = date, .source = source, .confidence = Confidence::high};
    out.summary = summary_of(hours);
    for (HourReading& each : hours)
        out.hourly.push_back(
            {date_text(date) + 'T' + two_digits(each.hour) + ":00", std::move(each.values)});
    return out;
}

/// The means of the same day in the years before.
WeatherDay mean_day(const WeatherFound& found, Date date) {
    const auto& [question, days, hour] = found.plan;
    const Date first = first_beyond(question.today, days);
    std::array<const DayReadings*, years_asked> years{};
    for (int n = 1; n <= years_asked; ++n)
        years.at(static_cast<std::size_t>(n - 1)) =
            day_in(found.answer.archive, stand_in(question.today, first, date, n));
    auto mean = mean_of(years);
    auto out = day_of(date, WeatherSource::historical_average, std::move(mean.hours));
    out.confidence = confidence_of(mean.years);
    out.years_averaged = mean.years;
    return out;
}

WeatherDay weather_of(const WeatherFound& found, Date date) {
    const auto source = source_of(found.plan.question.today, date);
    if (source == WeatherSource::historical_average) return mean_day(found, date);
    const auto& days =
        source == WeatherSource::forecast ? found.answer.forecast : found.answer.archive;
    if (const DayReadings* day = day_in(days, date)) return day_of(date, source, day->hours);
    if (date >= first_beyond(found.plan.question.today, found.plan.days))
        return mean_day(found, date);  // the sixteenth day, which no service may tell
    return day_of(date, source, {});
}

/// What was measured now, and where it says nothing, what the hour was forecast to be.
CurrentWeather current_of(const WeatherFound& found) {
    const auto& [question, days, hour] = found.plan;
    CurrentWeather out{question.at, {}};
    if (const DayReadings* today = day_in(found.answer.forecast, question.today))
        for (const HourReading& each : today->hours)
            if (each.hour == hour) out.weather = each.values;
    const auto& measured = found.answer.current;
    if (!measured || !found.answer.current_at || question.at > *found.answer.current_at + now_lasts)
        return out;
    const auto prefer = [&](auto member) {
        if ((*measured).*member) out.weather.*member = (*measured).*member;
    };
    WeatherValues::fields([&](std::string_view, auto member, std::string_view) { prefer(member); });
    return out;
}

std::vector<WeatherWarning> warnings_of(const WeatherFound& found, const WeatherView& view) {
    std::vector<WeatherWarning> out;
    WeatherWarning unsure{
        WeatherCaution::reduced_confidence, "Some days are the mean of fewer than five years.", {}};
    for (const WeatherDay& day : view.daily)
        if (day.years_averaged && *day.years_averaged < years_asked)
            unsure.affected_dates.push_back(day.date);
    if (!unsure.affected_dates.empty()) out.push_back(std::move(unsure));
    if (!found.answer.stale) return out;
    WeatherWarning old{WeatherCaution::out_of_date,
                       "The weather service does not answer; this is what it said before.",
                       {}};
    for (const WeatherDay& day : view.daily) old.affected_dates.push_back(day.date);
    out.push_back(std::move(old));
    return out;
}

std::int64_t age_of(const WeatherFound& found) {
    const Instant at = found.plan.question.at;
    const Instant since = std::min(found.answer.oldest.value_or(at), at);
    return std::chrono::floor<std::chrono::seconds>(at - since).count();
}

}  // namespace

Result<WeatherPlan> plan_weather(Now now, const Zones& zones, const WeatherAt& input) {
    const auto place = place_of(input.latitude, input.longitude, std::nullopt);
    if (!place) return place.error();
    PlaceClock clock(*place, zones);
    const Date today = clock.date(now.at);
    const auto days = days_of(today, input);
    if (!days) return days.error();

    auto question = question_of(*place, today, *days);
    question.at = now.at;
    const auto shown = now.at + clock.offset(now.at);
    const auto hour = std::chrono::floor<std::chrono::hours>(
        shown - std::chrono::floor<std::chrono::days>(shown));
    return WeatherPlan{std::move(question), *days, static_cast<int>(hour.count())};
}

WeatherFound ask_for_weather(const WeatherService& service, const WeatherPlan& plan,
                             const WeatherAt&) {
    return {plan, service.ask(plan.question)};
}

Result<WeatherView> weather_at(const WeatherFound& found, const WeatherAt& input) {
    if (found.answer.empty()) return weather_unavailable;
    const auto& question = found.plan.question;
    WeatherView out{.generated_at = question.at,
                    .latitude = tenth_of(input.latitude),
                    .longitude = tenth_of(input.longitude),
                    .zone = question.zone,
                    .current = current_of(found),
                    .age_seconds = age_of(found),
                    .stale = found.answer.stale,
                    .credit = std::string(credit)};
    for (sys_days day{found.plan.days.from}; day <= sys_days{found.plan.days.to};
         day += std::chrono::days{1})
        out.daily.push_back(weather_of(found, Date{day}));
    out.warnings = warnings_of(found, out);
    return out;
}

}  // namespace asterism::sky
