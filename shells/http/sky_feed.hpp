#pragma once

#include "shells/http/routes.hpp"

namespace asterism::http {

/// A calendar of the sky as an iCalendar feed.
void feed_out(boost::json::object&& view, const RequestFacts& facts, Response& response);

}  // namespace asterism::http
