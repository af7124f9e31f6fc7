#include "shells/cli/nearest.hpp"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

namespace asterism::cli {

std::size_t edit_distance(std::string_view from, std::string_view to) {
    std::vector<std::size_t> before(to.size() + 1);
    std::vector<std::size_t> row(to.size() + 1);
    std::vector<std::size_t> next(to.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= from.size(); ++i) {
        next[0] = i;
        for (std::size_t j = 1; j <= to.size(); ++j) {
            const bool same = from[i - 1] == to[j - 1];
            next[j] = std::min({row[j] + 1, next[j - 1] + 1, row[j - 1] + (same ? 0U : 1U)});
            const bool swapped =
                i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
            if (swapped) next[j] = std::min(next[j], before[j - 2] + 1);
        }
        std::swap(before, row);
        std::swap(row, next);
    }
    return row[to.size()];
}

std::string_view nearest(std::string_view given, std::span<const std::string_view> names) {
    const auto asked = given.substr(0, 64);
    const auto found = std::ranges::min_element(
        names, {}, [&](std::string_view name) { return edit_distance(asked, name); });
    return found == names.end() ? std::string_view{} : *found;
}

std::string did_you_mean(std::string_view given, std::span<const std::string_view> names) {
    const auto name = nearest(given, names);
    if (name.empty()) return {};
    const auto most = std::max(name.size() / 2, std::size_t{2});
    return edit_distance(given.substr(0, 64), name) > most
               ? std::string{}
               : fmt::format("Did you mean `{}`?", name);
}

}  // namespace asterism::cli
