#include "shells/http/gateway.hpp"

#include <algorithm>
#include <optional>
#include <stdexcept>

#include "libcore/base/text.hpp"
#include "shells/app/memory_cache.hpp"
#include "shells/app/memory_limiter.hpp"
#include "shells/http/cors.hpp"
#include "shells/http/door.hpp"
#include "shells/http/faults.hpp"
#include "shells/http/gate.hpp"
#include "shells/http/headers.hpp"
#include "shells/http/health.hpp"
#include "shells/http/hosts.hpp"
#include "shells/http/identity.hpp"
#include "shells/http/media.hpp"
#include "shells/http/methods.hpp"
#include "shells/http/mounts.hpp"
#include "shells/http/origin.hpp"
#include "shells/http/outbox.hpp"
#include "shells/http/pages.hpp"
#include "shells/http/payment_call.hpp"
#include "shells/http/place_card.hpp"
#include "shells/http/problem.hpp"
#include "shells/http/proxies.hpp"
#include "shells/http/redirect.hpp"
#include "shells/http/request_id.hpp"
#include "shells/http/root.hpp"
#include "shells/http/site_pages.hpp"
#include "shells/http/sky_tiles.hpp"
#include "shells/http/web.hpp"

namespace asterism::http {
namespace {

constexpr std::size_t json_bytes = 65'536;

Hsts hsts_of(const GatewayOptions& options) {
    if (!options.policy.base_url.starts_with("https://")) return Hsts::none;
    return options.preload ? Hsts::preload : Hsts::year;
}

GateRules rules_of(const GatewayOptions& options) {
    return {cookie_style_of(options),
            std::string(origin_of(options.policy.base_url)),
            options.origins,
            options.packer,
            options.compressor,
            KeptAnswers::usual_bytes / options.sites,
            options.failed};
}

}  // namespace

struct Gateway::Impl {
    Impl(app::App& a, const app::Signer& signer, const Fingerprint& fingerprint, GatewayOptions o)
        : app(a),
          options(knowing_its_pages(std::move(o))),
          hosts(options.hosts),
          proxies(options.proxies),
          cors(options.cors_origins),
          hsts(hsts_of(options)),
          mounts(mounts_of(options, app.world().shop)),
          router(mounts),
          throttle(options.limiter ? *options.limiter : own_limiter, signer, options.limits),
          gate(app, signer, throttle, cache, rules_of(options)),
          door(router, gate, options.files),
          desks(mounts, app, options.payment_calls, options.failed) {
        if (!options.web.empty()) web.emplace(options.web, options.policy.base_url, fingerprint);
    }

    using Sink = std::unique_ptr<BodySink>;

    HeaderKind kind_of(const Target& target, const Match& match) const;

    void respond(const Request& received, Sink* sink, Response& response);
    void dispatch(const Request& request, std::string_view id, Target& target, Match& match,
                  Sink* sink, Response& response);
    bool before_routes(const Request& request, const Target& target, const Match& match,
                       Response& response) const;
    void finish(const Request& request, Response& response) const;
    void unrouted(const Request& request, std::string_view id, const Target& target,
                  Response& response);
    bool own_page(const Request& request, const Target& target, Response& response);
    void refuse_unrouted(const Fault& fault, const Request& request, std::string_view id,
                         const Target& target, Response& response);
    void refuse_host(const Request& request, std::string_view id, Response& response) const;

