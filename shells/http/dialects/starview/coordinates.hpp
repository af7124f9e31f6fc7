#pragma once

#include <string_view>

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "shells/http/routes.hpp"

namespace asterism::http::starview_dialect {

/// To so many decimals.
double rounded(double number, int decimals);

/// The number asked for by that name; where it is none, the text as it is, which is refused.
boost::json::value number_asked(const RequestFacts& facts, std::string_view name);

/// The place asked for: {"lat", "lng"} to so many decimals. Both were numbers.
boost::json::object location_asked(const RequestFacts& facts, int decimals);

}  // namespace asterism::http::starview_dialect
