#include "shells/outside/base64.hpp"

#include <algorithm>
#include <cstdint>

namespace asterism::outside {
namespace {

constexpr std::string_view digits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

}  // namespace

std::string to_bare_base64(std::string_view bytes) {
    std::string out;
    out.reserve((bytes.size() * 4 + 2) / 3 + 2);
    std::uint32_t held = 0;
    unsigned bits = 0;
    for (const char c : bytes) {
        held = (held << 8U) | static_cast<unsigned char>(c);
        for (bits += 8; bits >= 6; bits -= 6) out += digits[(held >> (bits - 6)) & 63U];
    }
    if (bits > 0) out += digits[(held << (6 - bits)) & 63U];
    return out;
}

std::string to_base64(std::string_view bytes) {
    auto out = to_bare_base64(bytes);
    while (out.size() % 4 != 0) out += '=';
    return out;
}

std::optional<std::string> from_bare_base64(std::string_view text) {
    if (text.size() % 4 == 1) return std::nullopt;
    std::string out;
    std::uint32_t held = 0;
    unsigned bits = 0;
    for (const char c : text) {
        const auto digit = digits.find(c);
        if (digit == std::string_view::npos) return std::nullopt;
        held = (held << 6U) | static_cast<std::uint32_t>(digit);
        bits += 6;
        if (bits < 8) continue;
        bits -= 8;
        out += static_cast<char>((held >> bits) & 255U);
    }
    if ((held & ((1U << bits) - 1U)) != 0) return std::nullopt;
    return out;
}

std::string to_base64url(std::string_view bytes) {
    auto out = to_bare_base64(bytes);
    std::ranges::replace(out, '+', '-');
    std::ranges::replace(out, '/', '_');
    return out;
}

std::optional<std::string> from_base64url(std::string_view text) {
    if (text.find_first_of("+/") != text.npos) return std::nullopt;
    std::string bare(text);
    std::ranges::replace(bare, '-', '+');
    std::ranges::replace(bare, '_', '/');
    return from_bare_base64(bare);
}

}  // namespace asterism::outside
