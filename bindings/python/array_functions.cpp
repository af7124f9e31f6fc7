#include "bindings/python/array_functions.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace asterism::python {
namespace {

constexpr ArrayParameter times{
    "times", Takes::times, "",
    "Moments from 1900 to 2100: datetime64 (UTC) or POSIX seconds, alone or in arrays; datetimes "
    "with a time zone or RFC 3339 texts."};
constexpr ArrayParameter latitude{"latitude", Takes::numbers, "", "Degrees north, -90 to 90."};
constexpr ArrayParameter longitude{"longitude", Takes::numbers, "", "Degrees east, -180 to 180."};
constexpr ArrayParameter elevation{
    "elevation", Takes::numbers, "0.0",
    "Metres above the sea, -500 to 9000. From high up the horizon lies lower."};
constexpr ArrayParameter refraction{
    "refraction", Takes::alike, "False",
    "Whether the altitude is as seen through air of 1010 hPa and 10 degrees Celsius.", "bool"};
constexpr ArrayParameter altitude{"altitude", Takes::numbers, "90.0",
                                  "Of the patch of sky: degrees above the horizon, 0 to 90."};
constexpr ArrayParameter azimuth{"azimuth", Takes::numbers, "0.0",
                                 "Of the patch: degrees from north by east, 0 to 360."};
constexpr ArrayParameter extinction{
    "extinction", Takes::numbers, "0.172",
    "Magnitudes that air takes at the zenith, 0 to 2; 0.25 to 0.3 near sea level."};
constexpr ArrayParameter planet{"name", Takes::alike, "", "Which planet.", "Planet"};
constexpr ArrayParameter start{
    "start", Takes::times, "",
    "The first moment, from 1900 to 2100: a datetime with a time zone, RFC 3339 text, POSIX "
    "seconds or datetime64 (UTC), or an array of them."};
constexpr ArrayParameter end{"end", Takes::times, "", "The first moment after the range."};

constexpr std::array at_times{times};
constexpr std::array at_places{times, latitude, longitude, elevation};
constexpr std::array sights{times, latitude, longitude, elevation, refraction};
constexpr std::array planet_sights{planet, times, latitude, longitude, elevation, refraction};
constexpr std::array ranges{
    ArrayParameter{
        "start", Takes::alike, "",
        "The first moment, from 1900 to 2100: a datetime with a time zone, RFC 3339 text, POSIX "
        "seconds or datetime64 (UTC).",
        "Time"},
    ArrayParameter{"end", Takes::alike, "", "The first moment after the range.", "Time"}};
constexpr std::array windows{
    ArrayParameter{"body", Takes::alike, "", "Moon, Sun or planet, by its English name.", "Body"},
    latitude,
    longitude,
    start,
    end,
    elevation};
constexpr std::array moonlit{times, latitude, longitude, altitude, azimuth, elevation, extinction};
constexpr std::array bright{times,
                            latitude,
                            longitude,
                            ArrayParameter{"artificial", Takes::numbers, "0.0",
                                           "Light of lamps at the zenith in mcd/m2, 0 to 1e15."},
                            altitude,
                            azimuth,
                            elevation,
                            extinction,
                            ArrayParameter{"natural", Takes::numbers, "0.171168465",
                                           "Light of nature at the zenith in mcd/m2, 0 to 1e15; "
                                           "0.25905 is what goes with the towns' model."}};
constexpr std::array glows{
    latitude, longitude,
    ArrayParameter{"raster", Takes::alike, "None",
                   "The map to read: a Raster, or the path of its file. Without one the light is "
                   "estimated from the towns around.",
                   "Raster | str | PathLike[str] | None"},
    ArrayParameter{"sampling", Takes::alike, "\"nearest\"",
                   "The map's cell that the place lies in, or between the four around.",
                   "Literal[\"nearest\", \"bilinear\"]"}};
constexpr std::array magnitudes{
    ArrayParameter{"mag", Takes::numbers, "", "The sky's brightness in mag/arcsec2, -50 to 50."}};
constexpr std::array classed{magnitudes[0],
                             ArrayParameter{"scheme", Takes::alike, "\"classic\"",
                                            "Which magnitudes make which class: no authority "
                                            "gave any.",
                                            "BortleScheme"}};
constexpr std::array luminances{ArrayParameter{"luminance", Takes::numbers, "",
                                               "Of the whole sky in mcd/m2 (V band), 0 to 1e15."}};
constexpr std::array places{latitude, longitude};

constexpr std::string_view number = "float";
constexpr std::string_view numbers = "NDArray[float64]";
constexpr std::string_view moon_source =
    "To 0.1\" from 1960 to 2059 (JPL DE405), to 15\" in the other years (ERFA moon98).";
constexpr std::string_view fraction_source =
    "To 1e-6 from 1960 to 2059 (JPL DE405), by the true angles of the apparent vectors.";

constexpr std::array all{
    ArrayFunction{"moon_altaz", "Where the Moon stands over the horizon.", sights,
                  "Altitude and azimuth of its middle in degrees, from where the observer stands.",
                  "AltAz[float]", "AltAz[NDArray[float64]]", moon_source},
    ArrayFunction{"sun_altaz", "Where the Sun stands over the horizon.", sights,
                  "Altitude and azimuth of its middle in degrees.", "AltAz[float]",
                  "AltAz[NDArray[float64]]", "To 0.05\" (JPL DE405; ERFA epv00 before and after)."},
    ArrayFunction{"planet_altaz", "Where a planet stands over the horizon.", planet_sights,
                  "Altitude and azimuth in degrees.", "AltAz[float]", "AltAz[NDArray[float64]]",
                  "To 1\" from 1960 to 2059 (JPL DE405), to 0.05 degrees in the other years (Simon "
                  "and others 1994)."},
    ArrayFunction{"illumination", "How much of the Moon's disc is lit.", at_times,
                  "The lit fraction, 0 to 1.", number, numbers, fraction_source},
    ArrayFunction{"phase_angle", "The angle Sun-Moon-Earth.", at_times,
                  "Degrees: 0 at full moon, 180 at new.", number, numbers, fraction_source},
    ArrayFunction{"moon_age", "The time since the last new moon.", at_times,
                  "Days, 0 to 29.9. Not the phase: months are of different lengths.", number,
                  numbers, "To 0.1 s from 1960 to 2059, to 30 s in the other years."},
    ArrayFunction{"moon_distance", "How far the Moon is from the Earth's centre.", at_times,
                  "Kilometres between the centres.", number, numbers,
                  "JPL DE405 from 1960 to 2059, ERFA moon98 in the other years."},
    ArrayFunction{"phases", "The Moon's quarters of a range of time.", ranges,
                  "A list of events in order: when, and which of new_moon, first_quarter, "
                  "full_moon and last_quarter.",
                  "list[Event]", "", "To 0.1 s from 1960 to 2059, to 30 s in the other years."},
    ArrayFunction{
        "rise_set", "When a body rises and sets in windows of time.", windows,
        "The state of each window (events, above_all_window or below_all_window) and all its "
        "events: a list of them for a single window, else one table for all windows, in which "
        "`index` counts them in the order of the arrays' elements. Any length of window will do.",
        "RiseSet[str, list[Event]]", "RiseSet[NDArray[str_], Events]",
        "Rise and set of the upper limb (planets: the middle) at the 34' of refraction that the "
        "US Naval Observatory takes, lowered by the dip of the elevation. Moon to 0.1 s up to 60 "
        "degrees of latitude, Sun to 0.02 s."},
    ArrayFunction{
        "twilights", "Sunset, dusks, dawns and sunrise of the nights that the moments are in.",
        at_places,
        "For the Sun's limb at the horizon and for its middle 6, 12 and 18 degrees below: the "
        "state (events; above_all_window in a white night, below_all_window in polar night), dusk "
        "and dawn, None or NaT where there is none; and when the Sun is lowest, and how low. A "
        "night lasts from one local solar noon to the next: an afternoon belongs to the night "
        "that follows.",
        "Twilights[str, datetime | None, float]",
        "Twilights[NDArray[str_], NDArray[datetime64], NDArray[float64]]",
        "To 0.02 s up to 60 degrees of latitude."},
    ArrayFunction{
        "dark_intervals", "When neither Sun nor Moon lights the nights that the moments are in.",
        at_places,
        "Minutes of darkness in each night, and the intervals that make them: a list of them for "
        "a single night, else one table in which `index` counts the nights.",
        "DarkIntervals[float, list[Interval]]", "DarkIntervals[NDArray[float64], Intervals]",
        "Dark is while the Sun is 18 degrees below the horizon and the Moon's upper limb is "
        "down."},
    ArrayFunction{"moonlight", "How bright scattered moonlight makes a patch of sky.", moonlit,
                  "Luminance in mcd/m2 (V band); 0 with the Moon below the horizon.", number,
                  numbers,
                  "Krisciunas and Schaefer 1991, PASP 103, 1033, who find 8 to 23 per cent of "
                  "error; without the surge near full moon."},
    ArrayFunction{"sky_brightness", "How bright a patch of sky is, and what makes it so.", bright,
                  "Natural, artificial, moon and twilight luminances and their total in mcd/m2, "
                  "the total in mag/arcsec2, and the faintest star that the naked eye sees.",
                  "SkyBrightness[float]", "SkyBrightness[NDArray[float64]]",
                  "Moonlight and extinction: Krisciunas and Schaefer 1991; twilight: Schaefer "
                  "1993; the natural zenith has 22.00 mag/arcsec2."},
    ArrayFunction{"artificial_brightness", "How bright lamps make the zenith of places.", glows,
                  "Luminance in mcd/m2; nan where the map has no data.", number, numbers,
                  "The map's own figure to half a per cent; or the estimate after Walker 1977, "
                  "to 0.3 mag/arcsec2 in Europe and the United States and 0.85 elsewhere."},
    ArrayFunction{"bortle", "The class of Bortle's scale for a sky's brightness.", classed,
                  "1, the darkest, to 9.", "int", "NDArray[int64]",
                  "Limits of each scheme: libcore/sky/bortle.cpp names their sources."},
    ArrayFunction{"magnitude", "A sky's luminance on the scale of Sky Quality Meters.", luminances,
                  "mag/arcsec2; inf for no light.", number, numbers,
                  "m = -2.5 log10(L / 10.8e4 cd/m2), Unihedron."},
    ArrayFunction{"luminance", "The inverse of magnitude().", magnitudes, "mcd/m2 (V band).",
                  number, numbers, "m = -2.5 log10(L / 10.8e4 cd/m2), Unihedron."},
    ArrayFunction{"limiting_magnitude", "The faintest star that a good eye sees.", magnitudes,
                  "Visual magnitude: 6.6 under 22 mag/arcsec2, 4.0 under 18.", number, numbers,
                  "7.93 - 5 log10(10^(4.316 - m/5) + 1), Unihedron."},
    ArrayFunction{"time_zone", "The time zone whose clocks places go by.", places,
                  "IANA names; at sea the nautical zone, as Etc/GMT-3, which is ahead of UTC. In "
                  "arrays, Python's texts.",
                  "str", "NDArray[object_]",
                  "Shapes of timezone-boundary-builder (OpenStreetMap, ODbL), simplified."},
};

std::string_view kind_of_error(const ArrayFunction& function) {
    if (function.arrays.empty()) return "Raises Invalid, a ValueError, for what is out of range.";
    return "Arrays are broadcast as numpy does and are not copied; single values need no numpy.\n"
           "Raises Invalid, a ValueError, for what is out of range or no number: of the first bad\n"
           "element, whose place stands in its `detail`. Then nothing is answered.";
}

/// In lines as long as a docstring's may be.
std::string wrapped(std::string_view text) {
    constexpr std::size_t longest = 92;
    std::string out;
    std::size_t column = 0;
    while (!text.empty()) {
        const auto word = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(text.size(), word.size() + 1));
        const bool fits = column + 1 + word.size() <= longest;
        if (column > 0) out += fits ? ' ' : '\n';
        column = fits && column > 0 ? column + 1 + word.size() : word.size();
        out += word;
    }
    return out;
}

}  // namespace

std::span<const ArrayFunction> array_functions() { return all; }

const ArrayFunction& array_function(std::string_view name) {
    for (const ArrayFunction& each : all)
        if (each.name == name) return each;
    throw std::out_of_range("no function over arrays is called " + std::string(name));
}

std::string signature(const ArrayFunction& function) {
    std::string out = "($module, /";
    for (const ArrayParameter& each : function.parameters) {
        out.append(", ").append(each.name);
        if (!each.initial.empty()) out.append("=").append(each.initial);
    }
    return out + ")";
}

std::string docstring(const ArrayFunction& function) {
    std::string out(function.summary);
    out += "\n\n";
    for (const ArrayParameter& each : function.parameters)
        out.append(wrapped(std::string(each.name) + ": " + std::string(each.about))).append("\n");
    out.append("\n").append(wrapped("Answers: " + std::string(function.answers)));
    out.append("\n").append(wrapped("Accuracy: " + std::string(function.source)));
    return out.append("\n").append(kind_of_error(function));
}

}  // namespace asterism::python
