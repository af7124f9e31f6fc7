#include <algorithm>

#include <fmt/format.h>

#include "libcore/sky/night_cases.hpp"
#include "shells/cli/compose/sky_ports.hpp"
#include "shells/cli/sky/answers.hpp"
#include "shells/cli/sky/screen.hpp"
#include "shells/cli/verbs.hpp"

namespace asterism::cli {
namespace {

std::string day_text(Date day) {
    return fmt::format("{} {}", weekday_of(day), sky::date_text(day));
}

std::string offer_of(const sky::DarkNight& night) {
    if (night.kind == sky::NightKind::bright)
        return fmt::format("the Sun stays above -18°, lowest {:.1f}°", night.lowest_sun_degrees);
    if (night.kind == sky::NightKind::moonlit) return "the Moon is up all night";
    return sky::duration_text(night.dark_minutes);
}

Rows rows_of(const sky::DarkNights& found, LocalTimes& times) {
    Rows rows{{"NIGHT OF", "NIGHT", "DARK", "SO LONG"}};
    for (const auto& night : found.nights)
        rows.push_back({day_text(night.date), times.spans(night.astronomical),
                        times.spans(night.dark), offer_of(night)});
    return rows;
}

Rows rows_of(const sky::BestNightsView& found, LocalTimes& times) {
    Rows rows{{"", "NIGHT OF", "DARK FOR", "GO OUT", "MEAN", "MOONLIGHT TAKES"}};
    for (const auto& night : found.nights)
        rows.push_back({std::to_string(night.rank), day_text(night.date),
                        sky::duration_text(night.dark_minutes), times.span(night.best),
                        fmt::format("{:.2f}", night.mean_mag_per_arcsec2),
                        fmt::format("{:.2f}", night.moonlight_magnitudes)});
    return rows;
}

std::string summary_of(const sky::BestNightsView& found) {
    if (found.status == sky::BestNightsStatus::none_dark)
        return fmt::format("In none of {} nights does the Sun get 18° down.\n", found.judged);
    return fmt::format("{} of {} nights; brightness in mag/arcsec², greater is darker.\n",
                       found.nights.size(), found.judged);
}

/// The nights as events of a calendar, best or not in order of time.
sky::SkyCalendar calendar_of(const sky::BestNightsAhead& input, const sky::BestNightsView& found,
                             Instant now) {
    sky::SkyCalendar out{now, input.latitude, input.longitude, found.zone, {}, found.judged, {}};
    for (const auto& night : found.nights)
        out.events.push_back(
            {.kind = sky::EventKind::dark,
             .name = fmt::format("Good night for stars, no. {}", night.rank),
             .begins = night.best.begins,
             .ends = night.best.ends,
             .date = night.date,
             .note = fmt::format("{}", fmt::join(night.reasons, " ")),
             .uid = fmt::format("best-{}-{:.5f},{:.5f}", sky::date_text(night.date), input.latitude,
                                input.longitude)});
    std::ranges::sort(out.events, {}, &sky::CalendarEvent::begins);
    if (!out.events.empty()) out.date = out.events.front().date;
    return out;
}

std::string plain(const Arguments& given, std::string text) {
    return ascii_only(Screen::of_process(), given) ? in_ascii(text) : text;
}

}  // namespace

Exit sky_dark(const Arguments& given) {
    const auto paper = paper_of(given);
    const auto input = question_of<sky::DarkRange>(given);
    const auto& zones = world_zones();
    const auto now = this_moment();
    const auto found = answered(sky::dark_windows(now, zones, input));
    if (print_for_programs(paper, found, found.nights)) return Exit::done;
    if (paper == Paper::ics) {
        const auto first = found.nights.front().date;
        const auto count = static_cast<int>(found.nights.size());
        print_calendar(
            answered(sky::sky_calendar(now, zones,
                                       {input.latitude, input.longitude, input.elevation_metres,
                                        first, count, std::vector{sky::EventKind::dark}})));
        return Exit::done;
    }
    LocalTimes times(answered(sky::place_of(input)), zones);
    print(table_of(given, rows_of(found, times)) + times.line());
    return Exit::done;
}

Exit sky_best(const Arguments& given) {
    const auto paper = paper_of(given);
    const auto input = question_of<sky::BestNightsAhead>(given);
    const auto map = light_map_of(given);
    const auto& zones = world_zones();
    const auto now = this_moment();
    const auto found = answered(sky::find_best_nights(now, *map, zones, input));
    if (print_for_programs(paper, found, found.nights)) return Exit::done;
    if (paper == Paper::ics) {
        print_calendar(calendar_of(input, found, now.at));
        return Exit::done;
    }
    LocalTimes times(answered(sky::place_of(input)), zones);
    auto text = plain(given, summary_of(found));
    if (!found.nights.empty()) text += table_of(given, rows_of(found, times)) + times.line();
    print(text);
    return Exit::done;
}

}  // namespace asterism::cli
