#include "shells/cli/sky/flat.hpp"

#include <utility>

namespace asterism::cli {

void Flat::cell(std::string_view text) {
    if (std::exchange(begun_, true)) text_ += ',';
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
        text_ += text;
        return;
    }
    text_ += '"';
    for (const char c : text) text_.append(c == '"' ? 2 : 1, c);
    text_ += '"';
}

void Flat::end_row() {
    text_ += '\n';
    begun_ = false;
}

}  // namespace asterism::cli
