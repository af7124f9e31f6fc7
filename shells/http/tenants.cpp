#include "shells/http/tenants.hpp"

#include "libcore/base/text.hpp"
#include "shells/http/origin.hpp"

namespace asterism::http {

void Tenants::add(const std::vector<std::string>& hosts, Handler& site) {
    for (const auto& host : hosts) by_host_.emplace(lowered(host), &site);
}

/// By the name that the client used, as the site itself will see it: a trusted proxy may tell.
Handler& Tenants::of(const Request& request) const {
    if (by_host_.empty()) return own_;
    const Seen seen(request, proxies_);
    const auto found = by_host_.find(host_of(seen.request()));
    return found == by_host_.end() ? own_ : *found->second;
}

}  // namespace asterism::http
