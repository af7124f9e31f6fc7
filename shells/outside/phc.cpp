#include "shells/outside/phc.hpp"

#include <charconv>

#include "shells/outside/base64.hpp"

namespace asterism::outside {
namespace {

constexpr std::string_view prefix = "$argon2id$v=19$m=";

/// Cuts `word` off the front of `rest`, if it is there.
bool take(std::string_view& rest, std::string_view word) {
    if (!rest.starts_with(word)) return false;
    rest.remove_prefix(word.size());
    return true;
}

std::optional<std::uint32_t> take_number(std::string_view& rest) {
    std::uint32_t out = 0;
    const auto [stop, ec] = std::from_chars(rest.data(), rest.data() + rest.size(), out);
    if (ec != std::errc{} || rest.front() == '0') return std::nullopt;
    rest.remove_prefix(static_cast<std::size_t>(stop - rest.data()));
    return out;
}

std::optional<std::string> bytes_within(std::string_view text, std::size_t least) {
    if (text.size() > 90) return std::nullopt;
    auto out = from_bare_base64(text);
    if (!out || out->size() < least || out->size() > 64) return std::nullopt;
    return out;
}

}  // namespace

std::string to_phc(const PasswordHash& hash) {
    std::string out(prefix);
    out += std::to_string(hash.cost.memory_kib);
    out += ",t=" + std::to_string(hash.cost.passes);
    out += ",p=" + std::to_string(hash.cost.lanes);
    out += '$' + to_bare_base64(hash.salt);
    out += '$' + to_bare_base64(hash.tag);
    return out;
}

std::optional<PasswordHash> from_phc(std::string_view text) {
    if (!take(text, prefix)) return std::nullopt;
    const auto memory = take_number(text);
    if (!memory || !take(text, ",t=")) return std::nullopt;
    const auto passes = take_number(text);
    if (!passes || !take(text, ",p=")) return std::nullopt;
    const auto lanes = take_number(text);
    if (!lanes || !take(text, "$")) return std::nullopt;
    const auto bar = text.find('$');
    if (bar == std::string_view::npos) return std::nullopt;
    auto salt = bytes_within(text.substr(0, bar), 8);
    auto tag = bytes_within(text.substr(bar + 1), 16);
    if (!salt || !tag) return std::nullopt;
    return PasswordHash{{*memory, *passes, *lanes}, std::move(*salt), std::move(*tag)};
}

}  // namespace asterism::outside
