#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shells/cli/arguments.hpp"
#include "shells/cli/sky/moon_picture.hpp"

namespace asterism::cli {

/// What the environment says of the terminal.
struct Screen {
    bool terminal;            ///< whether standard output is one
    bool utf8;                ///< LC_ALL, else LC_CTYPE, else LANG
    bool colours;             ///< unless NO_COLOR is set or TERM is empty or dumb
    std::size_t columns = 0;  ///< of the terminal; 0: no end of them is known

    static Screen of_process();
};

/// With what to draw; none where nothing is to be drawn: on paper, unless --draw is given.
std::optional<Ink> ink_of(const Screen& screen, const Arguments& given);

/// Whether to write ASCII alone, since --ascii is given or the locale has no more.
bool ascii_only(const Screen& screen, const Arguments& given);

/// With the signs that tables use ("°", "²", "±", "–") in ASCII.
std::string in_ascii(std::string_view text);

/// The picture, so wide, to the left of the text, or above it where there are too few columns.
std::string beside(const std::vector<std::string>& picture, std::size_t width,
                   std::string_view text, std::size_t columns);

}  // namespace asterism::cli
