#include <exception>
#include <string>
#include <system_error>
#include <utility>

#include <pybind11/pybind11.h>

#include "bindings/python/describe.hpp"
#include "bindings/python/library.hpp"
#include "bindings/python/refuse.hpp"
#include "bindings/python/rules.hpp"
#include "bindings/python/sky_arrays.hpp"
#include "bindings/python/sky_cases.hpp"
#include "bindings/python/unlocked.hpp"
#include "bindings/python/values.hpp"
#include "libcore/version.hpp"
#include "shells/app/codec.hpp"

namespace asterism::python {
namespace {

/// Looked at by hand: where a subclass has not called __init__ yet, pybind11 hands out raw memory.
Library& library_of(const py::object& self) {
    if (!py::isinstance<Library>(self)) throw py::type_error("This is no Library.");
    auto* const instance = reinterpret_cast<py::detail::instance*>(self.ptr());
    const auto held = instance->get_value_and_holder(py::detail::get_type_info(typeid(Library)));
    if (!held.holder_constructed()) throw NotOpen("This library was never opened.");
    return *held.value_ptr<Library>();
}

Onbehalf onbehalf(const py::object& actor) {
    if (actor.is_none()) return {};
    const auto given = value_or_refuse(to_json(actor), "actor");
    if (given.is_int64()) return value_or_refuse(app::decode<AccountId>(given), "actor");
    return value_or_refuse(app::decode<Handle>(given), "actor");
}

py::object answer_of(const Reshape& reshape, std::string_view text) {
    return reshape(value_or_refuse(app::parse_strict(text)));
}

/// Refused here, because pybind11 would show all that was given, passwords among it.
void refuse_positional(const py::args& rest) {
    if (!rest.empty()) throw py::type_error("Fields are given by keyword.");
}

/// Takes `actor` out of the keywords; the rest are fields.
Onbehalf take_actor(const py::kwargs& fields) {
    return onbehalf(fields.attr("pop")("actor", py::none()));
}

py::object call(const app::Operation& operation, const Reshape& reshape, const py::object& self,
                const py::args& rest, const py::kwargs& fields) {
    auto& library = library_of(self);
    refuse_positional(rest);
    const auto who = take_actor(fields);
    const auto input = value_or_refuse(to_json(fields));
    app::Answer answer;
    const auto outcome = [&] {
        const Unlocked others_may_run;
        return library.run(operation, who, input, answer);
    }();
    if (!outcome) refuse(outcome.error());
    return answer_of(reshape, answer.text);
}

void add_use_case(py::class_<Library>& library, const app::Operation& operation) {
    const std::string name(operation.name);
    const auto doc = name + signature(operation) + "\n--\n\n" + docstring(operation);
    library.def(
        name.c_str(),
        [&operation, reshape = Reshape(operation.output())](
            const py::object& self, const py::args& rest, const py::kwargs& fields) {
            return call(operation, reshape, self, rest, fields);
        },
        doc.c_str());
}

/// A file name as the system has it, from text, bytes or anything with __fspath__.
std::string path_of(const py::object& path) {
    PyObject* bytes = nullptr;
    if (PyUnicode_FSConverter(path.ptr(), &bytes) == 0) throw py::error_already_set();
    return py::reinterpret_steal<py::bytes>(bytes);
}

std::unique_ptr<Library> open(const py::object& path, const py::object& database,
                              const py::args& rest, const py::kwargs& rules) {
    refuse_positional(rest);
    Place place;
    if (!path.is_none()) place.folder = path_of(path);
    if (!database.is_none())
        place.database = value_or_refuse(
            app::decode<std::string>(value_or_refuse(to_json(database), "database")), "database");
    // A name that came out empty must not open what no name at all would open.
    if (!path.is_none() && place.folder.empty()) refuse(field_error(app::bad_field, "path"));
    if (!database.is_none() && place.database.empty())
        refuse(field_error(app::bad_field, "database"));
    auto policy = policy_of(value_or_refuse(app::decode<Rules>(value_or_refuse(to_json(rules)))));
    auto opened = [&] {
        const Unlocked others_may_run;
        return Library::open(place, std::move(policy));
    }();
    return value_or_refuse(std::move(opened));
}

void close(const py::object& self) {
    auto& library = library_of(self);
    const Unlocked others_may_run;
    library.close();
}

void add_library(py::module_& module) {
    py::class_<Library> library(module, "Library", library_doc);
    library.def(py::init(&open), py::arg("path") = py::none(), py::arg("database") = py::none());
    library.def("close", &close, close_doc);
    library.def_property_readonly(
        "closed", [](const py::object& self) { return library_of(self).closed(); }, closed_doc);
    library.def("__enter__", [](const py::object& self) {
        library_of(self);
        return self;
    });
    library.def("__exit__", [](const py::object& self, const py::args&) { close(self); });
    for (const app::Operation& operation : app::operations()) add_use_case(library, operation);
}

/// What there is so far belongs to asterism.sky.
void name_all(py::module_& module) {
    py::list all;
    for (const auto& [name, value] : module.attr("__dict__").cast<py::dict>())
        if (!name.cast<std::string>().starts_with("_")) all.append(name);
    module.attr("__all__") = all;
}

/// The system's refusals are Python's own: FileNotFoundError, PermissionError and the like.
void translate(std::exception_ptr thrown) {
    try {
        if (thrown) std::rethrow_exception(std::move(thrown));
    } catch (const std::system_error& error) {
        const auto value = py::make_tuple(error.code().value(), error.what());
        PyErr_SetObject(PyExc_OSError, value.ptr());
    }
}

}  // namespace
}  // namespace asterism::python

PYBIND11_MODULE(_asterism, module) {
    using namespace asterism::python;
    py::options options;
    options.disable_function_signatures();
    py::register_local_exception_translator(&translate);
    module.doc() = "Asterism's use cases, without a server.";
    module.attr("__version__") = asterism::version();
    add_sky_cases(module);
    add_positions(module);
    add_events(module);
    add_light(module);
    name_all(module);
    add_library(module);
    py::module_::import("atexit").attr("register")(py::cpp_function(&await_workers));
}
