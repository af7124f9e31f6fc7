#include "shells/app/ip_address.hpp"

#include <algorithm>
#include <charconv>

#include <arpa/inet.h>
#include <netinet/in.h>

namespace asterism::app {
namespace {

constexpr std::array<std::uint8_t, 12> mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};

}  // namespace

bool IpAddress::is_four() const { return std::equal(mapped.begin(), mapped.end(), bytes.begin()); }

IpAddress IpAddress::household() const {
    IpAddress out = *this;
    if (!is_four()) std::fill(out.bytes.begin() + 8, out.bytes.end(), std::uint8_t{0});
    return out;
}

std::optional<IpAddress> read_ip(std::string_view text) {
    if (text.size() >= INET6_ADDRSTRLEN) return std::nullopt;
    const std::string digits(text);  // inet_pton wants an end
    if (digits.find('\0') != std::string::npos) return std::nullopt;
    IpAddress out;
    if (inet_pton(AF_INET6, digits.c_str(), out.bytes.data()) == 1) return out;
    std::copy(mapped.begin(), mapped.end(), out.bytes.begin());
    if (inet_pton(AF_INET, digits.c_str(), out.bytes.data() + mapped.size()) == 1) return out;
    return std::nullopt;
}

std::string text_of(const IpAddress& address) {
    std::array<char, INET6_ADDRSTRLEN> text = {};
    if (address.is_four())
        inet_ntop(AF_INET, address.bytes.data() + mapped.size(), text.data(), text.size());
    else
        inet_ntop(AF_INET6, address.bytes.data(), text.data(), text.size());
    return text.data();
}

bool IpRange::holds(const IpAddress& address) const {
    const auto whole = bits / 8;
    if (!std::equal(from.bytes.begin(), from.bytes.begin() + whole, address.bytes.begin()))
        return false;
    const auto rest = bits % 8;
    return rest == 0 || (from.bytes[whole] ^ address.bytes[whole]) >> (8 - rest) == 0;
}

std::optional<IpRange> read_ip_range(std::string_view text) {
    const auto slash = text.find('/');
    const auto from = read_ip(text.substr(0, slash));
    if (!from) return std::nullopt;
    if (slash == text.npos) return IpRange{*from, 128};
    const auto length = text.substr(slash + 1);
    const unsigned before = text.find(':') == text.npos ? 96 : 0;
    unsigned bits = 0;
    const auto* end = length.data() + length.size();
    if (std::from_chars(length.data(), end, bits) != std::from_chars_result{end, {}} ||
        length.empty() || bits > 128 - before)
        return std::nullopt;
    return IpRange{*from, before + bits};
}

}  // namespace asterism::app
