#pragma once

#include <optional>

#include "libcore/base/result.hpp"
#include "libcore/sky/place.hpp"

namespace asterism::sky {

/// Shows the fields that tell a place, alike in every input of the sky. Where the place is needed
/// the members `latitude` and `longitude` are doubles, elsewhere optional ones; `elevation_metres`
/// is optional everywhere.
template <class Input>
constexpr void see_place(auto&& see) {
    see("latitude", &Input::latitude, "Degrees north of the equator, -90 to 90.");
    see("longitude", &Input::longitude, "Degrees east of Greenwich, -180 to 180.");
    see("elevation", &Input::elevation_metres,
        "Metres above the sea, -500 to 9000; 0 if absent. From high up the horizon lies lower.");
}

/// The place, or what is wrong with it: latitude first, then longitude, then elevation. What is no
/// number is out of range.
Result<Place> place_of(double latitude, double longitude, std::optional<double> elevation_metres);

template <class Input>
Result<Place> place_of(const Input& input) {
    return place_of(input.latitude, input.longitude, input.elevation_metres);
}

/// The same where the place may be left out, all of it or nothing.
Result<std::optional<Place>> place_if_any(std::optional<double> latitude,
                                          std::optional<double> longitude,
                                          std::optional<double> elevation_metres);

template <class Input>
Result<std::optional<Place>> place_if_any(const Input& input) {
    return place_if_any(input.latitude, input.longitude, input.elevation_metres);
}

}  // namespace asterism::sky
