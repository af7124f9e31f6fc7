#include "shells/http/codings.hpp"

#include <array>
#include <optional>

#include "libcore/base/text.hpp"
#include "shells/http/message.hpp"

namespace asterism::http {
namespace {

using app::Coding;

/// In thousandths. "q=0.5" has up to three digits after its point, and 1 has zeros alone.
std::optional<int> quality_of(std::string_view text) {
    if (text.empty() || (text[0] != '0' && text[0] != '1') || text.size() > 5) return std::nullopt;
    if (text.size() > 1 && text[1] != '.') return std::nullopt;
    int out = text[0] == '1' ? 1'000 : 0;
    int worth = 100;
    for (const char digit : text.substr(std::min<std::size_t>(2, text.size()))) {
        if (digit < '0' || digit > '9') return std::nullopt;
        out += (digit - '0') * worth;
        worth /= 10;
    }
    if (out > 1'000) return std::nullopt;
    return out;
}

/// How much somebody would like each coding; what is not named depends on the star.
struct Wishes {
    std::optional<int> identity, gzip, brotli, star;

    std::optional<int>* of(std::string_view name) {
        if (same_name(name, "identity")) return &identity;
        if (same_name(name, "gzip") || same_name(name, "x-gzip")) return &gzip;
        if (same_name(name, "br")) return &brotli;
        return name == "*" ? &star : nullptr;
    }

    /// False where the item is none.
    bool take(std::string_view item) {
        const auto semicolon = item.find(';');
        auto* const wish = of(trimmed(item.substr(0, semicolon)));
        int quality = 1'000;
        if (semicolon != item.npos) {
            const auto weight = trimmed(item.substr(semicolon + 1));
            if (!weight.starts_with("q=") && !weight.starts_with("Q=")) return false;
            const auto read = quality_of(weight.substr(2));
            if (!read) return false;
            quality = *read;
        }
        if (wish && !*wish) *wish = quality;
        return true;
    }
};

}  // namespace

Coding best_coding(std::string_view accept_encoding) {
    Wishes wishes;
    while (!accept_encoding.empty()) {
        const auto item = accept_encoding.substr(0, accept_encoding.find(','));
        accept_encoding.remove_prefix(std::min(accept_encoding.size(), item.size() + 1));
        if (!trimmed(item).empty() && !wishes.take(item)) return Coding::identity;
    }
    const int others = wishes.star.value_or(0);
    // As it is, anything may be sent, unless somebody says that he would not like that.
    int best = wishes.identity.value_or(wishes.star == 0 ? 0 : 1);
    auto out = Coding::identity;
    for (const auto& [coding, wish] :
         {std::pair{Coding::gzip, wishes.gzip}, std::pair{Coding::brotli, wishes.brotli}}) {
        const int quality = wish.value_or(others);
        if (quality == 0 || quality < best) continue;
        best = quality;
        out = coding;
    }
    return out;
}

std::string_view name_of(Coding coding) {
    constexpr std::array<std::string_view, 3> names{"", "gzip", "br"};
    return names[static_cast<std::size_t>(coding)];
}

}  // namespace asterism::http
