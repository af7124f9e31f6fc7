#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shells/app/ip_address.hpp"
#include "shells/http/message.hpp"

namespace asterism::http {

/// One step of a request's way, as a proxy told it.
struct Hop {
    std::optional<app::IpAddress> address;  ///< none: unknown, hidden or malformed
    std::string scheme = {};
    std::string host = {};
};

/// In the order of the way; none: the fields are not well-formed.
using Hops = std::optional<std::vector<Hop>>;

/// All fields named Forwarded (RFC 7239).
Hops read_forwarded(const Request& request);

/// All fields named X-Forwarded-For.
Hops read_forwarded_for(const Request& request);

/// An address with or without a port: "192.0.2.1", "192.0.2.1:80", "[2001:db8::1]:80".
std::optional<app::IpAddress> read_node(std::string_view text);

}  // namespace asterism::http
