#include <fmt/format.h>

#include "libcore/sky/light_cases.hpp"
#include "libcore/sky/use_cases.hpp"
#include "shells/cli/compose/sky_ports.hpp"
#include "shells/cli/sky/answers.hpp"
#include "shells/cli/verbs.hpp"

namespace asterism::cli {
namespace {

std::string source_of(sky::LightOrigin origin, const std::string& source) {
    switch (origin) {
        case sky::LightOrigin::map: return source;
        case sky::LightOrigin::model_no_data:
            return "estimated from the towns around, since the map has nothing there";
        case sky::LightOrigin::model_no_map: break;
    }
    return "estimated from the towns around; a map tells more: asterism sky raster build --help";
}

std::string luminance(double mcd_per_m2) { return fmt::format("{:.4g} mcd/m²", mcd_per_m2); }

Rows rows_of(const sky::BortleView& view) {
    auto source = source_of(view.origin, view.source);
    if (view.year) source += fmt::format(", {}", *view.year);
    if (view.growth != 1) source += fmt::format(", grown {:.2f} times since", view.growth);
    return {{"Bortle class", fmt::format("{}, {}", view.bortle, view.description)},
            {"Zenith", fmt::format("{:.2f} ± {:.1f} mag/arcsec²", view.mag_per_arcsec2,
                                   view.uncertainty_mag)},
            {"Of it from lamps", fmt::format("{}, {:.3g} times the natural light",
                                             luminance(view.artificial_mcd_per_m2), view.ratio)},
            {"Faintest star", fmt::format("magnitude {:.1f}", view.limiting_magnitude)},
            {"For stars", in_words(view.quality)},
            {"Light", source},
            {"By the rule", view.rule}};
}

Rows rows_of(const sky::SkyBrightnessView& view, LocalTimes& times) {
    return {{"Moment", fmt::format("{} ({})", times.moment(view.at), times.zone(view.at))},
            {"Patch", fmt::format("{:.1f}° high, azimuth {:.1f}° ({})", view.altitude_degrees,
                                  view.azimuth_degrees, in_words(view.patch))},
            {"Brightness", fmt::format("{:.2f} ± {:.1f} mag/arcsec²", view.mag_per_arcsec2,
                                       view.uncertainty_mag)},
            {"Faintest star", fmt::format("magnitude {:.1f}", view.limiting_magnitude)},
            {"Natural light", luminance(view.natural_mcd_per_m2)},
            {"Lamps", luminance(view.artificial_mcd_per_m2)},
            {"Moonlight", luminance(view.moonlight_mcd_per_m2)},
            {"Twilight", luminance(view.twilight_mcd_per_m2)},
            {"All", luminance(view.total_mcd_per_m2)},
            {"Sun", fmt::format("{:.1f}° high", view.sun_altitude_degrees)},
            {"Moon", fmt::format("{:.1f}° high", view.moon_altitude_degrees)},
            {"Light", source_of(view.origin, view.source)}};
}

}  // namespace

Exit sky_bortle(const Arguments& given) {
    const auto paper = paper_of(given);
    const auto input = question_of<sky::BortleAt>(given);
    const auto map = light_map_of(given);
    const auto view = answered(sky::bortle_at(*map, input));
    if (!print_for_programs(paper, view)) print(table_of(given, rows_of(view)));
    return Exit::done;
}

Exit sky_brightness(const Arguments& given) {
    const auto paper = paper_of(given);
    const auto input = question_of<sky::SkyBrightnessAt>(given);
    const auto map = light_map_of(given);
    const auto view = answered(sky::sky_brightness_at(this_moment(), *map, input));
    if (print_for_programs(paper, view)) return Exit::done;
    const auto& zones = world_zones();
    LocalTimes times(answered(sky::place_of(input)), zones);
    print(table_of(given, rows_of(view, times)));
    return Exit::done;
}

Exit sky_zone(const Arguments& given) {
    const auto paper = paper_of(given);
    const auto input = question_of<sky::TimeZoneAt>(given);
    const auto& zones = world_zones();
    const auto view = answered(sky::time_zone_at(this_moment(), zones, input));
    if (print_for_programs(paper, view)) return Exit::done;
    print(table_of(
        given, {{"Zone", view.zone.value_or("none; the Sun's mean time stands in")},
                {"Clock", view.local_time},
                {"Ahead of UTC",
                 sky::clock_text({}, std::chrono::seconds{view.utc_offset_seconds}).substr(19)}}));
    return Exit::done;
}

}  // namespace asterism::cli
