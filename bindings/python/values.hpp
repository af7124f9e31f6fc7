#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <pybind11/pybind11.h>

#include "libcore/base/result.hpp"
#include "libcore/base/time.hpp"
#include "shells/app/json.hpp"

namespace asterism::python {

namespace py = pybind11;
namespace json = app::json;

inline constexpr Fault unfit_type{"unfit_type", Kind::invalid,
                                  "A value is of a type that has no place here."};
inline constexpr Fault naive_datetime{"naive_datetime", Kind::invalid,
                                      "A datetime needs a time zone."};

/// What a use case is given: None, bool, int, float, str, datetime with a time zone, date, and
/// lists, tuples and dicts of these. Everything else is refused; a refusal names the path to it.
Result<json::value> to_json(py::handle value);

/// What Python calls a number, a bool not among them; refused if it is none or not a finite one.
Result<double> to_number(py::handle value);

/// A moment from a datetime with a time zone or an RFC 3339 text.
Result<Instant> to_instant(py::handle value);

/// A datetime in UTC, of the years 1 to 9999.
py::object to_datetime(Instant at);

/// How a JSON answer becomes Python: read off its schema once, so that instants become datetimes in
/// UTC, days dates, and a number without decimals stays a float.
class Reshape {
public:
    explicit Reshape(const json::object& schema);

    py::object operator()(const json::value& value) const;

private:
    enum class Form : std::uint8_t { plain, real, instant, date, list, dict };

    Form form_ = Form::plain;
    std::vector<std::pair<std::string, Reshape>> parts_;  ///< of a dict by name; of a list, one
};

}  // namespace asterism::python
