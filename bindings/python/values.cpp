#include "bindings/python/values.hpp"

#include <chrono>
#include <cmath>
#include <datetime.h>
#include <optional>
#include <string_view>

#include "libcore/base/time.hpp"
#include "shells/app/shape.hpp"
#include "shells/app/time_text.hpp"

namespace asterism::python {
namespace {

using namespace std::chrono;

/// The C interface of Python's datetime module.
PyDateTime_CAPI& datetimes() {
    if (PyDateTimeAPI == nullptr) PyDateTime_IMPORT;
    if (PyDateTimeAPI == nullptr) throw py::error_already_set();
    return *PyDateTimeAPI;
}

py::object owned(PyObject* object) {
    if (object == nullptr) throw py::error_already_set();
    return py::reinterpret_steal<py::object>(object);
}

Result<std::string_view> text_of(py::handle value) {
    Py_ssize_t size = 0;
    const char* bytes = PyUnicode_AsUTF8AndSize(value.ptr(), &size);
    if (bytes == nullptr) {
        if (PyErr_ExceptionMatches(PyExc_UnicodeEncodeError) == 0) throw py::error_already_set();
        PyErr_Clear();
        return app::unfit_text;  // lone surrogates
    }
    const std::string_view text(bytes, static_cast<std::size_t>(size));
    if (text.find('\0') != text.npos) return app::unfit_text;
    return text;
}

Result<json::value> string_to_json(py::handle value) {
    const auto text = text_of(value);
    if (!text) return text.error();
    return json::value(json::string(*text));
}

Result<json::value> int_to_json(py::handle value) {
    int overflow = 0;
    const long long number = PyLong_AsLongLongAndOverflow(value.ptr(), &overflow);
    if (overflow != 0) return app::unfit_number;
    if (number == -1 && PyErr_Occurred() != nullptr) throw py::error_already_set();
    return json::value(std::int64_t{number});
}

Result<json::value> float_to_json(py::handle value) {
    const double number = PyFloat_AS_DOUBLE(value.ptr());
    if (!std::isfinite(number)) return app::unfit_number;
    return json::value(number);
}

Date date_of(PyObject* value) {
    return year{PyDateTime_GET_YEAR(value)} /
           month{static_cast<unsigned>(PyDateTime_GET_MONTH(value))} /
           day{static_cast<unsigned>(PyDateTime_GET_DAY(value))};
}

/// The same moment in UTC; none where UTC has no year for it.
std::optional<py::object> in_utc(py::handle value) {
    try {
        return value.attr("astimezone")(py::handle(datetimes().TimeZone_UTC));
    } catch (py::error_already_set& failure) {
        if (failure.matches(PyExc_OverflowError)) return std::nullopt;
        throw;
    }
}

Result<Instant> instant_of(py::handle datetime) {
    if (datetime.attr("utcoffset")().is_none()) return naive_datetime;
    const auto utc = in_utc(datetime);
    if (!utc || !PyDateTime_Check(utc->ptr())) return app::bad_field;
    PyObject* const raw = utc->ptr();
    return Instant{sys_days{date_of(raw)} + hours{PyDateTime_DATE_GET_HOUR(raw)} +
                   minutes{PyDateTime_DATE_GET_MINUTE(raw)} +
                   seconds{PyDateTime_DATE_GET_SECOND(raw)} +
                   microseconds{PyDateTime_DATE_GET_MICROSECOND(raw)}};
}

Result<json::value> datetime_to_json(py::handle value) {
    const auto at = instant_of(value);
    if (!at) return at.error();
    std::string text;
    app::append_instant(text, *at);
    return json::value(json::string(text));
}

Result<json::value> date_to_json(py::handle value) {
    std::string text;
    app::append_date(text, date_of(value.ptr()));
    return json::value(json::string(text));
}

Result<json::value> to_json(py::handle value, std::size_t depth);

/// Of a copy: a time zone written in Python may change the list while it is read.
Result<json::value> list_to_json(py::handle list, std::size_t depth) {
    const auto items = owned(PySequence_Tuple(list.ptr()));
    json::array out;
    for (const py::handle item : py::reinterpret_borrow<py::tuple>(items)) {
        auto value = to_json(item, depth);
        if (!value) return app::at(std::to_string(out.size()), value.error());
        out.push_back(std::move(*value));
    }
    return json::value(std::move(out));
}

Result<json::value> dict_to_json(py::handle dict, std::size_t depth) {
    const auto items = owned(PyDict_Copy(dict.ptr()));
    json::object out;
    for (const auto& [key, item] : py::reinterpret_borrow<py::dict>(items)) {
        if (!PyUnicode_Check(key.ptr())) return unfit_type;
        const auto name = text_of(key);
        if (!name) return name.error();
        auto value = to_json(item, depth);
        if (!value) return app::at(*name, value.error());
        out[*name] = std::move(*value);
    }
    return json::value(std::move(out));
}

Result<json::value> to_json(py::handle value, std::size_t depth) {
    if (depth == 0) return app::too_deep;
    PyObject* const raw = value.ptr();
    if (raw == Py_None) return json::value(nullptr);
    if (PyBool_Check(raw)) return json::value(raw == Py_True);
    if (PyLong_Check(raw)) return int_to_json(value);
    if (PyFloat_Check(raw)) return float_to_json(value);
    if (PyUnicode_Check(raw)) return string_to_json(value);
    if (PyList_Check(raw) || PyTuple_Check(raw)) return list_to_json(value, depth - 1);
    if (PyDict_Check(raw)) return dict_to_json(value, depth - 1);
    datetimes();
    if (PyDateTime_Check(raw)) return datetime_to_json(value);
    if (PyDate_Check(raw)) return date_to_json(value);
    return unfit_type;
}

py::object plain(const json::value& value) {
    switch (value.kind()) {
        case json::kind::bool_: return py::bool_(value.get_bool());
        case json::kind::int64: return py::int_(value.get_int64());
        case json::kind::uint64: return py::int_(value.get_uint64());
        case json::kind::double_: return py::float_(value.get_double());
        case json::kind::string:
            return py::str(value.get_string().data(), value.get_string().size());
        default: return py::none();
    }
}

py::object date_from(std::string_view text) {
    const auto date = app::read_date(text).value();
    auto& make = datetimes();
    return owned(make.Date_FromDate(int{date.year()}, static_cast<int>(unsigned{date.month()}),
                                    static_cast<int>(unsigned{date.day()}), make.DateType));
}

/// The schema's type, null left out.
std::string_view type_of(const json::object& schema) {
    const auto* type = schema.if_contains("type");
    if (type != nullptr && type->is_array()) type = &type->get_array().at(0);
    return type != nullptr && type->is_string() ? std::string_view(type->get_string())
                                                : std::string_view();
}

}  // namespace

Result<json::value> to_json(py::handle value) { return to_json(value, app::json_depth); }

Result<double> to_number(py::handle value) {
    PyObject* const raw = value.ptr();
    if (PyBool_Check(raw) || !(PyFloat_Check(raw) || PyLong_Check(raw))) return unfit_type;
    const double number = PyFloat_AsDouble(raw);
    if (number == -1 && PyErr_Occurred() != nullptr) {
        if (PyErr_ExceptionMatches(PyExc_OverflowError) == 0) throw py::error_already_set();
        PyErr_Clear();
        return app::unfit_number;
    }
    if (!std::isfinite(number)) return app::unfit_number;
    return number;
}

Result<Instant> to_instant(py::handle value) {
    datetimes();
    if (PyDateTime_Check(value.ptr())) return instant_of(value);
    if (!PyUnicode_Check(value.ptr())) return unfit_type;
    const auto text = text_of(value);
    if (!text) return text.error();
    const auto at = app::read_instant(*text);
    if (!at) return app::bad_field;
    return *at;
}

py::object to_datetime(Instant at) {
    const auto midnight = floor<days>(at);
    const Date date{midnight};
    const hh_mm_ss time{at - midnight};
    auto& make = datetimes();
    return owned(make.DateTime_FromDateAndTime(
        int{date.year()}, static_cast<int>(unsigned{date.month()}),
        static_cast<int>(unsigned{date.day()}), static_cast<int>(time.hours().count()),
        static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()),
        static_cast<int>(time.subseconds().count()), make.TimeZone_UTC, make.DateTimeType));
}

