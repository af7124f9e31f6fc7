#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <boost/json/storage_ptr.hpp>
#include <boost/json/value.hpp>

#include "libcore/base/result.hpp"

namespace asterism::app {

namespace json = boost::json;

inline constexpr Fault bad_json{"bad_json", Kind::invalid, "This is not a valid JSON document."};
inline constexpr Fault too_deep{"json_too_deep", Kind::invalid, "The JSON is nested too deeply."};
inline constexpr Fault duplicate_key{"duplicate_key", Kind::invalid,
                                     "The JSON names one key twice."};
inline constexpr Fault unfit_text{"unfit_text", Kind::invalid,
                                  "A text holds a character that is not allowed."};
inline constexpr Fault unfit_number{"unfit_number", Kind::invalid,
                                    "A number is too large to be one."};

inline constexpr std::size_t json_depth = 32;

/// The one reader of JSON from outside. Refused: anything after the document, comments, invalid
/// UTF-8, lone surrogates, NUL, a key twice in one object, numbers beyond double, deep nesting.
Result<json::value> parse_strict(std::string_view text, const json::storage_ptr& storage = {});

/// Appends a JSON string, quoted and escaped.
void append_json(std::string& out, std::string_view text);
void append_json(std::string& out, std::int64_t number);
/// The shortest form that reads back to the same number; a number that is not finite is null.
void append_json(std::string& out, double number);

/// A whole tree, compact.
void append_json(std::string& out, const json::value& value);

}  // namespace asterism::app
