#include "bindings/python/sky_arrays.hpp"

#include <algorithm>
#include <string>

#include <pybind11/eval.h>

#include "bindings/python/array_functions.hpp"

namespace asterism::python {
namespace {

std::size_t place_of(const ArrayFunction& function, std::string_view parameter) {
    const auto found = std::ranges::find(function.parameters, parameter, &ArrayParameter::name);
    return static_cast<std::size_t>(found - function.parameters.begin());
}

[[noreturn]] void mistaken(const ArrayFunction& function, const std::string& what) {
    throw py::type_error(std::string(function.name) + "() " + what);
}

/// Python's own way of filling parameters, without the values in what it says of mistakes.
Given bound(const ArrayFunction& function, const Given& defaults, const py::args& positional,
            const py::kwargs& named) {
    Given out = defaults;
    std::vector<bool> told(out.size());
    if (positional.size() > out.size())
        mistaken(function, "takes " + std::to_string(out.size()) + " arguments at most");
    for (std::size_t i = 0; i < positional.size(); ++i) {
        out[i] = positional[i];
        told[i] = true;
    }
    for (const auto& [key, value] : named) {
        const auto name = key.cast<std::string>();
        const std::size_t i = place_of(function, name);
        if (i == out.size()) mistaken(function, "has no argument '" + name + "'");
        if (told[i]) mistaken(function, "got the argument '" + name + "' twice");
        out[i] = py::reinterpret_borrow<py::object>(value);
        told[i] = true;
    }
    for (std::size_t i = 0; i < out.size(); ++i)
        if (!out[i])
            mistaken(function,
                     "needs the argument '" + std::string(function.parameters[i].name) + "'");
    return out;
}

}  // namespace

void add_array_function(py::module_& module, const char* name, py::object (*run)(const Given&)) {
    const ArrayFunction& function = array_function(name);
    Given defaults;
    for (const ArrayParameter& each : function.parameters)
        defaults.push_back(each.initial.empty() ? py::object()
                                                : py::eval(std::string(each.initial)));
    const auto doc = name + signature(function) + "\n--\n\n" + docstring(function);
    module.def(
        name,
        [&function, defaults = std::move(defaults), run](const py::args& positional,
                                                         const py::kwargs& named) {
            return run(bound(function, defaults, positional, named));
        },
        doc.c_str());
}

std::vector<Argument> times_and_places(const Given& given, std::size_t at) {
    return {Argument::times("times", given[at]), Argument("latitude", given[at + 1], latitudes),
            Argument("longitude", given[at + 2], longitudes),
            Argument("elevation", given[at + 3], elevations)};
}

const sky::Observer& Observers::at(double latitude, double longitude, double elevation_metres) {
    if (!observer_ || place_.latitude.value != latitude || place_.longitude.value != longitude ||
        place_.elevation_metres != elevation_metres) {
        place_ = {{latitude}, {longitude}, elevation_metres};
        observer_.emplace(place_);
    }
    return *observer_;
}

py::object named_tuple(const char* name, const std::vector<py::object>& fields) {
    py::tuple all(fields.size());
    for (std::size_t i = 0; i < fields.size(); ++i) all[i] = fields[i];
    return py::module_::import("asterism.answers").attr(name)(*all);
}

}  // namespace asterism::python
