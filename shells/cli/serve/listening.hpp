#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "shells/app/ip_address.hpp"
#include "shells/cli/serve/stand_in.hpp"
#include "shells/cli/serve/tls.hpp"
#include "shells/cli/settings.hpp"
#include "shells/http/server.hpp"

namespace asterism::cli {

/// How a process of the program meets the network.

std::vector<app::IpRange> proxies_of(const Settings& settings);

/// The most clients at once: no more than there are descriptors for, or some would wait for
/// nothing. Every site takes some for its database.
unsigned connections_of(const Settings& settings, std::size_t sites);

/// All of them throw Trouble.
std::unique_ptr<http::Server> open_server(const Settings& settings, std::size_t sites,
                                          http::Handler& handler, http::TlsContext* tls);
/// For the installation and its tenants, with the handler of each. Null where nobody is to be sent
/// on from plain http.
std::unique_ptr<RedirectServer> open_redirect(const std::vector<Settings>& sites,
                                              const std::vector<http::Handler*>& handlers);
/// Null where real money is taken, or none.
std::unique_ptr<PaymentStandIn> open_stand_in(const Settings& settings, bool demo);

}  // namespace asterism::cli
