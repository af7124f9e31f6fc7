#pragma once

#include "libcore/base/result.hpp"
#include "shells/http/message.hpp"
#include "shells/http/routes.hpp"

namespace asterism::http {

/// The one place where a family of refusals becomes a status.
int status_of(Kind kind);

/// The same, but for the edge's own faults that HTTP has a word for.
int status_of(const Fault& fault);

/// RFC 9457 problem document, with `code`, the fault's slug, and `instance`, the request's id.
void problem(const Error& error, const RequestFacts& facts, Response& response);

/// The same for what has no fault: statuses of the edge, from 400 to 505.
void problem(int status, std::string_view request_id, Response& response);

}  // namespace asterism::http
