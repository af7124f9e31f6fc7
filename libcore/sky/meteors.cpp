#include "libcore/sky/meteors.hpp"

#include "libcore/sky/brightness.hpp"

namespace asterism::sky {

namespace {

constexpr std::chrono::minutes step{10};
constexpr Horizontal zenith{{0}, {90}};

double limit_at(const Observer& observer, Moment at, const LightFound& light) {
    return sky_brightness(brightness_inputs(observer, at, zenith, light.artificial_mcd_per_m2,
                                            default_extinction_magnitudes,
                                            light.natural_mcd_per_m2))
        .limiting_magnitude;
}

/// When it is astronomical night; the darkest moment if it never is.
Interval dark_of(const Night& night) {
    const SunBelow& dark = night.astronomical;
    if (dark.state == WindowState::events || dark.state == WindowState::below_all_window)
        return {dark.dusk.value_or(night.noons.from), dark.dawn.value_or(night.noons.until)};
    return {night.darkest, night.darkest};
}

}  // namespace

NightsEye::NightsEye(const Observer& observer, const Night& night, const LightFound& light) {
    const Interval dark = dark_of(night);
    for (Instant at = dark.from; at <= dark.until; at += step) {
        const Moment moment = moment_at(at);
        looks_.push_back({moment, at, limit_at(observer, moment, light)});
    }
}

BestMeteors best_meteors(const Observer& observer, const NightsEye& eye, const Shower& shower) {
    BestMeteors best{};
    double best_rate = -1;
    bool first = true;
    for (const auto& look : eye.looks()) {
        const Vector to = radiant(shower, look.at.tt);
        const Degrees altitude = horizontal(local_sight(observer, look.at, to)).altitude;
        const auto zenithal = zenithal_rate(shower, look.at.tt);
        const double rate = hourly_rate(zenithal.value_or(0), shower.population_index, altitude,
                                        look.limiting_magnitude);
        const bool higher = altitude.value > best.radiant_altitude.value;
        if (!first && !(rate > best_rate) && !(rate == best_rate && higher)) continue;
        first = false;
        best_rate = rate;
        best = {look.when, altitude, zenithal ? std::optional{rate} : std::nullopt};
    }
    return best;
}

}  // namespace asterism::sky
