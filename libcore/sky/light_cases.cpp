#include "libcore/sky/light_cases.hpp"

#include "libcore/sky/city_glow.hpp"
#include "libcore/sky/faults.hpp"
#include "libcore/sky/known_years.hpp"
#include "libcore/sky/light.hpp"
#include "libcore/sky/skyglow_scale.hpp"

namespace asterism::sky {

namespace {

/// The model was fitted to meters, with the natural sky that they read.
constexpr std::string_view model_rule_name = "asterism-1-by-meters";

constexpr double yearly_growth = 0.025;
constexpr int first_growth_year = 1990;
constexpr int last_growth_year = 2100;

std::optional<Error> refusal(const BortleAt& input) {
    const auto year = input.growth_year.value_or(first_growth_year);
    if (year < first_growth_year || year > last_growth_year)
        return field_error(growth_out_of_range, "growth_year");
    if (input.rule != LightRule::starview) return std::nullopt;
    if (input.scheme) return field_error(rule_is_fixed, "scheme");
    if (input.growth_year) return field_error(rule_is_fixed, "growth_year");
    return std::nullopt;
}

/// Light whose year nobody said, as the model's, is not grown.
SkyglowRule rule_of(const BortleAt& input, const LightFound& light) {
    if (input.rule == LightRule::starview) return starview_rule();
    SkyglowRule rule = native_rule_for(light, input.scheme.value_or(usual_scheme));
    if (input.growth_year && light.year)
        rule.growth = glow_growth(yearly_growth, *light.year, *input.growth_year);
    return rule;
}

Result<Horizontal> target(const SkyBrightnessAt& input) {
    const double altitude = input.altitude_degrees.value_or(90);
    const double azimuth = input.azimuth_degrees.value_or(0);
    if (!(altitude >= 0 && altitude <= 90)) return field_error(altitude_out_of_range, "altitude");
    if (!(azimuth >= 0 && azimuth <= 360)) return field_error(azimuth_out_of_range, "azimuth");
    return Horizontal{{azimuth}, {altitude}};
}

SkyBrightnessView view_of(Instant at, const BrightnessInputs& inputs, LightFound&& light) {
    const SkyBrightness sky = sky_brightness(inputs);
    return {.at = at,
            .altitude_degrees = inputs.target.altitude.value,
            .azimuth_degrees = inputs.target.azimuth.value,
            .patch = sky.patch,
            .natural_mcd_per_m2 = sky.natural_mcd_per_m2,
            .artificial_mcd_per_m2 = sky.artificial_mcd_per_m2,
            .moonlight_mcd_per_m2 = sky.moonlight_mcd_per_m2,
            .twilight_mcd_per_m2 = sky.twilight_mcd_per_m2,
            .total_mcd_per_m2 = sky.total_mcd_per_m2,
            .mag_per_arcsec2 = sky.magnitude,
            .limiting_magnitude = sky.limiting_magnitude,
            .sun_altitude_degrees = inputs.sun.altitude.value,
            .moon_altitude_degrees = inputs.moon.altitude.value,
            .source = std::move(light.source),
            .origin = light.origin,
            .uncertainty_mag = light.uncertainty_mag};
}

}  // namespace

LightFound light_at(const LightMap& map, const Place& place) {
    auto read = map.at(place, Sampling::nearest);
    if (read.known == GlowKnown::yes) {
        return {read.artificial_mcd_per_m2,
                natural_mcd_per_m2,
                read.uncertainty_mag,
                LightOrigin::map,
                std::move(read.source),
                read.year == 0 ? std::nullopt : std::optional<int>{read.year}};
    }
    const CityGlow glow = city_glow(place);
    const bool no_data = read.known == GlowKnown::no_data;
    return {glow.artificial_mcd_per_m2,
            natural_by_meters_mcd_per_m2,
            glow.uncertainty_mag,
            no_data ? LightOrigin::model_no_data : LightOrigin::model_no_map,
            std::string(city_glow_source),
            std::nullopt};
}

SkyglowRule native_rule_for(const LightFound& light, BortleScheme scheme) {
    SkyglowRule rule = native_rule(scheme);
    if (light.origin == LightOrigin::map) return rule;
    rule.name = model_rule_name;
    rule.natural_mcd_per_m2 = light.natural_mcd_per_m2;
    return rule;
}

BortleView bortle_view(const LightFound& light, const SkyglowRule& rule) {
    const Skyglow glow = skyglow(light.artificial_mcd_per_m2, rule);
    return {.artificial_mcd_per_m2 = glow.artificial_mcd_per_m2,
            .total_mcd_per_m2 = glow.artificial_mcd_per_m2 + rule.natural_mcd_per_m2,
            .mag_per_arcsec2 = glow.mag_per_arcsec2,
            .ratio = glow.ratio,
            .limiting_magnitude = glow.naked_eye_limit_mag,
            .bortle = glow.bortle,
            .scheme = glow.scheme,
            .quality = glow.quality,
            .description = std::string(bortle_description(glow.bortle)),
            .rule = std::string(glow.rule),
            .source = light.source,
            .origin = light.origin,
            .year = light.year,
            .growth = rule.growth,
            .uncertainty_mag = light.uncertainty_mag};
}

Result<BortleView> bortle_at(const LightMap& map, const BortleAt& input) {
    const auto place = place_of(input);
    if (!place) return place.error();
    if (const auto refused = refusal(input)) return *refused;

    const LightFound light = light_at(map, *place);
    if (input.strict.value_or(false) && light.origin == LightOrigin::model_no_data)
        return no_light_data;
    if (input.strict.value_or(false) && light.origin == LightOrigin::model_no_map &&
        map.facts().expected)
        return light_map_unavailable;
    return bortle_view(light, rule_of(input, light));
}

Result<SkyBrightnessView> sky_brightness_at(Now now, const LightMap& map,
                                            const SkyBrightnessAt& input) {
    const Instant at = input.at.value_or(now.at);
    if (!known(at)) return field_error(date_out_of_range, "at");
    const auto place = place_of(input);
    if (!place) return place.error();
    const auto patch = target(input);
    if (!patch) return patch.error();

    auto light = light_at(map, *place);
    const auto inputs =
        brightness_inputs(Observer(*place), moment_at(at), *patch, light.artificial_mcd_per_m2,
                          default_extinction_magnitudes, light.natural_mcd_per_m2);
    return view_of(at, inputs, std::move(light));
}

}  // namespace asterism::sky
