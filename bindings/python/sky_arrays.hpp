#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "bindings/python/refuse.hpp"
#include "bindings/python/table.hpp"
#include "bindings/python/values.hpp"
#include "libcore/sky/faults.hpp"
#include "libcore/sky/observer.hpp"
#include "shells/app/codec_leaf.hpp"

namespace asterism::python {

/// Each adds functions over arrays to the module, bound directly to the kernels of libcore/sky.
void add_positions(py::module_& module);
void add_events(py::module_& module);
void add_light(py::module_& module);

inline constexpr Bounds latitudes{-90, 90, &sky::latitude_out_of_range};
inline constexpr Bounds longitudes{-180, 180, &sky::longitude_out_of_range};
inline constexpr Bounds elevations{-500, 9000, &sky::elevation_out_of_range};

/// What a function was given, in the order of its parameters; defaults filled in.
using Given = std::vector<py::object>;

/// Adds a function whose parameters, signature and docstring stand in array_functions.cpp.
void add_array_function(py::module_& module, const char* name, py::object (*run)(const Given&));

/// Columns 0 to 3: times, latitude, longitude, elevation, from the arguments at `at` on.
std::vector<Argument> times_and_places(const Given& given, std::size_t at = 0);

/// The observer of a row. Rows that follow one another at the same place share the work.
class Observers {
public:
    const sky::Observer& at(double latitude, double longitude, double elevation_metres);

private:
    sky::Place place_;
    std::optional<sky::Observer> observer_;
};

/// One of the enumeration's names.
template <class Choice>
Choice choice_of(const py::object& given, std::string_view argument) {
    const auto text = value_or_refuse(to_json(given), argument);
    return value_or_refuse(app::decode<Choice>(text), argument);
}

/// A named tuple of asterism.answers.
py::object named_tuple(const char* name, const std::vector<py::object>& fields);

}  // namespace asterism::python
