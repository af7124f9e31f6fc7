#pragma once

#include <string_view>

#include "shells/http/headers.hpp"
#include "shells/http/message.hpp"

namespace asterism::http {

/// A page that is part of the program, or nothing: the API's documentation, and the two pages that
/// a confirmed or void mail link leads to where no web client is served.
bool answer_page(std::string_view path, HeaderKind kind, Response& response);

}  // namespace asterism::http
