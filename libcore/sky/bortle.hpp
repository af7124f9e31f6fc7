#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

namespace asterism::sky {

/// Which magnitudes make which class of Bortle's scale (Sky & Telescope, February 2001). Bortle
/// gave none and no authority did since, so whoever names a class names the scheme too.
enum class BortleScheme : std::uint8_t {
    nomogram,  ///< the Dark Skies Awareness nomogram, in today's Wikipedia; tells 8 and 9 not apart
    ratio,     ///< Cinzano's colour bands of artificial to natural light, on light pollution maps
    classic,   ///< Wikipedia's table of former years, and Starview's
    nightskyspots
};

constexpr auto names(BortleScheme) {
    using Name = std::pair<BortleScheme, std::string_view>;
    return std::array{Name{BortleScheme::nomogram, "nomogram"}, Name{BortleScheme::ratio, "ratio"},
                      Name{BortleScheme::classic, "classic"},
                      Name{BortleScheme::nightskyspots, "nightskyspots"}};
}

/// What is used where nobody names another.
inline constexpr BortleScheme usual_scheme = BortleScheme::classic;

/// The smallest magnitude of the classes 1 to 8, in mag/arcsec² at the zenith. The nomogram's
/// eighth is minus infinity.
std::span<const double, 8> bortle_limits(BortleScheme scheme);

/// The class, 1 (darkest) to 9: the first whose limit is not above the magnitude. The nomogram's
/// "4.5" is 5 here. What is not a number is in the last class.
int bortle_class(double mag_per_arcsec2, BortleScheme scheme);

/// How good a sky of some class is for looking at it.
enum class SkyQuality : std::uint8_t {
    excellent,
    very_good,
    good,
    moderate,
    limited,
    poor,
    very_poor
};

constexpr auto names(SkyQuality) {
    using Name = std::pair<SkyQuality, std::string_view>;
    return std::array{
        Name{SkyQuality::excellent, "excellent"}, Name{SkyQuality::very_good, "very_good"},
        Name{SkyQuality::good, "good"},           Name{SkyQuality::moderate, "moderate"},
        Name{SkyQuality::limited, "limited"},     Name{SkyQuality::poor, "poor"},
        Name{SkyQuality::very_poor, "very_poor"}};
}

/// A class outside 1 to 9 is taken as the nearest of them.
SkyQuality sky_quality(int bortle);
/// "Rural sky": Bortle's own names of his classes.
std::string_view bortle_description(int bortle);

/// How a luminance of artificial light becomes a class. Answers carry its name.
struct SkyglowRule {
    std::string_view name;
    double natural_mcd_per_m2;
    double growth;  ///< artificial light is multiplied by it
    BortleScheme scheme;
    bool rounds;  ///< the magnitude is taken to two decimals before it is classed
    /// Skies of less than so many mag/arcsec² are put one class further, for the domes of light
    /// that the zenith does not show; minus infinity: none are.
    double bias_below;
};

/// Ours: the raster's or the model's figure as it is.
SkyglowRule native_rule(BortleScheme scheme = usual_scheme);

/// Starview's, to the digit: light of 2015 grown to 2026 (1.31, which is about 1.025^11), a natural
/// sky of 0.171 mcd/m², and one class further below 22.00.
SkyglowRule starview_rule();

/// A clear, moonless zenith.
struct Skyglow {
    double artificial_mcd_per_m2;  ///< grown
    double mag_per_arcsec2;        ///< of the whole sky
    double ratio;                  ///< artificial to natural light
    double naked_eye_limit_mag;
    int bortle;
    SkyQuality quality;
    std::string_view rule;
    BortleScheme scheme;
};

/// `artificial_mcd_per_m2` is not below zero; what is not a number gives what is not one.
Skyglow skyglow(double artificial_mcd_per_m2, const SkyglowRule& rule);

}  // namespace asterism::sky
