#include "bindings/python/refuse.hpp"

#include <pybind11/pybind11.h>

#include "shells/app/shape.hpp"

namespace asterism::python {
namespace {

namespace py = pybind11;

const char* family(Kind kind) {
    switch (kind) {
        case Kind::invalid: return "Invalid";
        case Kind::unauthenticated: return "SignInRequired";
        case Kind::forbidden: return "Forbidden";
        case Kind::missing: return "Missing";
        case Kind::conflict: return "Conflict";
        case Kind::throttled: return "Throttled";
        case Kind::unavailable: return "Unavailable";
    }
    return "Refused";
}

/// A field's name may have come from the caller, cut or not: what is no UTF-8 is replaced.
py::object text(std::string_view utf8) {
    auto* out = PyUnicode_DecodeUTF8(utf8.data(), static_cast<Py_ssize_t>(utf8.size()), "replace");
    if (out == nullptr) throw py::error_already_set();
    return py::reinterpret_steal<py::object>(out);
}

}  // namespace

void refuse(const Error& error) {
    const auto refusals = py::module_::import("asterism.refusals");
    py::list fields;
    for (const FieldError& each : error.fields)
        fields.append(refusals.attr("FieldError")(text(each.field), text(each.fault->slug),
                                                  text(each.fault->text)));
    const auto type = refusals.attr(family(error.fault->kind));
    const auto refusal = type(text(error.fault->text), text(error.fault->slug), text(error.detail),
                              py::tuple(fields),
                              error.retry_after ? py::object(py::int_(error.retry_after->count()))
                                                : py::object(py::none()));
    PyErr_SetObject(type.ptr(), refusal.ptr());
    throw py::error_already_set();
}

void refuse(const Error& error, std::string_view argument) { refuse(app::at(argument, error)); }

}  // namespace asterism::python
