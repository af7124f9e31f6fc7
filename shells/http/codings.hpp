#pragma once

#include <string_view>

#include "shells/app/compressor.hpp"

namespace asterism::http {

/// The coding that who asks would like best of ours (RFC 9110 section 12.5.3). Of two that are
/// liked as much, the one that makes fewer bytes; without a field, or with one that is no such
/// list, none.
app::Coding best_coding(std::string_view accept_encoding);

/// "br"; empty for none.
std::string_view name_of(app::Coding coding);

}  // namespace asterism::http
