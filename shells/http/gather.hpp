#pragma once

#include <boost/json/object.hpp>

#include "libcore/base/result.hpp"
#include "shells/http/message.hpp"
#include "shells/http/router.hpp"

namespace asterism::http {

/// Whether the route takes a body of the type that was sent; an empty body needs none.
bool takes_type(const Request& request, const Match& match);

/// The fields of the body: of a JSON object or, for a lenient dialect, of a form.
Result<boost::json::object> read_body(const Request& request, const Dialect& dialect);

/// The input of the use case: the body's fields, for a read the query's too, and over them the
/// path's. Texts of paths, queries and forms become what the field's type asks for.
Result<boost::json::object> gather(const Request& request, const Match& match,
                                   const RequestFacts& facts, boost::json::object&& body);

}  // namespace asterism::http
