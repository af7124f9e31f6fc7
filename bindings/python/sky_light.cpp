#include <array>
#include <cmath>
#include <filesystem>
#include <limits>
#include <unordered_map>

#include "bindings/python/array_functions.hpp"
#include "bindings/python/sky_arrays.hpp"
#include "libcore/sky/bortle.hpp"
#include "libcore/sky/brightness.hpp"
#include "libcore/sky/city_glow.hpp"
#include "libcore/sky/skyglow_ports.hpp"
#include "libcore/sky/skyglow_scale.hpp"
#include "libcore/sky/zones.hpp"
#include "shells/outside/raster_map.hpp"

namespace asterism::python {
namespace {

using outside::RasterMap;

/// sky::Sampling by its names.
enum class Between : std::uint8_t { nearest, bilinear };

constexpr auto names(Between) {
    using Name = std::pair<Between, std::string_view>;
    return std::array{Name{Between::nearest, "nearest"}, Name{Between::bilinear, "bilinear"}};
}

constexpr Fault magnitude_out_of_range{"sky_magnitude_out_of_range", Kind::invalid,
                                       "A sky has from -50 to 50 mag/arcsec2."};
constexpr Fault luminance_out_of_range{"sky_luminance_out_of_range", Kind::invalid,
                                       "A luminance is from 0 to 1e15 mcd/m2."};
constexpr Fault extinction_out_of_range{"sky_extinction_out_of_range", Kind::invalid,
                                        "Air takes from 0 to 2 magnitudes."};
constexpr Fault raster_unavailable{"raster_unavailable", Kind::unavailable,
                                   "The map of light cannot be read."};

constexpr Bounds altitudes{0, 90, &sky::altitude_out_of_range};
constexpr Bounds azimuths{0, 360, &sky::azimuth_out_of_range};
constexpr Bounds extinctions{0, 2, &extinction_out_of_range};
constexpr Bounds luminances{0, 1e15, &luminance_out_of_range};
constexpr Bounds magnitudes{-50, 50, &magnitude_out_of_range};

/// The light of the zenith, but the Moon's and the twilight's.
struct ZenithLight {
    double artificial = 0;
    double natural = sky::natural_mcd_per_m2;
};

/// The sky of a row: times, place, then from `patch` on altitude, azimuth, extinction.
sky::SkyBrightness brightness_of(const Rows& rows, std::size_t i, std::size_t patch,
                                 ZenithLight light, Observers& observers) {
    const auto& observer = observers.at(rows.numbers(1)[i], rows.numbers(2)[i], rows.numbers(3)[i]);
    const sky::Horizontal target{{rows.numbers(patch + 1)[i]}, {rows.numbers(patch)[i]}};
    return sky::sky_brightness(sky::brightness_inputs(observer, sky::moment_at(rows.times(0)[i]),
                                                      target, light.artificial,
                                                      rows.numbers(patch + 2)[i], light.natural));
}

py::object moonlight(const Given& given) {
    auto arguments = times_and_places({given[0], given[1], given[2], given[5]});
    arguments.emplace_back("altitude", given[3], altitudes);
    arguments.emplace_back("azimuth", given[4], azimuths);
    arguments.emplace_back("extinction", given[6], extinctions);
    constexpr Holds columns[]{Holds::numbers};
    return Table(std::move(arguments)).answer(columns, [](Rows& rows) {
        Observers observers;
        for (std::size_t i = 0; i < rows.count; ++i)
            rows.number_answers(0)[i] =
                brightness_of(rows, i, 4, {}, observers).moonlight_mcd_per_m2;
    })[0];
}

py::object sky_brightness(const Given& given) {
    auto arguments = times_and_places({given[0], given[1], given[2], given[6]});
    arguments.emplace_back("artificial", given[3], luminances);
    arguments.emplace_back("altitude", given[4], altitudes);
    arguments.emplace_back("azimuth", given[5], azimuths);
    arguments.emplace_back("extinction", given[7], extinctions);
    arguments.emplace_back("natural", given[8], luminances);
    const std::vector columns(7, Holds::numbers);
    const auto answers = Table(std::move(arguments)).answer(columns, [](Rows& rows) {
        Observers observers;
        for (std::size_t i = 0; i < rows.count; ++i) {
            const auto sky =
                brightness_of(rows, i, 5, {rows.numbers(4)[i], rows.numbers(8)[i]}, observers);
            std::size_t column = 0;
            for (const double each : {sky.natural_mcd_per_m2, sky.artificial_mcd_per_m2,
                                      sky.moonlight_mcd_per_m2, sky.twilight_mcd_per_m2,
                                      sky.total_mcd_per_m2, sky.magnitude, sky.limiting_magnitude})
                rows.number_answers(column++)[i] = each;
        }
    });
    return named_tuple("SkyBrightness", answers);
}

/// Throws the refusal of a file that is no map.
std::unique_ptr<RasterMap> open_raster(const py::object& path) {
    const auto name = py::module_::import("os").attr("fsdecode")(path);
    auto map = std::make_unique<RasterMap>(name.cast<std::string>());
    const auto facts = map->facts();
    if (!facts.available) refuse(Error{&raster_unavailable, facts.trouble});
    return map;
}

void estimate(Rows& rows) {
    for (std::size_t i = 0; i < rows.count; ++i)
        rows.number_answers(0)[i] =
            sky::city_glow({{rows.numbers(0)[i]}, {rows.numbers(1)[i]}}).artificial_mcd_per_m2;
}

py::object artificial_brightness(const Given& given) {
    const auto sampling = choice_of<Between>(given[3], "sampling") == Between::nearest
                              ? sky::Sampling::nearest
                              : sky::Sampling::bilinear;
    const Table table(
        {Argument("latitude", given[0], latitudes), Argument("longitude", given[1], longitudes)});
    constexpr Holds columns[]{Holds::numbers};
    if (given[2].is_none()) return table.answer(columns, &estimate)[0];
    std::unique_ptr<RasterMap> opened;
    const bool is_open = py::isinstance<RasterMap>(given[2]);
    if (!is_open) opened = open_raster(given[2]);
    const auto& map = is_open ? given[2].cast<const RasterMap&>() : *opened;
    bool lost = false;
    const auto answers = table.answer(columns, [&](Rows& rows) {
        lost = lost || map.at(rows.numbers(0), rows.numbers(1), sampling, rows.number_answers(0)) ==
                           sky::GlowKnown::unavailable;
    });
    if (lost) refuse(Error{&raster_unavailable, map.facts().trouble});
    return answers[0];
}

py::object bortle(const Given& given) {
    const auto scheme = choice_of<sky::BortleScheme>(given[1], "scheme");
    constexpr Holds columns[]{Holds::integers};
    const Table table({Argument("mag", given[0], magnitudes)});
    return table.answer(columns, [&](Rows& rows) {
        for (std::size_t i = 0; i < rows.count; ++i)
            rows.integer_answers(0)[i] = sky::bortle_class(rows.numbers(0)[i], scheme);
    })[0];
}

/// A function of one number.
py::object mapped(const char* name, const Given& given, const Bounds& bounds,
                  double (*of)(double)) {
    constexpr Holds columns[]{Holds::numbers};
    return Table({Argument(name, given[0], bounds)}).answer(columns, [&](Rows& rows) {
        for (std::size_t i = 0; i < rows.count; ++i)
            rows.number_answers(0)[i] = of(rows.numbers(0)[i]);
    })[0];
}

py::object magnitude(const Given& given) {
    return mapped("luminance", given, luminances, &sky::magnitude_of_luminance);
}

py::object luminance(const Given& given) {
    return mapped("mag", given, magnitudes, &sky::luminance_of_magnitude);
}

py::object limiting_magnitude(const Given& given) {
    return mapped("mag", given, magnitudes, &sky::naked_eye_limit_mag);
}

py::object time_zone(const Given& given) {
    const Table table(
        {Argument("latitude", given[0], latitudes), Argument("longitude", given[1], longitudes)});
    // A zone's name lives at one place for ever.
    std::unordered_map<const char*, std::int64_t> known;
    std::vector<std::string_view> zones;
    constexpr Holds columns[]{Holds::integers};
    const auto codes = table.answer(columns, [&](Rows& rows) {
        for (std::size_t i = 0; i < rows.count; ++i) {
            const auto zone = sky::zone_at({{rows.numbers(0)[i]}, {rows.numbers(1)[i]}});
            const auto [at, fresh] =
                known.try_emplace(zone.data(), static_cast<std::int64_t>(zones.size()));
            if (fresh) zones.push_back(zone);
            rows.integer_answers(0)[i] = at->second;
        }
    })[0];
    return words_of(codes, zones, Texts::python);
}

void add_raster(py::module_& module) {
    py::class_<RasterMap> raster(module, "Raster", raster_doc);
    raster.def(py::init(&open_raster), py::arg("path"));
    raster.def_property_readonly(
        "source", [](const RasterMap& map) { return map.facts().source; }, "Who made the map.");
    raster.def_property_readonly(
        "licence", [](const RasterMap& map) { return map.facts().licence; }, "Its licence.");
    raster.def_property_readonly(
        "year", [](const RasterMap& map) { return map.facts().year; },
        "When the light was measured; 0 if nobody said.");
    raster.def_property_readonly(
        "uncertainty", [](const RasterMap& map) { return map.facts().uncertainty_mag; },
        "Of the whole sky's brightness, in mag/arcsec2.");
}

}  // namespace

void add_light(py::module_& module) {
    add_raster(module);
    add_array_function(module, "moonlight", &moonlight);
    add_array_function(module, "sky_brightness", &sky_brightness);
    add_array_function(module, "artificial_brightness", &artificial_brightness);
    add_array_function(module, "bortle", &bortle);
    add_array_function(module, "magnitude", &magnitude);
    add_array_function(module, "luminance", &luminance);
    add_array_function(module, "limiting_magnitude", &limiting_magnitude);
    add_array_function(module, "time_zone", &time_zone);
}

}  // namespace asterism::python
