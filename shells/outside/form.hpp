#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace asterism::outside {

using Pair = std::pair<std::string_view, std::string_view>;

/// Every byte but letters, digits and `-._~` as %XX (RFC 3986 section 2).
std::string percent_encoded(std::string_view text);

/// `name=value&…`, for a query or a form.
std::string form_of(std::span<const Pair> pairs);

}  // namespace asterism::outside
