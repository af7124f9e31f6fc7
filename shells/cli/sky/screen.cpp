#include "shells/cli/sky/screen.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <unistd.h>
#include <utility>

#include <sys/ioctl.h>

#include "libcore/base/text.hpp"

namespace asterism::cli {
namespace {

constexpr std::string_view gap = "   ";

std::string_view variable(const char* name) {
    const char* text = std::getenv(name);
    return text ? text : "";
}

bool locale_is_utf8() {
    for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
        const auto locale = lowered(variable(name));
        if (locale.empty()) continue;
        return locale.find("utf-8") != std::string::npos ||
               locale.find("utf8") != std::string::npos;
    }
    return false;
}

std::string_view next_line(std::string_view& text) {
    const auto end = std::min(text.find('\n'), text.size());
    const auto line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return line;
}

std::size_t widest_line(std::string_view text) {
    std::size_t out = 0;
    while (!text.empty()) out = std::max(out, code_points(next_line(text)));
    return out;
}

std::size_t columns_of_terminal() {
    winsize size{};
    return ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

}  // namespace

Screen Screen::of_process() {
    const auto term = variable("TERM");
    return {::isatty(STDOUT_FILENO) == 1, locale_is_utf8(),
            variable("NO_COLOR").empty() && !term.empty() && term != "dumb", columns_of_terminal()};
}

std::optional<Ink> ink_of(const Screen& screen, const Arguments& given) {
    if (!screen.terminal && !given.has("draw")) return {};
    if (ascii_only(screen, given)) return Ink::ascii;
    return screen.terminal && screen.colours ? Ink::colours : Ink::blocks;
}

bool ascii_only(const Screen& screen, const Arguments& given) {
    return given.has("ascii") || !screen.utf8;
}

std::string in_ascii(std::string_view text) {
    using Sign = std::pair<std::string_view, std::string_view>;
    static constexpr std::array signs{Sign{"°", " deg"}, Sign{"²", "2"}, Sign{"±", "+-"},
                                      Sign{"–", "-"}};
    std::string out(text);
    for (const auto& [sign, plain] : signs)
        for (auto at = out.find(sign); at != std::string::npos; at = out.find(sign, at))
            out.replace(at, sign.size(), plain);
    return out;
}

std::string beside(const std::vector<std::string>& picture, std::size_t width,
                   std::string_view text, std::size_t columns) {
    std::string out;
    if (columns > 0 && width + gap.size() + widest_line(text) > columns) {
        for (const auto& line : picture) out.append(line).append("\n");
        return out.append(text);
    }
    for (std::size_t row = 0; row < picture.size() || !text.empty(); ++row) {
        out += row < picture.size() ? picture[row] : std::string(width, ' ');
        const auto line = next_line(text);
        if (!line.empty()) out.append(gap).append(line);
        while (out.ends_with(' ')) out.pop_back();
        out += '\n';
    }
    return out;
}

}  // namespace asterism::cli
