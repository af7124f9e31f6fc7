#include <chrono>
#include <deque>
#include <functional>
#include <string_view>
#include <thread>
#include <vector>

#include <fmt/format.h>

#include "libcore/version.hpp"
#include "shells/cli/compose.hpp"
#include "shells/cli/demo/demo.hpp"
#include "shells/cli/descriptors.hpp"
#include "shells/cli/output.hpp"
#include "shells/cli/serve/listening.hpp"
#include "shells/cli/serve/tls.hpp"
#include "shells/cli/signals.hpp"
#include "shells/cli/tenants.hpp"
#include "shells/cli/verbs.hpp"
#include "shells/http/gateway.hpp"
#include "shells/http/server.hpp"
#include "shells/http/tenants.hpp"

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

http::LimitRules limit_rules(const Settings& settings) {
    http::LimitRules out{settings.text("limits.enabled") == "true"};
    for (const auto& limit : http::limits::all) {
        const auto rate = settings.rate("limits." + std::string(limit.name));
        if (rate != limit.rate) out.changed.emplace_back(limit.name, rate);
    }
    return out;
}

http::GatewayOptions gateway_options(Composition& parts, worker::Worker& worker,
                                     std::size_t sites) {
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
    out.payment_calls = &parts.payment_calls();
    out.sitemap = {settings.text("site.sitemap_profiles") == "yes",
                   settings.text("site.sitemap_places") == "yes"};
    out.limits = limit_rules(settings);
    out.sites = static_cast<unsigned>(sites);
    out.starview_tells_used_email = settings.text("starview.tells_used_email") == "true";
    out.shop_pages = settings.text("startupwebapp.pages");
    if (out.shop_pages.empty() && out.dev) out.shop_pages = "http://localhost:8080";
    out.cookie_domain = settings.text("site.cookie_domain");
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

std::unique_ptr<http::Gateway> open_gateway(Composition& parts, worker::Worker& worker,
                                            std::size_t sites) {
    try {
        return std::make_unique<http::Gateway>(parts.app(), parts.signer(), parts.fingerprint(),
                                               gateway_options(parts, worker, sites));
    } catch (const std::runtime_error& failure) {
        throw Trouble(Exit::configuration, "The web folder cannot be served.", failure.what(),
                      "Name a folder with a built page, or leave --web out.");
    }
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

/// What is wrong with one of many says with which.
template <class Body>
void about(const Settings& settings, Body body) {
    try {
        body();
    } catch (const Trouble& trouble) {
        if (!settings.has("tenant")) throw;
        throw Trouble(trouble.exit(),
                      fmt::format("Tenant `{}`: {}", settings.text("tenant"), trouble.what()));
    }
}

/// The installation itself and then its tenants, or the one tenant that was named.
std::vector<Settings> settings_to_run(const Arguments& given) {
    std::vector<Settings> out{settings_of(given)};
    if (!out.front().has("tenant"))
        for (auto& tenant : all_tenants(out.front())) out.push_back(std::move(tenant));
    for (const auto& each : out) about(each, [&] { check(each); });
    return out;
}

/// All that is one tenant's alone.
struct Site {
    Site(const Settings& settings, Shared& shared) : parts(settings, shared) {}

    Composition parts;
    std::unique_ptr<worker::Worker> worker;
    std::unique_ptr<worker::Jobs> jobs;
    std::unique_ptr<http::Gateway> gateway;
};

using Sites = std::deque<Site>;

void start_work(Sites& sites) {
    for (auto& site : sites) {
        site.worker->start();
        site.jobs->start();
    }
}

/// All at once: one may be in the middle of a mail to somebody slow.
void stop_work(Sites& sites) {
    std::vector<std::jthread> ends;
    for (auto& site : sites)
        ends.emplace_back([&site] {
            site.worker->stop();
            site.jobs->stop();
        });
}

/// `open` gets each and how many there are.
void open_sites(const std::vector<Settings>& all, Shared& shared, Sites& out,
                void (*open)(Site& site, std::size_t sites)) {
    for (const auto& settings : all)
        about(settings, [&] { open(out.emplace_back(settings, shared), all.size()); });
}

void open_for_work(Site& site, std::size_t) {
    site.parts.make_ready();
    site.worker = site.parts.make_worker();
    site.jobs = site.parts.make_jobs();
}

void open_to_serve(Site& site, std::size_t sites) {
    site.parts.folder().lock();
    open_for_work(site, sites);
    refuse_damage(site.parts);
    site.gateway = open_gateway(site.parts, *site.worker, sites);
}

void announce(Composition& parts, std::uint16_t port, std::size_t sites) {
    const auto& settings = parts.settings();
    const auto& listen = settings.text("listen");
    print(fmt::format("{}://{}:{}\n", settings.has("tls.certificate") ? "https" : "http",
                      listen.substr(0, listen.rfind(':')), port));
    say(fmt::format("Asterism {} serves in {} mode; stop it with Ctrl-C.", asterism::version(),
                    settings.text("mode")));
    say(fmt::format("Data folder: {}", settings.text("data")));
    say(fmt::format("Database: {}", settings.shown("database")));
    if (!settings.production() && !is_loopback(settings.listen().host))
        say("Other machines can connect, and dev mode is not meant for that.");
    const auto most = connections_of(settings, sites);
    if (most < settings.number("server.connections"))
        say(fmt::format("Only {} clients fit the limit of {} open files (ulimit -n).", most,
                        most_descriptors()));
    if (!has_owner(parts))
        say(
            fmt::format("There is no administrator yet. Make one:\n"
                        "  asterism user add NAME --email ADDRESS --role admin --data {}",
                        settings.text("data")));
}

void announce_tenant(Composition& parts) {
    const auto& settings = parts.settings();
    say(fmt::format("Tenant {}: {}, database {}{}", settings.text("tenant"),
                    settings.text("site.base_url"), settings.shown("database"),
                    has_owner(parts) ? "" : "; no administrator yet"));
}

}  // namespace

Exit serve(const Arguments& given) {
    hold_signals();
    const auto demo = given.has("demo") ? std::make_unique<demo::Demo>(given) : nullptr;
    const auto& asked = demo ? demo->arguments() : given;
    if (demo) demo->check(settings_of(asked));
    const auto stand_in = open_stand_in(settings_of(asked), demo != nullptr);
    const auto settings = settings_to_run(stand_in ? stand_in->told_of(asked) : asked);
    Shared shared(settings.front());
    Sites sites;
    open_sites(settings, shared, sites, &open_to_serve);
    auto& own = sites.front();
    http::Tenants by_host(*own.gateway, proxies_of(settings.front()));
    for (std::size_t i = 1; i < sites.size(); ++i)
        by_host.add(settings[i].list("site.hosts"), *sites[i].gateway);
    const auto tls = open_tls(settings.front());
    const auto server = open_server(settings.front(), sites.size(), by_host, tls.get());
    std::vector<http::Handler*> handlers;
    for (auto& site : sites) handlers.push_back(site.gateway.get());
    const auto redirect = open_redirect(settings, handlers);
    if (demo) demo->fill(own.parts);
    if (!given.has("no-worker")) start_work(sites);
    announce(own.parts, server->port(), sites.size());
    for (std::size_t i = 1; i < sites.size(); ++i) announce_tenant(sites[i].parts);
    if (stand_in) stand_in->begin(server->port());
    if (demo) demo->introduce();
    {
        const SignalWatch watch(
            [&] {
                for (auto& site : sites) site.gateway->drain();
                server->stop();
            },
            {[&] { shared.hasher.trim(std::chrono::steady_clock::now()); },
             tls ? std::function<void()>([&] { reload(*tls, own.parts.log()); }) : nullptr});
        server->run();
    }
    stop_work(sites);
    for (auto& site : sites) site.parts.store().checkpoint();
    say("Stopped.");
    return Exit::done;
}

Exit work(const Arguments& given) {
    hold_signals();
    const auto settings = settings_to_run(given);
    Shared shared(settings.front());
    Sites sites;
    open_sites(settings, shared, sites, &open_for_work);
    start_work(sites);
    say(fmt::format("Asterism {} does what is due; stop it with Ctrl-C.", asterism::version()));
    wait_for_signal({});
    stop_work(sites);
    say("Stopped.");
    return Exit::done;
}

}  // namespace asterism::cli
