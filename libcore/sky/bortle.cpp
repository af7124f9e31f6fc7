#include "libcore/sky/bortle.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

#include "libcore/sky/skyglow_scale.hpp"

namespace asterism::sky {
namespace {

constexpr double none = -std::numeric_limits<double>::infinity();

using Limits = std::array<double, 8>;

// `ratio` is 22 - 2.5 log10(1 + r) for r = 0.01, 0.11, 0.33, 3, 9, 15.6, 27, 46.8.
constexpr Limits nomogram{21.76, 21.60, 21.30, 20.80, 19.25, 18.50, 18.00, none};
constexpr Limits ratio{21.99, 21.89, 21.69, 20.49, 19.50, 18.94, 18.38, 17.80};
constexpr Limits classic{21.7, 21.5, 21.3, 20.4, 19.1, 18.0, 16.8, 15.5};
constexpr Limits nightskyspots{21.8, 21.6, 21.3, 20.4, 19.3, 18.5, 18.0, 17.5};

struct Words {
    std::string_view description;
    SkyQuality quality;
};

constexpr std::array<Words, 9> words{{
    {"Excellent dark-sky site", SkyQuality::excellent},
    {"Typical truly dark site", SkyQuality::excellent},
    {"Rural sky", SkyQuality::very_good},
    {"Rural/suburban transition", SkyQuality::good},
    {"Suburban sky", SkyQuality::moderate},
    {"Bright suburban sky", SkyQuality::limited},
    {"Suburban/urban transition", SkyQuality::poor},
    {"City sky", SkyQuality::poor},
    {"Inner-city sky", SkyQuality::very_poor},
}};

const Words& words_of(int bortle) {
    return words[static_cast<std::size_t>(std::clamp(bortle, 1, 9) - 1)];
}

}  // namespace

std::span<const double, 8> bortle_limits(BortleScheme scheme) {
    switch (scheme) {
        case BortleScheme::nomogram: return nomogram;
        case BortleScheme::ratio: return ratio;
        case BortleScheme::classic: break;
        case BortleScheme::nightskyspots: return nightskyspots;
    }
    return classic;
}

int bortle_class(double mag_per_arcsec2, BortleScheme scheme) {
    int out = 1;
    for (const double limit : bortle_limits(scheme)) {
        if (mag_per_arcsec2 >= limit) return out;
        ++out;
    }
    return out;
}

SkyQuality sky_quality(int bortle) { return words_of(bortle).quality; }

std::string_view bortle_description(int bortle) { return words_of(bortle).description; }

SkyglowRule native_rule(BortleScheme scheme) {
    return {"asterism-1", natural_mcd_per_m2, 1, scheme, false, none};
}

SkyglowRule starview_rule() { return {"starview-1", 0.171, 1.31, BortleScheme::classic, true, 22}; }

Skyglow skyglow(double artificial_mcd_per_m2, const SkyglowRule& rule) {
    const double artificial = artificial_mcd_per_m2 * rule.growth;
    double magnitude = magnitude_of_luminance(artificial + rule.natural_mcd_per_m2);
    if (rule.rounds) magnitude = std::round(magnitude * 100) / 100;
    int bortle = bortle_class(magnitude, rule.scheme);
    if (magnitude < rule.bias_below) bortle = std::min(bortle + 1, 9);
    return {artificial,
            magnitude,
            glow_ratio(artificial, rule.natural_mcd_per_m2),
            naked_eye_limit_mag(magnitude),
            bortle,
            sky_quality(bortle),
            rule.name,
            rule.scheme};
}

}  // namespace asterism::sky
