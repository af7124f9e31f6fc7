#include "shells/cli/serve/listening.hpp"

#include <algorithm>
#include <system_error>
#include <thread>
#include <utility>

#include <fmt/format.h>

#include "shells/cli/compose.hpp"
#include "shells/cli/descriptors.hpp"
#include "shells/cli/trouble.hpp"

namespace asterism::cli {
namespace {

unsigned io_threads_of(const Settings& settings) {
    const auto wanted = static_cast<unsigned>(settings.number("server.io_threads"));
    return wanted != 0 ? wanted : std::max(1U, std::thread::hardware_concurrency());
}

/// What the rest of the program opens beside connections: a few for each io thread, and those who
/// are being told that there is no place; then each database's files or sockets.
std::uint64_t own_descriptors(const Settings& settings, std::size_t sites) {
    const auto store = is_embedded(settings) ? 0 : settings.number("server.work_threads");
    return 28 + 12 * std::uint64_t{io_threads_of(settings)} + static_cast<std::uint64_t>(store) +
           24 * (sites - 1);
}

http::ServerOptions server_options(const Settings& settings, std::size_t sites,
                                   std::string_view listen) {
    http::ServerOptions out;
    const auto where = read_address(settings.text(listen)).value();
    out.address = where.host == "localhost" ? "127.0.0.1" : where.host;
    out.port = where.port;
    out.io_threads = io_threads_of(settings);
    out.work_threads = static_cast<unsigned>(settings.number("server.work_threads"));
    out.connections = connections_of(settings, sites);
    out.connections_per_address =
        static_cast<unsigned>(settings.number("server.connections_per_address"));
    out.proxies = proxies_of(settings);
    return out;
}

/// Has something listen on an address, or says why it cannot.
template <class Open>
auto open_on(const std::string& where, std::string_view flag, Open open) {
    try {
        return open();
    } catch (const std::system_error& failure) {
        if (failure.code() == std::errc::address_in_use)
            throw Trouble(Exit::conflict, fmt::format("{} is in use.", where),
                          "Another program listens there.",
                          fmt::format("Stop it, or choose: {} HOST:PORT.", flag));
        const bool denied = failure.code() == std::errc::permission_denied;
        throw Trouble(denied ? Exit::not_allowed : Exit::configuration,
                      fmt::format("Nothing can listen on {}.", where), failure.what(),
                      denied
                          ? "Choose a port from 1024 up, or allow this user the port."
                          : fmt::format("Choose an address of this machine: {} HOST:PORT.", flag));
    }
}

}  // namespace

unsigned connections_of(const Settings& settings, std::size_t sites) {
    const auto wanted = static_cast<std::uint64_t>(settings.number("server.connections"));
    const auto most = most_descriptors();
    const auto own = std::min(own_descriptors(settings, sites), most / 2);
    return static_cast<unsigned>(std::min(wanted, most - own));
}

std::vector<app::IpRange> proxies_of(const Settings& settings) {
    std::vector<app::IpRange> out;
    for (const auto& text : settings.list("site.trusted_proxies"))
        out.push_back(app::read_ip_range(text).value());
    return out;
}

std::unique_ptr<http::Server> open_server(const Settings& settings, std::size_t sites,
                                          http::Handler& handler, http::TlsContext* tls) {
    return open_on(settings.text("listen"), "--listen", [&] {
        auto options = server_options(settings, sites, "listen");
        if (settings.has("tls.redirect_listen")) options.connections -= options.connections / 8;
        return std::make_unique<http::Server>(std::move(options), handler, tls);
    });
}

std::unique_ptr<RedirectServer> open_redirect(const std::vector<Settings>& sites,
                                              const std::vector<http::Handler*>& handlers) {
    const auto& settings = sites.front();
    if (!settings.has("tls.redirect_listen")) return nullptr;
    return open_on(settings.text("tls.redirect_listen"), "--tls-redirect-listen", [&] {
        auto options = server_options(settings, sites.size(), "tls.redirect_listen");
        options.io_threads = 1;
        options.connections /= 8;
        return std::make_unique<RedirectServer>(std::move(options), sites, handlers);
    });
}

std::unique_ptr<PaymentStandIn> open_stand_in(const Settings& settings, bool demo) {
    check(settings);
    const auto address = stand_in_address(settings, demo);
    if (address.empty()) return nullptr;
    return open_on(address, "--payments-stand-in",
                   [&] { return std::make_unique<PaymentStandIn>(address, settings); });
}

}  // namespace asterism::cli
