#pragma once

#include <string_view>

namespace asterism::accounts {

/// The list of common_passwords.txt: in lower case, sorted, each entry with a line feed behind it.
/// Its sources and their licences stand at the head of that file.
std::string_view common_passwords();

/// Whether the list holds this text, which is in lower case. Allocates nothing.
bool is_common_password(std::string_view lower);

}  // namespace asterism::accounts
