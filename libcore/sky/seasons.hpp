#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

#include "libcore/sky/time_scales.hpp"

namespace asterism::sky {

/// The instants at which the Sun's apparent longitude is 0, 90, 180 or 270 degrees.
enum class Season : std::uint8_t {
    march_equinox,
    june_solstice,
    september_equinox,
    december_solstice
};

constexpr auto names(Season) {
    using Name = std::pair<Season, std::string_view>;
    return std::array{Name{Season::march_equinox, "march_equinox"},
                      Name{Season::june_solstice, "june_solstice"},
                      Name{Season::september_equinox, "september_equinox"},
                      Name{Season::december_solstice, "december_solstice"}};
}

struct SeasonEvent {
    TerrestrialTime at;
    Season season;
};

/// That of the year. From 1899 to 2102 to a tenth of a second or so from DE405 (a second in the
/// coarse years); else the mean quarter of a year stands in, as much as two days off.
TerrestrialTime season_of(int year, Season season);

/// The first strictly after the moment.
SeasonEvent next_season(TerrestrialTime after);

}  // namespace asterism::sky
