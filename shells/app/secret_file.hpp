#pragma once

#include <string>
#include <string_view>

#include "libcore/base/entropy.hpp"

namespace asterism::app {

/// The secret in that file: 64 or more hexadecimal digits. Without a file one is drawn and kept,
/// whole or not at all, for its owner alone; of several processes that do so one wins. Throws
/// std::system_error where the file cannot be read or written, std::invalid_argument for one that
/// holds no strong secret.
std::string secret_file(const std::string& path, Entropy& entropy);

/// What the file holds; empty where it cannot be read.
std::string read_secret(const std::string& path);

bool is_strong_secret(std::string_view secret);

}  // namespace asterism::app
