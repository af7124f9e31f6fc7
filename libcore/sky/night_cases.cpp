#include "libcore/sky/night_cases.hpp"

#include <span>

#include "libcore/sky/evenings.hpp"
#include "libcore/sky/light.hpp"
#include "libcore/sky/words.hpp"

namespace asterism::sky {

namespace {

using std::chrono::minutes;

/// Less is not worth a word.
constexpr double least_moonlight = 0.005;

int offset_at(PlaceClock& clock, Instant at) { return static_cast<int>(clock.offset(at).count()); }

double minutes_of(Seconds time) { return time.count() / 60; }

NightKind kind_of(const DarkWindow& window) {
    if (!window.dark.empty()) return NightKind::dark;
    return window.astronomical_night.empty() ? NightKind::bright : NightKind::moonlit;
}

DarkNight dark_night(PlaceClock& clock, const Observer& observer, const Evening& evening) {
    const Night& night = evening.night;
    const DarkWindow window = dark_window(observer, night);
    Seconds whole{0};
    for (const Interval& part : window.astronomical_night) whole += part.until - part.from;
    return {.date = evening.date,
            .utc_offset_seconds = offset_at(clock, start_of(night)),
            .kind = kind_of(window),
            .astronomical = spans_of(window.astronomical_night),
            .moon_up = spans_of(window.moon_up),
            .dark = spans_of(window.dark),
            .night_minutes = minutes_of(whole),
            .dark_minutes = minutes_of(window.total),
            .darkest = night.darkest,
            .lowest_sun_degrees = night.lowest_sun.value};
}

std::vector<std::string> reasons(const RatedNight& night) {
    std::vector<std::string> out;
    const auto whole = duration_text(night.night_minutes);
    if (night.kind == NightKind::dark)
        out.push_back(duration_text(night.dark_minutes) + " of " + whole +
                      " of night are without the Moon.");
    else
        out.push_back("The Moon is up through all " + whole + " of night.");
    if (night.moonlight_magnitudes >= least_moonlight)
        out.push_back("Moonlight brightens it by " + fixed_text(night.moonlight_magnitudes, 2) +
                      " mag/arcsec2 in the mean.");
    out.push_back("The zenith has " + fixed_text(night.mean_magnitude, 2) +
                  " mag/arcsec2 in the mean and " + fixed_text(night.best_magnitude, 2) +
                  " at its darkest.");
    return out;
}

BestNight best_night(int rank, const RatedNight& night) {
    return {.rank = rank,
            .date = night.evening,
            .kind = night.kind,
            .ranked_by = rank == 1 ? std::nullopt : std::optional{night.ranked_by},
            .night_minutes = night.night_minutes,
            .dark_minutes = night.dark_minutes,
            .mean_mag_per_arcsec2 = night.mean_magnitude,
            .best_mag_per_arcsec2 = night.best_magnitude,
            .moonless_mag_per_arcsec2 = night.moonless_magnitude,
            .moonlight_magnitudes = night.moonlight_magnitudes,
            .best = {night.best_window.from, night.best_window.until},
            .reasons = reasons(night)};
}

struct Asked {
    Place place;
    int nights;
    int limit;
};

Result<Asked> asked(const BestNightsAhead& input) {
    const auto place = place_of(input);
    if (!place) return place.error();
    const auto nights = count_of(input.nights, 30, most_nights_ahead, "nights");
    if (!nights) return nights.error();
    const auto limit = count_of(input.limit, 10, most_nights_ahead, "limit");
    if (!limit) return limit.error();
    return Asked{*place, *nights, *limit};
}

}  // namespace

Result<DarkNights> dark_windows(Now now, const Zones& zones, const DarkRange& input) {
    const auto place = place_of(input);
    if (!place) return place.error();
    const auto count = count_of(input.nights, 7, most_dark_nights, "nights");
    if (!count) return count.error();

    const Observer observer(*place);
    PlaceClock clock(*place, zones);
    auto evening = evening_of(clock, observer, input.date, now);
    if (!evening) return evening.error();
    if (const auto refused = beyond_known(evening->date, *count, "nights")) return *refused;

    DarkNights view{clock.zone(), {}};
    for (int night = 0; night < *count; ++night) {
        if (night > 0) *evening = next_evening(clock, observer, *evening);
        view.nights.push_back(dark_night(clock, observer, *evening));
    }
    return view;
}

Result<BestNightsView> find_best_nights(Now now, const LightMap& map, const Zones& zones,
                                        const BestNightsAhead& input) {
    const auto wanted = asked(input);
    if (!wanted) return wanted.error();
    PlaceClock clock(wanted->place, zones);
    const auto first = evening_of(clock, Observer(wanted->place), input.date, now);
    if (!first) return first.error();
    if (const auto refused = beyond_known(first->date, wanted->nights, "nights")) return *refused;

    const LightFound light = light_at(map, wanted->place);
    const auto offset = std::chrono::round<minutes>(clock.offset(first->night.noons.from));
    std::vector<RatedNight> rated(static_cast<std::size_t>(wanted->nights));
    const BestNights best =
        best_nights({wanted->place, first->date, offset, light.artificial_mcd_per_m2,
                     default_extinction_magnitudes, light.natural_mcd_per_m2},
                    rated);
    BestNightsView view{.zone = clock.zone(),
                        .status = best.status,
                        .judged = wanted->nights,
                        .without_night = static_cast<int>(best.bright),
                        .nights = {},
                        .light = bortle_view(light, native_rule_for(light))};
    for (const RatedNight& night : std::span(rated).first(best.listed)) {
        const int rank = static_cast<int>(view.nights.size()) + 1;
        if (rank > wanted->limit) break;
        view.nights.push_back(best_night(rank, night));
    }
    return view;
}

}  // namespace asterism::sky
