#include "shells/store/postgres_address.hpp"

#include <array>
#include <cstdlib>
#include <libpq-fe.h>
#include <memory>
#include <string_view>
#include <utility>

namespace asterism::store {
namespace {

/// What libpq reads in the address; empty where it says nothing, or cannot be read.
std::string said(const std::string& uri, std::string_view word) {
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(
        PQconninfoParse(uri.c_str(), nullptr), &PQconninfoFree);
    for (const auto* each = options.get(); each != nullptr && each->keyword != nullptr; ++each)
        if (each->keyword == word) return each->val == nullptr ? "" : each->val;
    return {};
}

/// A socket of this machine, or an address of its own.
bool is_local(std::string_view host) {
    return host.empty() || host.starts_with('/') || host.starts_with('@') || host == "localhost" ||
           host == "::1" ||
           (host.starts_with("127.") && host.find_first_not_of("0123456789.") == host.npos);
}

bool all_local(std::string_view hosts) {
    while (!hosts.empty()) {
        const auto host = hosts.substr(0, hosts.find(','));
        if (!is_local(host)) return false;
        hosts.remove_prefix(host.size() < hosts.size() ? host.size() + 1 : host.size());
    }
    return true;
}

void add(std::string& uri, std::string_view setting, std::string_view value) {
    uri += uri.find('?') == std::string::npos ? '?' : '&';
    uri.append(setting).append(value);
}

}  // namespace

std::string completed(std::string uri) {
    const bool open = !all_local(said(uri, "host")) || !all_local(said(uri, "hostaddr"));
    if (open && said(uri, "sslmode").empty() && std::getenv("PGSSLMODE") == nullptr)
        add(uri, "sslmode=", "verify-full");
    constexpr std::array settings{
        std::pair{"connect_timeout=", "2"},  std::pair{"tcp_user_timeout=", "7000"},
        std::pair{"keepalives_idle=", "5"},  std::pair{"keepalives_interval=", "2"},
        std::pair{"keepalives_count=", "2"}, std::pair{"application_name=", "asterism"}};
    for (const auto& [name, value] : settings)
        if (uri.find(name) == std::string::npos) add(uri, name, value);
    return uri;
}

}  // namespace asterism::store