    app::App& app;
    GatewayOptions options;
    Hosts hosts;
    Proxies proxies;
    Cors cors;
    Hsts hsts;
    std::vector<Mount> mounts;
    Router router;
    app::MemoryLimiter own_limiter;
    app::MemoryCache cache;
    Throttle throttle;
    Gate gate;
    Door door;
    CallDesks desks;
    std::optional<Web> web;
    std::atomic<bool> draining = false;
};

Gateway::Gateway(app::App& app, const app::Signer& signer, const Fingerprint& fingerprint,
                 GatewayOptions options)
    : impl_(std::make_unique<Impl>(app, signer, fingerprint, std::move(options))) {}

Gateway::~Gateway() = default;

void Gateway::drain() { impl_->draining = true; }

Lane Gateway::lane(const Request& head) const {
    if (head.target == "/livez") return Lane::at_once;
    Target target;
    Match match;
    if (!read_target(head.target, target)) return Lane::at_once;
    impl_->router.find(head.verb, target, match);
    return match.route ? impl_->gate.lane(head, match) : Lane::work;
}

std::size_t Gateway::body_limit(const Request& head) const {
    const FilePart* file = impl_->door.brought(head);
    if (!file && impl_->desks.stands_at(head.target)) return call_bytes;
    return file ? file->bytes : json_bytes;
}

bool Gateway::streams(const Request& head) const { return impl_->door.brought(head) != nullptr; }

void Gateway::answer(const Request& received, Response& response) {
    response.block = data_headers({impl_->hsts});
    if (received.target == "/livez" && is_read(received.verb)) {
        response.type = "text/plain";
        response.body = "ok\n";
        return;
    }
    impl_->respond(received, nullptr, response);
}

std::unique_ptr<BodySink> Gateway::admit(const Request& head, Response& response) {
    std::unique_ptr<BodySink> sink;
    impl_->respond(head, &sink, response);
    return sink;
}

void Gateway::refuse(int status, Response& response) {
    response.block = data_headers({impl_->hsts});
    problem(status, {}, response);
}

/// With a `sink` to fill, the request's body has still to come.
void Gateway::Impl::respond(const Request& received, Sink* sink, Response& response) {
    response.block = data_headers({hsts});
    const Seen seen(received, proxies);
    const Request& request = seen.request();
    const auto started = std::chrono::steady_clock::now();
    const auto id = request_id(request);
    Target target;
    Match match;
    try {
        dispatch(request, id, target, match, sink, response);
    } catch (const std::exception& bug) {
        if (sink) sink->reset();
        response.clear();
        response.block = data_headers({hsts});
        problem(500, id, response);
        if (options.failed) options.failed(id, bug.what());
    }
    if (sink && *sink) return;  // there will be an answer once the body is here
    finish(request, response);
    response.headers.emplace_back("X-Request-Id", id);
    if (!options.log) return;
    const auto took = std::chrono::steady_clock::now() - started;
    options.log({id, method_of(request.verb), loggable_path(target, match), request.peer,
                 response.status, response.content().size(),
                 std::chrono::duration_cast<std::chrono::microseconds>(took)});
}

void Gateway::Impl::dispatch(const Request& request, std::string_view id, Target& target,
                             Match& match, Sink* sink, Response& response) {
    if (!read_target(request.target, target)) return problem(400, id, response);
    if (!hosts.hold(request) && !is_health(target.path)) return refuse_host(request, id, response);
    router.find(request.verb, target, match);
    response.block = data_headers(kind_of(target, match));
    if (before_routes(request, target, match, response)) return;
    const RequestFacts facts{options.policy.base_url, request.peer, id};
    if (!sink && desks.answer(request, target, facts, response)) return;  // not its {order}
    if (match.route && sink) return void(*sink = door.open(request, match, target, id, response));
    if (match.route) return gate.serve(request, match, target, id, response);
    if (match.verbs != 0) {
        response.headers.emplace_back("Allow", allowed(match));
        if (request.verb == Verb::options) return describe(mount_of(mounts, target.path), response);
        return refuse_unrouted(method_not_allowed, request, id, target, response);
    }
    unrouted(request, id, target, response);
}

HeaderKind Gateway::Impl::kind_of(const Target& target, const Match& match) const {
    const bool token = match.route && match.route->path.find("{token}") != std::string_view::npos;
    if (token || is_secret_address(target.path)) return {hsts, Referrer::none};
    const Mount* mount = match.route ? match.mount : mount_of(mounts, target.path);
    return {hsts, mount ? mount->dialect->referrer : Referrer::usual};
}

/// What is asked before anybody asks for anything: by browsers, and by who came in the clear.
bool Gateway::Impl::before_routes(const Request& request, const Target& target, const Match& match,
                                  Response& response) const {
    if (request.verb != Verb::options && !request.plain) return false;
    const Mount* mount = mount_of(mounts, target.path);
    const auto* dialect = mount ? mount->dialect : nullptr;
    if (sends_to_tls(request, match, dialect, hsts != Hsts::none)) {
        redirect(response, 301,
                 std::string(origin_of(options.policy.base_url)) + std::string(request.target));
        return true;
    }
    const Preflight said = dialect ? dialect->preflight : Preflight{};
    if (match.verbs == 0 && !said.everywhere) return false;
    return cors.answer(request, said, allowed(match), response);
}

/// What goes for every answer: whose it is, no cache keeps for another.
void Gateway::Impl::finish(const Request& request, Response& response) const {
    cors.let_read(request, response);
    bool settled = false;
    bool personal = claims_account(request, cookie_style_of(options).session);
    for (const auto& [name, value] : response.headers) {
        settled = settled || name == "Cache-Control";
        personal = personal || name == "Set-Cookie";
    }
    if (personal && !settled) response.headers.emplace_back("Cache-Control", "no-store");
}

/// Addresses without a row: health, our pages, a dialect's missing slash, the web client.
void Gateway::Impl::unrouted(const Request& request, std::string_view id, const Target& target,
                             Response& response) {
    const bool reads = is_read(request.verb);
    const RequestFacts facts{options.policy.base_url, request.peer, id};
    if (reads && own_page(request, target, response)) return;
    if (reads && answer_media(request, target, options.files, {hsts}, response)) return;
    if (reads &&
        answer_sky_tiles(request, target, {options.tiles, throttle, {hsts}}, facts, response))
        return;
    if (const Detour* found = detour_of(mounts, request.verb, target.path))
        return redirect(response, found->status, std::string(found->to));
    if (const Mount* mount = mount_of(mounts, target.path)) {
        if (answer_root(*mount->dialect, request.verb, target.path, facts, response)) return;
        if (reads && mount->dialect->slashed && !target.path.ends_with('/'))
            return send_to_slash(request, target, response);
        return refuse_unrouted(no_route, request, id, target, response);
    }
    const bool lacks = target.path == default_picture && !(web && web->has(target.path));
    if (web && reads && !lacks)
        return web->answer(target, kind_of(target, {}),
                           place_card(app, target, options.policy.base_url), response);
    if (reads && answer_default_picture(target, {hsts}, response)) return;
    problem(404, id, response);
}

bool Gateway::Impl::own_page(const Request& request, const Target& target, Response& response) {
    if (answer_health(target.path, app, draining, response)) return true;
    if (options.dev && target.path == "/v1/dev/outbox" && is_local(request))
        return answer_outbox(app, options.policy, request, response), true;
    const bool told = web && target.path == "/llms.txt" && web->has(target.path);
    const auto site = site_facts(request, options.policy, options.dev, options.sitemap.profiles);
    if (answer_sitemap(target.path, {app, cache, options.sitemap, site}, response)) return true;
    if (!told && answer_site_page(target.path, site, response)) return true;
    if (!web && target.path == "/") return redirect(response, 302, "/v1/docs"), true;
    return answer_page(target.path, !web, kind_of(target, {}), response);
}

/// In the words of the dialect that the address belongs to.
void Gateway::Impl::refuse_unrouted(const Fault& fault, const Request& request, std::string_view id,
                                    const Target& target, Response& response) {
    const Mount* mount = mount_of(mounts, target.path);
    const auto refuse = mount ? mount->dialect->refuse : static_cast<Refuse>(&problem);
    refuse({&fault}, {options.policy.base_url, request.peer, id}, response);
}

/// The client is told what is wrong, the operator where to set it right.
void Gateway::Impl::refuse_host(const Request& request, std::string_view id,
                                Response& response) const {
    if (options.strange) options.strange(id, host_of(request));
    problem({&unknown_host}, {options.policy.base_url, request.peer, id}, response);
}

}  // namespace asterism::http
