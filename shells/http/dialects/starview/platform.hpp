#pragma once

#include "shells/http/routes.hpp"

namespace asterism::http::starview_dialect {

/// Where the collections are; the contract's section 3.0.
void root_out(const RequestFacts& facts, Response& response);

/// Figures of the whole site; the contract's section 3.9.
void stats_out(boost::json::object&& view, const RequestFacts& facts, Response& response);

}  // namespace asterism::http::starview_dialect
