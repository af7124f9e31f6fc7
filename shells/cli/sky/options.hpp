#pragma once

#include <array>
#include <string_view>

#include "shells/cli/arguments.hpp"

namespace asterism::cli::sky_options {

using enum Form;

inline constexpr Option north{"lat", value, "Degrees north of the equator, -90 to 90.",
                              false, {},    "latitude"};
inline constexpr Option east{"lon", value, "Degrees east of Greenwich, -180 to 180.",
                             false, {},    "lng|longitude"};

constexpr Option needed(Option option) {
    option.required = true;
    return option;
}

inline constexpr Option elevation{"elevation", value,
                                  "Metres above the sea, -500 to 9000; 0 if not given."};
inline constexpr Option at{"at", value,
                           "The moment, as 2026-03-01T12:00:00Z or with +01:00; now if not given."};
inline constexpr Option night{"date", value,
                              "The day on which the night begins, as 2026-11-21; the night now or "
                              "next if not given."};
inline constexpr Option json{"json", flag, "As JSON, for programs; times in UTC."};
inline constexpr Option csv{"csv", flag,
                            "As comma-separated values below a row of names; times in UTC."};
inline constexpr Option ics{"ics", flag, "As an iCalendar file."};
inline constexpr Option ascii{"ascii", flag, "Write and draw in ASCII alone."};
inline constexpr Option draw{"draw", flag, "Draw the Moon though no terminal shows it."};

inline constexpr std::array moon{at, north, east, elevation, draw, ascii, json, csv};
inline constexpr std::array body{at, north, east, elevation, ascii, json, csv};
inline constexpr std::array tonight{
    needed(north),
    needed(east),
    elevation,
    night,
    Option{"cloud", value,
           "How much of the sky will be clouded, 0 to 100 percent; not judged if "
           "not given."},
    Option{"formula", value, "What makes the score; asterism-1 if not given.", false,
           "asterism-1|starview-1"},
    draw,
    ascii,
    json,
    csv};
inline constexpr std::array dark{
    needed(north),
    needed(east),
    elevation,
    night,
    Option{"nights", value, "How many, 1 to 60; 7 if not given.", false, {}, "days"},
    ascii,
    json,
    csv,
    ics};
inline constexpr std::array best{
    needed(north),
    needed(east),
    elevation,
    night,
    Option{"nights", value, "How many to judge, 1 to 366; 30 if not given.", false, {}, "days"},
    Option{"limit", value, "How many to tell of, 1 to 366; 10 if not given."},
    ascii,
    json,
    csv,
    ics};
inline constexpr std::array bortle{
    needed(north),
    needed(east),
    elevation,
    Option{"scheme", value, "Which magnitudes make which class; classic if not given.", false,
           "nomogram|ratio|classic|nightskyspots"},
    Option{"rule", value, "How light becomes a class; native if not given.", false,
           "native|starview"},
    Option{"growth-year", value, "Let the light grow by 2.5 % a year until then, 1990 to 2100."},
    Option{"strict", flag, "Refuse, rather than estimate, where the map has no data."},
    ascii,
    json,
    csv};
inline constexpr std::array brightness{
    needed(north),
    needed(east),
    elevation,
    at,
    Option{"altitude", value, "Of the patch of sky, 0 to 90 degrees; the zenith if not given."},
    Option{"azimuth", value, "Of the patch, from north by east, 0 to 360 degrees."},
    ascii,
    json,
    csv};
inline constexpr std::array calendar{
    north,
    east,
    elevation,
    Option{"date", value, "The first day, as 2026-11-21; today if not given."},
    Option{"days", value, "How many, 1 to 366; 30 if not given.", false, {}, "nights"},
    Option{"kinds", value,
           "What to list, with commas: moon_quarters, apsides, seasons, showers; with a place also "
           "dark, moon_rise_set, sun_rise_set."},
    ascii,
    json,
    csv,
    ics};
inline constexpr std::array showers{
    Option{"year", value, "Of the peaks, 1900 to 2100; this year if not given."},
    north,
    east,
    elevation,
    ascii,
    json,
    csv,
    ics};
inline constexpr std::array zone{needed(north), needed(east), at, ascii, json, csv};

/// A map of light pollution is looked up where these say.
inline constexpr std::array<std::string_view, 2> light_settings{"data", "sky.raster"};

}  // namespace asterism::cli::sky_options
