#pragma once

#include <string>
#include <string_view>

#include "shells/http/router.hpp"

namespace asterism::http {

/// Asks for nothing but an answer.
constexpr bool is_read(Verb verb) { return verb == Verb::get || verb == Verb::head; }

/// The methods of an address, as in an Allow field.
std::string allowed(const Match& match);

/// What a log may show of a path: the route's pattern, or long segments masked. Addresses of mailed
/// links are secrets, and what is logged must not open anything.
std::string loggable_path(const Target& target, const Match& match);

}  // namespace asterism::http
