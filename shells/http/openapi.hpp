#pragma once

#include <string>

#include <boost/json/object.hpp>

namespace asterism::http {

/// The OpenAPI 3.1 document of the native surface, read off the route table and the catalogue.
boost::json::object openapi();

/// The same as text, made once.
const std::string& openapi_text();

}  // namespace asterism::http
