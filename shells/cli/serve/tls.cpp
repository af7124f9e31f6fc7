#include "shells/cli/serve/tls.hpp"

#include <utility>

#include "shells/cli/trouble.hpp"

namespace asterism::cli {

std::unique_ptr<http::TlsContext> open_tls(const Settings& settings) {
    if (!settings.has("tls.certificate")) return nullptr;
    try {
        return std::make_unique<http::TlsContext>(
            http::TlsFiles{settings.text("tls.certificate"), settings.text("tls.key")},
            std::chrono::steady_clock::now());
    } catch (const http::TlsTrouble& trouble) {
        throw Trouble(Exit::configuration, "The certificate cannot be served.", trouble.what(),
                      "Set tls.certificate and tls.key to the PEM files of one certificate.");
    }
}

void reload(http::TlsContext& tls, const Log& log) {
    try {
        tls.reload();
        log.write(Level::info, "the certificate was read again");
    } catch (const std::exception& failure) {
        log.write(Level::error, "the certificate could not be read again, the old one is kept",
                  {{"why", failure.what()}});
    }
}

RedirectServer::RedirectServer(http::ServerOptions options, const std::vector<Settings>& sites,
                               const std::vector<http::Handler*>& handlers)
    : handler_(sites_.emplace_back(sites.front().text("site.base_url"),
                                   sites.front().list("site.hosts"), *handlers.front()),
               options.proxies),
      server_(std::move(options), handler_) {
    for (std::size_t i = 1; i < sites.size(); ++i) {
        const auto hosts = sites[i].list("site.hosts");
        handler_.add(hosts,
                     sites_.emplace_back(sites[i].text("site.base_url"), hosts, *handlers[i]));
    }
}

}  // namespace asterism::cli
