#include "bindings/python/sky_arrays.hpp"
#include "libcore/sky/ephemeris.hpp"
#include "libcore/sky/horizontal.hpp"
#include "libcore/sky/moon.hpp"
#include "libcore/sky/planets.hpp"

namespace asterism::python {
namespace {

/// Altitudes and azimuths; `where` is asked for an observer and a moment.
template <class Where>
py::object altaz(const Given& given, std::size_t first, const Where& where) {
    const bool lifted = choice_of<bool>(given[first + 4], "refraction");
    constexpr Holds columns[]{Holds::numbers, Holds::numbers};
    const auto answers = Table(times_and_places(given, first)).answer(columns, [&](Rows& rows) {
        Observers observers;
        for (std::size_t i = 0; i < rows.count; ++i) {
            const auto& observer =
                observers.at(rows.numbers(1)[i], rows.numbers(2)[i], rows.numbers(3)[i]);
            const sky::Horizontal airless = where(observer, sky::moment_at(rows.times(0)[i]));
            const auto seen = lifted ? sky::refracted(airless) : airless;
            rows.number_answers(0)[i] = seen.altitude.value;
            rows.number_answers(1)[i] = seen.azimuth.value;
        }
    });
    return named_tuple("AltAz", answers);
}

py::object moon_altaz(const Given& given) {
    return altaz(given, 0, [](const sky::Observer& observer, sky::Moment at) {
        return sky::moon_horizontal(observer, at);
    });
}

py::object sun_altaz(const Given& given) {
    return altaz(given, 0, [](const sky::Observer& observer, sky::Moment at) {
        return sky::sun_horizontal(observer, at);
    });
}

py::object planet_altaz(const Given& given) {
    const auto planet = choice_of<sky::Planet>(given[0], "name");
    return altaz(given, 1, [planet](const sky::Observer& observer, sky::Moment at) {
        return sky::horizontal(sky::local_sight(observer, at, sky::apparent_planet(planet, at.tt)));
    });
}

/// One number for each moment.
template <class Of>
py::object at_times(const Given& given, const Of& of) {
    constexpr Holds columns[]{Holds::numbers};
    const Table table({Argument::times("times", given[0])});
    return table.answer(columns, [&](Rows& rows) {
        for (std::size_t i = 0; i < rows.count; ++i)
            rows.number_answers(0)[i] = of(sky::terrestrial(rows.times(0)[i]));
    })[0];
}

py::object illumination(const Given& given) {
    return at_times(given, [](sky::TerrestrialTime at) { return sky::illuminated_fraction(at); });
}

py::object phase_angle(const Given& given) {
    return at_times(
        given, [](sky::TerrestrialTime at) { return sky::moon_geometry(at).phase_angle.value; });
}

py::object moon_age(const Given& given) {
    return at_times(given, [](sky::TerrestrialTime at) { return sky::moon_age(at).count(); });
}

py::object moon_distance(const Given& given) {
    return at_times(given, [](sky::TerrestrialTime at) { return sky::moon_distance_km(at); });
}

}  // namespace

void add_positions(py::module_& module) {
    add_array_function(module, "moon_altaz", &moon_altaz);
    add_array_function(module, "sun_altaz", &sun_altaz);
    add_array_function(module, "planet_altaz", &planet_altaz);
    add_array_function(module, "illumination", &illumination);
    add_array_function(module, "phase_angle", &phase_angle);
    add_array_function(module, "moon_age", &moon_age);
    add_array_function(module, "moon_distance", &moon_distance);
}

}  // namespace asterism::python
