#pragma once

#include <span>
#include <string_view>

#include <boost/json/object.hpp>

#include "shells/http/routes.hpp"

namespace asterism::http::startupwebapp_dialect {

/// What a field is called in the answer, and in the input of the use case.
struct FormField {
    std::string_view here;
    std::string_view there;
};

/// What is wrong, field by field: a list of `{type, description}`, or `true` for a field with which
/// nothing is. A field that the form has not stands under its own name.
boost::json::object errors_by_field(const Error& error, std::span<const FormField> fields);

/// The list of one fault alone.
boost::json::array error_list(const Fault& fault);

/// Answers `word` and the errors under the endpoint's key; what is refused alike, as everywhere.
void answer_errors(const Error& error, const RequestFacts& facts, Response& response,
                   std::string_view word, std::span<const FormField> fields);

}  // namespace asterism::http::startupwebapp_dialect
