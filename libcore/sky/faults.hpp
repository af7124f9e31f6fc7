#pragma once

#include "libcore/base/result.hpp"

namespace asterism::sky {

inline constexpr Fault latitude_out_of_range{"sky_latitude_out_of_range", Kind::invalid,
                                             "A latitude is from -90 to 90 degrees."};
inline constexpr Fault longitude_out_of_range{"sky_longitude_out_of_range", Kind::invalid,
                                              "A longitude is from -180 to 180 degrees."};
inline constexpr Fault elevation_out_of_range{"sky_elevation_out_of_range", Kind::invalid,
                                              "An elevation is from -500 to 9000 metres."};
inline constexpr Fault place_incomplete{"sky_place_incomplete", Kind::invalid,
                                        "A place has a latitude and a longitude."};
inline constexpr Fault place_needed{"sky_place_needed", Kind::invalid,
                                    "Dark hours, rises and sets are told for a place only."};
inline constexpr Fault altitude_out_of_range{"sky_altitude_out_of_range", Kind::invalid,
                                             "An altitude in the sky is from 0 to 90 degrees."};
inline constexpr Fault azimuth_out_of_range{"sky_azimuth_out_of_range", Kind::invalid,
                                            "An azimuth is from 0 to 360 degrees."};
inline constexpr Fault percent_out_of_range{"sky_percent_out_of_range", Kind::invalid,
                                            "A percentage is from 0 to 100."};
inline constexpr Fault rule_is_fixed{"sky_rule_is_fixed", Kind::invalid,
                                     "The rule starview has a scheme and a growth of its own."};
inline constexpr Fault growth_out_of_range{"sky_growth_out_of_range", Kind::invalid,
                                           "Light is grown to the years 1990 to 2100 only."};
inline constexpr Fault no_light_data{"sky_no_light_data", Kind::missing,
                                     "The map of light pollution has no data there."};
inline constexpr Fault light_map_unavailable{"sky_light_map_unavailable", Kind::unavailable,
                                             "The map of light pollution cannot be read just now."};
inline constexpr Fault date_out_of_range{"sky_date_out_of_range", Kind::invalid,
                                         "That is no date of the years 1900 to 2100."};
inline constexpr Fault range_reversed{"sky_range_reversed", Kind::invalid,
                                      "The end comes before the start."};
inline constexpr Fault range_empty{"sky_range_empty", Kind::invalid, "The range has no days."};
inline constexpr Fault range_too_long{"sky_range_too_long", Kind::invalid,
                                      "The range has too many days."};

inline constexpr Fault days_out_of_range{"weather_days_out_of_range", Kind::invalid,
                                         "One asks for 1 to 16 days, and not for an end as well."};
inline constexpr Fault before_records{"weather_before_records", Kind::invalid,
                                      "Weather is known from 1940 on and told up to 2100."};
inline constexpr Fault weather_unavailable{"weather_unavailable", Kind::unavailable,
                                           "The weather cannot be had just now."};

}  // namespace asterism::sky
