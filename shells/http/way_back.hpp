#pragma once

#include "shells/http/routes.hpp"

namespace asterism::http {

/// To the path that was asked for when the flow began; without one the view is the answer.
void way_back_out(boost::json::object&& view, const RequestFacts& facts, Response& response);

}  // namespace asterism::http
