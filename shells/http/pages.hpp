#pragma once

#include <string_view>

#include "shells/http/headers.hpp"
#include "shells/http/message.hpp"

namespace asterism::http {

/// A page that is part of the program, or nothing: the API's documentation, and, where no web
/// client is served beside us (`alone`), those that mailed links lead to.
bool answer_page(std::string_view path, bool alone, HeaderKind kind, Response& response);

}  // namespace asterism::http
