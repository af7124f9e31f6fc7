#include "libcore/base/language.hpp"

#include <algorithm>
#include <string>

#include "libcore/base/text.hpp"

namespace asterism {
namespace {

std::string_view primary(std::string_view tag) { return tag.substr(0, tag.find('-')); }

/// The tag itself, else what we write for its primary language: "zh-TW" is zh-CN to us.
std::optional<Language> nearest(std::string_view tag) {
    if (const auto exact = language_named(tag)) return exact;
    for (const auto& [language, name] : names(Language{}))
        if (lowered(primary(name)) == lowered(primary(tag))) return language;
    return std::nullopt;
}

/// Thousandths; a weight that is none counts as 0, so that its language is not chosen.
int weight_of(std::string_view parameters) {
    const auto text = trimmed(parameters);
    if (text.empty()) return 1'000;
    if (!lowered(text).starts_with("q=")) return 0;
    const auto digits = text.substr(2);
    if (digits.empty() || digits.size() > 5 || (digits.size() > 1 && digits[1] != '.')) return 0;
    int thousandths = 0;
    int worth = 1'000;
    for (const char c : digits) {
        if (c == '.') continue;
        if (c < '0' || c > '9') return 0;
        thousandths += (c - '0') * worth;
        worth /= 10;
    }
    return std::min(thousandths, 1'000);
}

}  // namespace

std::optional<Language> language_named(std::string_view tag) {
    for (const auto& [language, name] : names(Language{}))
        if (lowered(name) == lowered(tag)) return language;
    return std::nullopt;
}

std::optional<Language> preferred_language(std::string_view accept_language) {
    std::optional<Language> best;
    int best_weight = 0;
    while (!accept_language.empty()) {
        const auto item = accept_language.substr(0, accept_language.find(','));
        accept_language.remove_prefix(std::min(accept_language.size(), item.size() + 1));
        const auto semicolon = std::min(item.find(';'), item.size());
        const auto weight = weight_of(item.substr(std::min(semicolon + 1, item.size())));
        if (weight <= best_weight) continue;
        if (const auto found = nearest(trimmed(item.substr(0, semicolon)))) {
            best = found;
            best_weight = weight;
        }
    }
    return best;
}

}  // namespace asterism
