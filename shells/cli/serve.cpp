#include <algorithm>
#include <chrono>
#include <functional>
#include <system_error>
#include <thread>

#include <fmt/format.h>

#include "libcore/version.hpp"
#include "shells/app/ip_address.hpp"
#include "shells/cli/compose.hpp"
#include "shells/cli/demo/demo.hpp"
#include "shells/cli/descriptors.hpp"
#include "shells/cli/output.hpp"
#include "shells/cli/serve/tls.hpp"
#include "shells/cli/signals.hpp"
#include "shells/cli/verbs.hpp"
#include "shells/http/gateway.hpp"
#include "shells/http/server.hpp"

namespace asterism::cli {
namespace {

void log_access(const Log& log, const http::AccessLine& line) {
    const auto level = line.status >= 500 ? Level::warning : Level::info;
    if (!log.wants(level)) return;
    log.write(level, "answered",
              {{"request_id", line.request_id},
               {"method", line.method},
               {"path", line.path},
               {"peer", line.peer},
               {"status", line.status},
               {"bytes", static_cast<std::int64_t>(line.bytes)},
               {"microseconds", line.took.count()}});
}

std::vector<app::IpRange> proxies_of(const Settings& settings) {
    std::vector<app::IpRange> out;
    for (const auto& text : settings.list("site.trusted_proxies"))
        out.push_back(app::read_ip_range(text).value());
    return out;
}

http::LimitRules limit_rules(const Settings& settings) {
    http::LimitRules out{settings.text("limits.enabled") == "true"};
    for (const auto& limit : http::limits::all) {
        const auto rate = settings.rate("limits." + std::string(limit.name));
        if (rate != limit.rate) out.changed.emplace_back(limit.name, rate);
    }
    return out;
}

http::GatewayOptions gateway_options(Composition& parts, worker::Worker& worker) {
    const auto& settings = parts.settings();
    const auto& log = parts.log();
    http::GatewayOptions out;
    out.policy = parts.policy();
    out.dev = !settings.production();
    out.web = settings.text("web");
    out.origins = settings.list("site.origins");
    out.cors_origins = settings.list("site.cors_origins");
    out.preload = settings.text("site.hsts_preload") == "yes";
    out.hosts = settings.list("site.hosts");
    out.files = &parts.files();
    out.proxies = proxies_of(settings);
    out.packer = &parts.packer();
    out.compressor = &parts.compressor();
    out.tiles = &parts.tiles();
    out.sitemap = {settings.text("site.sitemap_profiles") == "yes",
                   settings.text("site.sitemap_places") == "yes"};
    out.limits = limit_rules(settings);
    out.starview_tells_used_email = settings.text("starview.tells_used_email") == "true";
    out.log = [&log, &worker](const http::AccessLine& line) {
        // What was written may be for the worker: a mail should not wait for its next look.
        if (line.method != "GET" && line.status < 300) worker.nudge();
        log_access(log, line);
    };
    out.failed = [&log](std::string_view request_id, std::string_view what) {
        log.write(Level::error, "a request failed", {{"request_id", request_id}, {"why", what}});
    };
    out.strange = [&log](std::string_view request_id, std::string_view host) {
        log.write(Level::warning, "a request was for a host that is not in site.hosts",
                  {{"request_id", request_id}, {"host", host}});
    };
    return out;
}

unsigned io_threads_of(const Settings& settings) {
    const auto wanted = static_cast<unsigned>(settings.number("server.io_threads"));
    return wanted != 0 ? wanted : std::max(1U, std::thread::hardware_concurrency());
}

/// What the rest of the program opens beside connections: the database's files or sockets, a few
/// for each io thread, and those who are being told that there is no place.
std::uint64_t own_descriptors(const Settings& settings) {
    const auto store = is_embedded(settings) ? 0 : settings.number("server.work_threads");
    return 28 + 12 * std::uint64_t{io_threads_of(settings)} + static_cast<std::uint64_t>(store);
}

/// No more clients than there are descriptors for, or some would wait for nothing.
unsigned connections_of(const Settings& settings) {
    const auto wanted = static_cast<std::uint64_t>(settings.number("server.connections"));
    const auto most = most_descriptors();
    const auto own = std::min(own_descriptors(settings), most / 2);
    return static_cast<unsigned>(std::min(wanted, most - own));
}

http::ServerOptions server_options(const Settings& settings, std::string_view listen) {
    http::ServerOptions out;
    const auto where = read_address(settings.text(listen)).value();
    out.address = where.host == "localhost" ? "127.0.0.1" : where.host;
    out.port = where.port;
    out.io_threads = io_threads_of(settings);
    out.work_threads = static_cast<unsigned>(settings.number("server.work_threads"));
    out.connections = connections_of(settings);
    out.connections_per_address =
        static_cast<unsigned>(settings.number("server.connections_per_address"));
    out.proxies = proxies_of(settings);
    return out;
}

std::unique_ptr<http::Gateway> open_gateway(Composition& parts, worker::Worker& worker) {
    try {
        return std::make_unique<http::Gateway>(parts.app(), parts.signer(), parts.fingerprint(),
                                               gateway_options(parts, worker));
    } catch (const std::runtime_error& failure) {
        throw Trouble(Exit::configuration, "The web folder cannot be served.", failure.what(),
                      "Name a folder with a built page, or leave --web out.");
    }
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

std::unique_ptr<http::Server> open_server(const Settings& settings, http::Handler& handler,
                                          http::TlsContext* tls) {
    return open_on(settings.text("listen"), "--listen", [&] {
        auto options = server_options(settings, "listen");
        if (settings.has("tls.redirect_listen")) options.connections -= options.connections / 8;
        return std::make_unique<http::Server>(std::move(options), handler, tls);
    });
}

std::unique_ptr<RedirectServer> open_redirect(const Settings& settings) {
    if (!settings.has("tls.redirect_listen")) return nullptr;
    return open_on(settings.text("tls.redirect_listen"), "--tls-redirect-listen", [&] {
        auto options = server_options(settings, "tls.redirect_listen");
        options.io_threads = 1;
        options.connections /= 8;
        return std::make_unique<RedirectServer>(std::move(options), settings);
    });
}

void refuse_damage(Composition& parts) {
    const auto damage = parts.store().damage();
    if (damage.empty()) return;
    throw Trouble(Exit::found_wrong, "The database is damaged.", damage,
                  "Restore a backup; keep the damaged file to be looked at.");
}

bool has_owner(Composition& parts) {
    bool out = false;
    parts.store().read([&](app::Unit& unit) { out = unit.accounts().count_admins() > 0; });
    return out;
}

void announce(Composition& parts, std::uint16_t port) {
    const auto& settings = parts.settings();
    const auto& listen = settings.text("listen");
    print(fmt::format("{}://{}:{}\n", settings.has("tls.certificate") ? "https" : "http",
                      listen.substr(0, listen.rfind(':')), port));
    say(fmt::format("Asterism {} serves in {} mode; stop it with Ctrl-C.", asterism::version(),
                    settings.text("mode")));
    say(fmt::format("Data folder: {}", settings.text("data")));
    if (!settings.production() && !is_loopback(settings.listen().host))
        say("Other machines can connect, and dev mode is not meant for that.");
    if (const auto most = connections_of(settings); most < settings.number("server.connections"))
        say(fmt::format("Only {} clients fit the limit of {} open files (ulimit -n).", most,
                        most_descriptors()));
    if (!has_owner(parts))
        say(
            fmt::format("There is no administrator yet. Make one:\n"
                        "  asterism user add NAME --email ADDRESS --role admin --data {}",
                        settings.text("data")));
}

Composition compose_to_run(const Arguments& given, const demo::Demo* demo = nullptr) {
    auto settings = settings_of(demo ? demo->arguments() : given);
    if (demo) demo->check(settings);
    check(settings);
    return Composition(std::move(settings));
}

}  // namespace

Exit serve(const Arguments& given) {
    hold_signals();
    const auto demo = given.has("demo") ? std::make_unique<demo::Demo>(given) : nullptr;
    auto parts = compose_to_run(given, demo.get());
    parts.folder().lock();
    parts.make_ready();
    refuse_damage(parts);
    const auto worker = parts.make_worker();
    const auto jobs = parts.make_jobs();
    const auto gateway = open_gateway(parts, *worker);
    const auto tls = open_tls(parts.settings());
    const auto server = open_server(parts.settings(), *gateway, tls.get());
    const auto redirect = open_redirect(parts.settings());
    if (demo) demo->fill(parts);
    if (!given.has("no-worker")) {
        worker->start();
        jobs->start();
    }
    announce(parts, server->port());
    if (demo) demo->introduce();
    {
        const SignalWatch watch(
            [&] {
                gateway->drain();
                server->stop();
            },
            {[&] { parts.hasher().trim(std::chrono::steady_clock::now()); },
             tls ? std::function<void()>([&] { reload(*tls, parts.log()); }) : nullptr});
        server->run();
    }
    worker->stop();
    jobs->stop();
    parts.store().checkpoint();
    say("Stopped.");
    return Exit::done;
}

Exit work(const Arguments& given) {
    hold_signals();
    auto parts = compose_to_run(given);
    parts.make_ready();
    const auto worker = parts.make_worker();
    const auto jobs = parts.make_jobs();
    worker->start();
    jobs->start();
    say(fmt::format("Asterism {} does what is due; stop it with Ctrl-C.", asterism::version()));
    wait_for_signal({});
    worker->stop();
    jobs->stop();
    say("Stopped.");
    return Exit::done;
}

}  // namespace asterism::cli
