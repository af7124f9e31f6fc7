#pragma once

#include <span>
#include <string>

#include "shells/http/message.hpp"

namespace asterism::http {

/// Whether a browser says that a page of ours, or of a listed origin, made this request. Programs
/// that are no browsers send none of the fields and pass.
bool from_own_page(const Request& request, std::string_view own_origin,
                   std::span<const std::string> listed);

/// The same for a GET that changes something (security.md 2.12): a browser must say so, in
/// Sec-Fetch-Site or by a page of ours or a listed one; saying nothing is not enough.
bool sent_by_own_page(const Request& request, std::string_view own_origin,
                      std::span<const std::string> listed);

/// "https://host:port" of a URL, or empty.
std::string_view origin_of(std::string_view url);

/// The name in the Host field, without the port, in lower case.
std::string host_of(const Request& request);

}  // namespace asterism::http
