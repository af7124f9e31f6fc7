#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/fwd.hpp>

#include "libcore/base/result.hpp"

namespace asterism::app {

namespace json = boost::json;

inline constexpr Fault missing_field{"missing_field", Kind::invalid, "A field is missing."};
inline constexpr Fault bad_field{"bad_field", Kind::invalid, "A field is malformed."};
inline constexpr Fault unknown_field{"unknown_field", Kind::invalid, "There is no such field."};

/// The JSON type that a field has on the wire.
enum class Wire : std::uint8_t { string, integer, number, boolean, array, object };

/// One field of an input or a view, without its C++ type.
struct Field {
    std::string_view name;
    std::string_view about;
    Wire wire;
    bool required;
    json::object (*schema)();
};

using Shape = std::vector<Field>;

/// The field of that name; where there is none, `lat`, `lon` and `lng` stand for latitude and
/// longitude, as people type them. Null: neither.
const Field* find_field(const Shape& shape, std::string_view name);

/// What a text from a path, a query, a form or a command line stands for, by the field's wire type:
/// "12" is 12 where the field is an integer. A text that cannot be is left a string, for the codec
/// to refuse.
json::value from_text(Wire wire, std::string_view text);

/// The JSON Schema (2020-12) of an object with these fields and no others.
json::object schema_of(const Shape& shape);

/// The schema of the same, or null.
json::object or_null(json::object&& schema);

/// The same error, its path prefixed.
Error at(std::string_view name, const Error& why);

}  // namespace asterism::app
