#pragma once

#include <optional>
#include <string>
#include <vector>

namespace asterism::cli {

struct TomlValue {
    std::string key;   ///< "mail.smtp.host"
    std::string text;  ///< strings as they are, numbers in decimal, lists with commas between
    int line = 0;
};

/// The file's values in the order of its keys; none if there is no such file. Throws Trouble for a
/// file that is not TOML, that may not be read, or that holds a kind of value no setting has.
std::optional<std::vector<TomlValue>> read_toml(const std::string& path);

}  // namespace asterism::cli
