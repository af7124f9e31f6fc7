#include "shells/outside/stripe_signature.hpp"

#include <charconv>
#include <cstdint>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "shells/outside/digest.hpp"

namespace asterism::outside {
namespace {

constexpr std::size_t longest_header = 4'096;
constexpr std::size_t most_signatures = 16;
constexpr std::size_t most_digits = 12;

/// A header taken apart: the moment as it was written, and what was signed in the scheme we know.
struct Claimed {
    std::optional<std::string_view> moment = {};
    std::vector<std::string_view> signatures = {};
};

std::optional<Claimed> read_header(std::string_view header) {
    if (header.size() > longest_header) return std::nullopt;
    Claimed out;
    while (!header.empty()) {
        const auto comma = std::min(header.find(','), header.size());
        const auto part = header.substr(0, comma);
        header.remove_prefix(std::min(comma + 1, header.size()));
        if (part.starts_with("t=")) {
            if (out.moment) return std::nullopt;
            out.moment = part.substr(2);
        } else if (part.starts_with("v1=")) {
            out.signatures.push_back(part.substr(3));
        }
    }
    if (!out.moment || out.signatures.empty() || out.signatures.size() > most_signatures)
        return std::nullopt;
    return out;
}

/// Digits alone: no sign, no blank.
std::optional<std::int64_t> read_moment(std::string_view text) {
    if (text.empty() || text.size() > most_digits ||
        text.find_first_not_of("0123456789") != text.npos)
        return std::nullopt;
    std::int64_t out = 0;
    std::from_chars(text.data(), text.data() + text.size(), out);
    return out;
}

std::int64_t seconds_of(Instant at) {
    return std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
}

std::string signature_of(std::string_view secret, std::string_view moment, std::string_view body) {
    return in_hex(hmac_sha256(secret, fmt::format("{}.{}", moment, body)));
}

}  // namespace

bool is_signed_by(std::span<const std::string> secrets, std::string_view header,
                  std::string_view body, Instant now) {
    const auto claimed = read_header(header);
    const auto moment = claimed ? read_moment(*claimed->moment) : std::nullopt;
    if (!moment) return false;
    const auto age = seconds_of(now) - *moment;
    if (age > signature_tolerance.count() || -age > signature_tolerance.count()) return false;
    bool out = false;
    for (const auto& secret : secrets) {
        if (secret.empty()) continue;
        const auto expected = signature_of(secret, *claimed->moment, body);
        for (const auto signature : claimed->signatures)
            out = same_secret(expected, signature) || out;
    }
    return out;
}

std::string signed_header(std::string_view secret, std::string_view body, Instant now) {
    const auto moment = std::to_string(seconds_of(now));
    return fmt::format("t={},v1={}", moment, signature_of(secret, moment, body));
}

}  // namespace asterism::outside
