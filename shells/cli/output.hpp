#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace asterism::cli {

/// Data, for whoever reads standard output. Throws Trouble if nobody does any more.
void print(std::string_view text);

/// Talk, for people: a line on standard error.
void say(std::string_view line);

/// Rows below a heading, in columns; controls in cells are shown as `?`.
std::string columns(const std::vector<std::vector<std::string>>& rows);

/// A line from standard input without its end; for a terminal unseen, after a prompt.
std::string read_password(std::string_view prompt);

/// The same for a password to be; asked for a second time, and compared, unless `once`.
std::string read_new_password(bool once);

/// All of standard input, up to a mebibyte or what else is said.
std::string read_input(std::size_t most = std::size_t{1} << 20U);

}  // namespace asterism::cli
