#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shells/app/ip_address.hpp"
#include "shells/http/message.hpp"

namespace asterism::http {

/// The proxies before this server whose word is taken about who asks. Nobody else's is.
class Proxies {
public:
    explicit Proxies(std::vector<app::IpRange> trusted) : trusted_(std::move(trusted)) {}

    bool trust(const app::IpAddress& address) const;
    bool trust(std::string_view peer) const;

private:
    std::vector<app::IpRange> trusted_;
};

/// A request as it is to be taken. Where a trusted proxy passed it on, the peer is the right-most
/// address that is no trusted proxy, of X-Forwarded-For, Forwarded (RFC 7239) or X-Real-IP, and
/// scheme and host are those the client used. Where those fields are malformed, or two of them
/// name two clients, the proxy itself is the peer: nobody can pass for somebody else.
class Seen {
public:
    Seen(const Request& request, const Proxies& proxies);
    Seen(const Seen&) = delete;
    Seen& operator=(const Seen&) = delete;

    const Request& request() const { return told_ ? *told_ : original_; }

private:
    void tell_host(std::string_view host);

    const Request& original_;
    std::string client_;
    std::string host_;
    std::optional<Request> told_;
};

}  // namespace asterism::http
