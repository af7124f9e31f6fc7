#pragma once

#include <cstddef>
#include <string_view>

#include "shells/http/head.hpp"

namespace asterism::http {

/// Reads a whole head of at most `fields` fields; the request's views point into `bytes`. Returns
/// 0, or the status to refuse with.
int read_head(std::string_view bytes, std::size_t fields, Head& head);

}  // namespace asterism::http