Reshape::Reshape(const json::object& schema) {
    const auto type = type_of(schema);
    const auto* format = schema.if_contains("format");
    if (type == "number") form_ = Form::real;
    if (type == "string" && format != nullptr && *format == "date-time") form_ = Form::instant;
    if (type == "string" && format != nullptr && *format == "date") form_ = Form::date;
    if (type == "array") {
        form_ = Form::list;
        parts_.emplace_back("", Reshape(schema.at("items").as_object()));
    }
    if (type == "object") {
        form_ = Form::dict;
        for (const auto& [name, part] : schema.at("properties").as_object())
            parts_.emplace_back(name, Reshape(part.as_object()));
    }
}

py::object Reshape::operator()(const json::value& value) const {
    if (value.is_null()) return py::none();
    switch (form_) {
        case Form::plain: break;
        case Form::real: return py::float_(value.to_number<double>());
        case Form::instant: return to_datetime(app::read_instant(value.as_string()).value());
        case Form::date: return date_from(value.as_string());
        case Form::list: {
            py::list out;
            for (const json::value& item : value.as_array()) out.append(parts_[0].second(item));
            return out;
        }
        case Form::dict: {
            py::dict out;
            for (const auto& [name, part] : parts_) {
                const auto key = owned(PyUnicode_InternFromString(name.c_str()));
                out[key] = part(value.as_object().at(name));
            }
            return out;
        }
    }
    return plain(value);
}

}  // namespace asterism::python
