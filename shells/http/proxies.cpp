#include "shells/http/proxies.hpp"

#include <algorithm>

#include "libcore/base/text.hpp"
#include "shells/http/forwarded.hpp"
#include "shells/http/head.hpp"

namespace asterism::http {
namespace {

/// Right to left, as the proxies nearest to us are the ones that we know. None: malformed.
const Hop* client_among(const Hops& hops, const Proxies& proxies) {
    if (!hops) return nullptr;
    for (auto hop = hops->rbegin(); hop != hops->rend(); ++hop) {
        if (!hop->address) return nullptr;
        if (!proxies.trust(*hop->address)) return &*hop;
    }
    return hops->empty() ? nullptr : &hops->front();
}

std::string_view last_of(const Request& request, std::string_view name) {
    std::string_view out;
    for (const Header& field : request.headers)
        if (same_name(field.name, name)) out = field.value;
    return trimmed(out.substr(out.rfind(',') + 1));
}

/// What the proxy says of the client, if it can be believed.
std::optional<Hop> client_of(const Request& request, const Proxies& proxies) {
    const Hops forwarded = read_forwarded(request);
    const Hops listed = read_forwarded_for(request);
    const bool both = forwarded && listed && !forwarded->empty() && !listed->empty();
    if (!forwarded || !listed) return std::nullopt;
    if (forwarded->empty() && listed->empty()) {
        const auto real = last_of(request, "X-Real-IP");
        return real.empty() ? std::nullopt : std::optional(Hop{read_node(real)});
    }
    const Hop* said = client_among(forwarded->empty() ? listed : forwarded, proxies);
    if (both) {
        const Hop* too = client_among(listed, proxies);
        if (!said || !too || said->address != too->address) return std::nullopt;
    }
    return said ? std::optional(*said) : std::nullopt;
}

}  // namespace

bool Proxies::trust(const app::IpAddress& address) const {
    return std::ranges::any_of(trusted_, [&](const auto& range) { return range.holds(address); });
}

bool Proxies::trust(std::string_view peer) const {
    if (trusted_.empty()) return false;
    const auto address = app::read_ip(peer);
    return address && trust(*address);
}

Seen::Seen(const Request& request, const Proxies& proxies) : original_(request) {
    if (!proxies.trust(request.peer)) return;
    told_ = request;
    told_->vouched = true;
    const auto client = client_of(request, proxies);
    if (client && client->address) told_->peer = client_ = app::text_of(*client->address);
    const bool own_words = client && !client->scheme.empty();
    const auto scheme = own_words ? client->scheme : lowered(last_of(request, "X-Forwarded-Proto"));
    if (scheme == "https" || scheme == "http") {
        told_->secure = scheme == "https";
        told_->plain = !told_->secure;
    }
    tell_host(client && !client->host.empty() ? client->host
                                              : last_of(request, "X-Forwarded-Host"));
}

/// Later readers look for the host where it always is.
void Seen::tell_host(std::string_view host) {
    if (!is_authority(host)) return;
    host_ = host;
    for (Header& field : told_->headers)
        if (same_name(field.name, "Host")) field.value = host_;
}

}  // namespace asterism::http
