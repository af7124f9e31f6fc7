#include "shells/outside/open_meteo.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "libcore/sky/weather_rules.hpp"
#include "libcore/sky/words.hpp"
#include "shells/outside/form.hpp"
#include "shells/outside/open_meteo_format.hpp"

namespace asterism::outside {
namespace {

using sky::DayRange;
using sky::WeatherAnswer;
using sky::WeatherQuestion;
using std::chrono::days;
using std::chrono::milliseconds;
using std::chrono::sys_days;

std::string place_text(const WeatherQuestion& question) {
    return fmt::format("{:.1f}:{:.1f}", sky::tenth_of(question.place.latitude.value),
                       sky::tenth_of(question.place.longitude.value));
}

std::string forecast_key(const WeatherQuestion& question) {
    return fmt::format("weather:forecast:{}:{}_{}", place_text(question),
                       sky::date_text(question.forecast.from),
                       sky::date_text(question.forecast.to));
}

std::string archive_key(const WeatherQuestion& question, Date date) {
    return fmt::format("weather:historical:{}:{}", place_text(question), sky::date_text(date));
}

std::string degrees_text(double degrees) { return fmt::format("{:.2f}", degrees); }

milliseconds left_until(std::chrono::steady_clock::time_point until) {
    return std::chrono::duration_cast<milliseconds>(until - std::chrono::steady_clock::now());
}

void note_age(Instant since, bool stale, WeatherAnswer& out) {
    out.oldest = std::min(out.oldest.value_or(since), since);
    out.stale = out.stale || stale;
}

long days_between(Date from, Date to) { return (sys_days{to} - sys_days{from}).count(); }

}  // namespace

OpenMeteo::OpenMeteo(OpenMeteoOptions options, const HttpClient& http, app::Cache& cache,
                     ServiceAlarm alarm)
    : options_(std::move(options)),
      cache_(cache),
      forecast_("the weather forecast", http, alarm),
      archive_("the weather archive", http, alarm) {}

WeatherAnswer OpenMeteo::ask(const WeatherQuestion& question) const {
    const auto until = std::chrono::steady_clock::now() + options_.whole_time;
    WeatherAnswer out;
    add_forecast(question, out);
    bool answers = true;  // who has just been silent is not asked for the next year
    for (const DayRange& range : question.archive)
        answers = add_archive(question, range, answers, until, out);
    return out;
}

HttpRequest OpenMeteo::request_to(const std::string& address, std::string query) const {
    if (!options_.key.empty()) query += "&apikey=" + percent_encoded(options_.key);
    const bool has_query = address.find('?') != std::string::npos;
    return {address + (has_query ? '&' : '?') + query, {"Accept: application/json"}};
}

std::optional<app::Kept> OpenMeteo::fetch_forecast(const WeatherQuestion& question) const {
    const auto latitude = degrees_text(question.place.latitude.value);
    const auto longitude = degrees_text(question.place.longitude.value);
    const auto past = fmt::to_string(days_between(question.forecast.from, question.today));
    const auto ahead = fmt::to_string(days_between(question.today, question.forecast.to) + 1);
    const std::array query{Pair{"latitude", latitude},
                           Pair{"longitude", longitude},
                           Pair{"hourly", hourly_figures(false)},
                           Pair{"current", current_figures()},
                           Pair{"past_days", past},
                           Pair{"forecast_days", ahead},
                           Pair{"timezone", question.zone}};
    auto got = forecast_.ask(request_to(options_.forecast_url, form_of(query)), question.at,
                             std::min(options_.forecast_time, options_.whole_time));
    if (!got.answer) return std::nullopt;
    const auto read = got.answer->status == 200 ? read_open_meteo(got.answer->body) : std::nullopt;
    if (!read || (!read->current && read->days.empty())) {
        forecast_.complain(fmt::format("status {}, no weather in it", got.answer->status));
        return std::nullopt;
    }
    return app::Kept{std::move(got.answer->body), question.at};
}

void OpenMeteo::add_forecast(const WeatherQuestion& question, WeatherAnswer& out) const {
    const auto key = forecast_key(question);
    const auto is_fresh = [&](const std::optional<app::Kept>& kept) {
        return kept && question.at < kept->since + sky::forecast_life;
    };
    auto kept = cache_.find(key, question.at);
    if (!is_fresh(kept)) {
        const Turns::Turn turn(turns_, key,
                               std::chrono::steady_clock::now() + options_.forecast_time);
        kept = cache_.find(key, question.at);  // somebody may have been quicker
        if (turn.goes() && !is_fresh(kept)) {
            if (auto fetched = fetch_forecast(question)) {
                kept = std::move(fetched);
                cache_.keep(key, kept->text, question.at, sky::forecast_stands_in);
            }
        }
    }
    if (!kept) return;
    auto read = read_open_meteo(kept->text);
    if (!read) return;
    out.current = std::move(read->current);
    out.current_at = kept->since;
    out.forecast = std::move(read->days);
    note_age(kept->since, !is_fresh(kept), out);
}

bool OpenMeteo::add_archive(const WeatherQuestion& question, const DayRange& range, bool may_ask,
                            Deadline until, WeatherAnswer& out) const {
    const auto is_good = [&](Date date) {
        const auto kept = cache_.find(archive_key(question, date), question.at);
        return kept && question.at < kept->since + sky::archive_life(question.today, date);
    };
    const auto is_whole = [&] {
        for (sys_days day{range.from}; day <= sys_days{range.to}; day += days{1})
            if (!is_good(Date{day})) return false;
        return true;
    };
    bool answers = is_whole();
    if (!answers && may_ask) {
        const auto key = archive_key(question, range.from) + '_' + sky::date_text(range.to);
        const Turns::Turn turn(turns_, key, until);
        answers = is_whole() || (turn.goes() && fetch_archive(question, range, until));
    }
    for (sys_days day{range.from}; day <= sys_days{range.to}; day += days{1}) {
        const auto kept = cache_.find(archive_key(question, Date{day}), question.at);
        if (!kept) continue;
        auto read = read_day(Date{day}, kept->text);
        if (!read) continue;
        note_age(kept->since,
                 question.at >= kept->since + sky::archive_life(question.today, Date{day}), out);
        out.archive.push_back(*std::move(read));
    }
    return answers;
}

bool OpenMeteo::fetch_archive(const WeatherQuestion& question, const DayRange& range,
                              Deadline until) const {
    const auto time = left_until(until);
    if (time <= milliseconds{0}) return false;
    const auto latitude = degrees_text(question.place.latitude.value);
    const auto longitude = degrees_text(question.place.longitude.value);
    const auto from = sky::date_text(range.from);
    const auto to = sky::date_text(range.to);
    const std::array query{Pair{"latitude", latitude},
                           Pair{"longitude", longitude},
                           Pair{"hourly", hourly_figures(true)},
                           Pair{"start_date", from},
                           Pair{"end_date", to},
                           Pair{"timezone", question.zone}};
    const auto got =
        archive_.ask(request_to(options_.archive_url, form_of(query)), question.at, time);
    if (!got.answer) return false;
    const auto read = got.answer->status == 200 ? read_open_meteo(got.answer->body) : std::nullopt;
    if (!read) {
        archive_.complain(fmt::format("status {}, no weather in it", got.answer->status));
        return false;
    }
    for (const sky::DayReadings& day : read->days)
        cache_.keep(archive_key(question, day.date), text_of(day), question.at,
                    sky::archive_stands_in);
    return true;
}

}  // namespace asterism::outside
