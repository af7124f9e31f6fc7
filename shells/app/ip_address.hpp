#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace asterism::app {

/// An IP address. One of IPv4 is kept as it is mapped into IPv6 (RFC 4291 section 2.5.5.2), so that
/// it is the same one whichever kind of socket it came over.
struct IpAddress {
    std::array<std::uint8_t, 16> bytes = {};

    bool is_four() const;
    /// The addresses that one household or machine has at will: itself, or 64 bits of IPv6.
    IpAddress household() const;

    auto operator<=>(const IpAddress&) const = default;
};

/// "192.0.2.1" or "2001:db8::1"; no name, port, bracket or zone.
std::optional<IpAddress> read_ip(std::string_view text);

/// The shortest usual form; a mapped one in the form of IPv4.
std::string text_of(const IpAddress& address);

/// Addresses that begin alike.
struct IpRange {
    IpAddress from;
    unsigned bits = 128;  ///< of 128, also for IPv4

    bool holds(const IpAddress& address) const;
};

/// "10.0.0.0/8", "fd00::/8", or one address.
std::optional<IpRange> read_ip_range(std::string_view text);

}  // namespace asterism::app
