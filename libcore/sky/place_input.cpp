#include "libcore/sky/place_input.hpp"

#include "libcore/sky/faults.hpp"

namespace asterism::sky {

Result<Place> place_of(double latitude, double longitude, std::optional<double> elevation_metres) {
    const double elevation = elevation_metres.value_or(0);
    if (!(latitude >= -90 && latitude <= 90)) return field_error(latitude_out_of_range, "latitude");
    if (!(longitude >= -180 && longitude <= 180))
        return field_error(longitude_out_of_range, "longitude");
    if (!(elevation >= -500 && elevation <= 9000))
        return field_error(elevation_out_of_range, "elevation");
    return Place{{latitude}, {longitude}, elevation};
}

Result<std::optional<Place>> place_if_any(std::optional<double> latitude,
                                          std::optional<double> longitude,
                                          std::optional<double> elevation_metres) {
    if (!latitude && !longitude && !elevation_metres) return std::optional<Place>{};
    if (!latitude) return field_error(place_incomplete, "latitude");
    if (!longitude) return field_error(place_incomplete, "longitude");
    const auto place = place_of(*latitude, *longitude, elevation_metres);
    if (!place) return place.error();
    return std::optional<Place>{*place};
}

}  // namespace asterism::sky
