#pragma once

#include <deque>
#include <memory>
#include <thread>
#include <vector>

#include "shells/cli/log.hpp"
#include "shells/cli/settings.hpp"
#include "shells/http/redirect.hpp"
#include "shells/http/server.hpp"
#include "shells/http/tenants.hpp"
#include "shells/http/tls/context.hpp"

namespace asterism::cli {

/// What the settings say about TLS; null if they say nothing. Throws Trouble.
std::unique_ptr<http::TlsContext> open_tls(const Settings& settings);

/// Takes the certificate as it is now, or says in the log why it could not.
void reload(http::TlsContext& tls, const Log& log);

/// Answers on a plain port where each site is, and how it is, in a thread of its own, for as long
/// as it lives.
class RedirectServer {
public:
    /// `handlers` are those of the sites, in their order; they have to outlive this.
    RedirectServer(http::ServerOptions options, const std::vector<Settings>& sites,
                   const std::vector<http::Handler*>& handlers);

    ~RedirectServer() { server_.stop(); }

    RedirectServer(const RedirectServer&) = delete;
    RedirectServer& operator=(const RedirectServer&) = delete;

private:
    std::deque<http::Redirect> sites_;
    http::Tenants handler_;
    http::Server server_;
    std::jthread thread_{[this] { server_.run(); }};
};

}  // namespace asterism::cli
