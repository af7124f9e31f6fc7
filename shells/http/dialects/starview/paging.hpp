#pragma once

#include <string_view>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "shells/http/routes.hpp"

namespace asterism::http::starview_dialect {

// The contract's section 1.5.

/// Puts the page that is asked for into the input of a list. A page that is no number is none.
void take_page(const RequestFacts& facts, boost::json::object& input);

/// Answers with a page of a view that has `count`, `page` and `pages`. Links to the pages beside it
/// are absolute and keep what else was asked.
void reply_page(const boost::json::object& view, boost::json::array&& results,
                std::string_view path, const RequestFacts& facts, Response& response);

}  // namespace asterism::http::starview_dialect
