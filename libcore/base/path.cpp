#include "libcore/base/path.hpp"

#include <algorithm>

#include "libcore/base/text.hpp"

namespace asterism {
namespace {

constexpr std::size_t longest = 2'048;

bool is_printable(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c > ' ' && c <= '~' && c != '\\'; });
}

/// An encoded control character, or one that a second reader may take for structure.
bool hides_something(std::string_view lower) {
    for (auto at = lower.find('%'); at != lower.npos; at = lower.find('%', at + 1)) {
        const auto code = lower.substr(at + 1, 2);
        if (code.starts_with('0') || code.starts_with('1') || code == "7f" || code == "5c")
            return true;
    }
    return false;
}

bool has_odd_segment(std::string_view path) {
    while (!path.empty()) {
        path.remove_prefix(1);
        const auto segment = path.substr(0, path.find('/'));
        path.remove_prefix(segment.size());
        if (segment == "." || segment == ".." || (segment.empty() && !path.empty())) return true;
    }
    return false;
}

}  // namespace

std::string own_path(std::string_view wished, std::string_view otherwise) {
    if (!wished.starts_with('/') || wished.size() > longest || !is_printable(wished))
        return std::string(otherwise);
    const auto lower = lowered(wished);
    const auto path = std::string_view(lower).substr(0, lower.find_first_of("?#"));
    const bool encoded = path.find("%2f") != path.npos || path.find("%2e") != path.npos ||
                         path.find("%25") != path.npos;
    if (hides_something(lower) || encoded || has_odd_segment(path) || path.starts_with("/login"))
        return std::string(otherwise);
    return std::string(wished);
}

}  // namespace asterism
