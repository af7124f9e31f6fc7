#pragma once

#include "shells/http/routes.hpp"

namespace asterism::http {

/// What a dialect says at its first prefix itself. False: that is another address, or it says
/// nothing there.
bool answer_root(const Dialect& dialect, Verb verb, std::string_view path,
                 const RequestFacts& facts, Response& response);

}  // namespace asterism::http
