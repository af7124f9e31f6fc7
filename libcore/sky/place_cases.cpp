#include "libcore/sky/faults.hpp"
#include "libcore/sky/known_years.hpp"
#include "libcore/sky/light.hpp"
#include "libcore/sky/meteors.hpp"
#include "libcore/sky/moon.hpp"
#include "libcore/sky/place_clock.hpp"
#include "libcore/sky/use_cases.hpp"

namespace asterism::sky {

namespace {

using std::chrono::days;
using std::chrono::years;

Date day_of(Instant at) { return Date{std::chrono::floor<days>(at)}; }

/// The ends of the season around the peak, which may lie in the years before and after.
ShowerView described(const Shower& shower, std::chrono::year year) {
    const Instant peak = peak_of(shower, year);
    const Date day = day_of(peak);
    const std::chrono::month_day of_peak = day.month() / day.day();
    const auto first_year = day.year() - years{shower.first > of_peak ? 1 : 0};
    const auto last_year = day.year() + years{shower.last < of_peak ? 1 : 0};
    return {.code = std::string(shower.code),
            .name = std::string(shower.name),
            .active_from = first_year / shower.first,
            .active_until = last_year / shower.last,
            .peak = peak,
            .radiant_ascension_degrees = shower.radiant_ascension.value,
            .radiant_declination_degrees = shower.radiant_declination.value,
            .speed_km_s = shower.speed_km_s,
            .population_index = shower.population_index,
            .zenithal_rate = shower.peak_rate,
            .moon_illumination = moon_geometry(peak).illuminated_fraction,
            .local = {}};
}

/// The night, from one noon of the Sun to the next, that holds the peak.
LocalShower local_shower(const Observer& observer, const Shower& shower, Instant peak,
                         const LightFound& light) {
    const NightsEye eye(observer, night_at(observer, peak), light);
    const BestMeteors best = best_meteors(observer, eye, shower);
    return {best.at, best.radiant_altitude.value, best.hourly_rate};
}

}  // namespace

Result<ShowersView> meteor_showers(Now now, const LightMap& map, const ShowersOf& input) {
    const int year = input.year.value_or(int{day_of(now.at).year()});
    if (year < int{Date{known_from}.year()} || year >= int{Date{known_until}.year()})
        return field_error(date_out_of_range, "year");
    const auto place = place_if_any(input);
    if (!place) return place.error();

    ShowersView view{year, {}};
    for (const Shower& shower : showers())
        view.showers.push_back(described(shower, std::chrono::year{year}));
    if (!*place) return view;
    const Observer observer(**place);
    const LightFound light = light_at(map, **place);
    for (std::size_t i = 0; i < view.showers.size(); ++i) {
        ShowerView& shower = view.showers[i];
        shower.local = local_shower(observer, showers()[i], shower.peak, light);
    }
    return view;
}

Result<TimeZoneView> time_zone_at(Now now, const Zones& zones, const TimeZoneAt& input) {
    const Instant at = input.at.value_or(now.at);
    if (!known(at)) return field_error(date_out_of_range, "at");
    const auto place = place_of(input);
    if (!place) return place.error();

    PlaceClock clock(*place, zones);
    const auto offset = clock.offset(at);
    return TimeZoneView{at, clock.zone(), static_cast<int>(offset.count()), clock_text(at, offset)};
}

}  // namespace asterism::sky
