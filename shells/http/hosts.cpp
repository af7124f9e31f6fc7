#include "shells/http/hosts.hpp"

#include <algorithm>
#include <utility>

#include "libcore/base/text.hpp"
#include "shells/http/origin.hpp"

namespace asterism::http {

Hosts::Hosts(std::vector<std::string> names) : names_(std::move(names)) {
    for (std::string& name : names_) name = lowered(name);
    if (std::ranges::find(names_, "*") != names_.end()) names_.clear();
}

bool Hosts::hold(const Request& request) const {
    return names_.empty() || std::ranges::find(names_, host_of(request)) != names_.end();
}

bool is_local(const Request& request) {
    const auto host = host_of(request);
    const auto peer = request.peer;
    const bool named = host == "localhost" || host.starts_with("127.") || host == "[::1]";
    return named && (peer.starts_with("127.") || peer == "::1" || peer.starts_with("::ffff:127."));
}

}  // namespace asterism::http
