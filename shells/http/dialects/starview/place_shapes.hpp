#pragma once

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "shells/http/dialects/starview/shapes.hpp"

namespace asterism::http::starview_dialect {

// What the original shows of a place; the contract's section 3.3.

/// As a list has it.
boost::json::object listed_place(const boost::json::object& place);
/// As a page of its own has it.
boost::json::object whole_place(const boost::json::object& place);

/// The properties of a feature of a map, from the feature as it is natively.
boost::json::object mapped_place(const boost::json::object& feature);

/// A number that is no number leads nowhere: 404. Fields have lists.
void place_refuse(const Error& error, const RequestFacts& facts, Response& response);

}  // namespace asterism::http::starview_dialect
