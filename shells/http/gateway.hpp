#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "libcore/accounts/policy.hpp"
#include "shells/app/app.hpp"
#include "shells/app/compressor.hpp"
#include "shells/app/limiter.hpp"
#include "shells/app/packer.hpp"
#include "shells/app/payment_calls.hpp"
#include "shells/app/signer.hpp"
#include "shells/app/sky_tiles.hpp"
#include "shells/http/server.hpp"
#include "shells/http/sitemap.hpp"
#include "shells/http/throttle.hpp"

namespace asterism::http {

/// One answered request, for the log. Holds no body, no token and no query.
struct AccessLine {
    std::string_view request_id;
    std::string_view method;
    std::string_view path;  ///< the route's pattern; without one the path, long segments masked
    std::string_view peer;
    int status;
    std::size_t bytes;
    std::chrono::microseconds took;
};

struct GatewayOptions {
    accounts::Policy policy;           ///< of the native surface; dialects derive theirs from it
    bool dev = true;                   ///< plain cookies, /v1/dev/outbox for loopback
    std::string web;                   ///< folder of a built single-page application, or empty
    std::vector<std::string> origins;  ///< other origins whose pages may write, as "https://host"
    std::vector<std::string> cors_origins;  ///< other origins whose pages may read
    media::Files* files = nullptr;          ///< where pictures are kept; null: there are none
    const app::SkyTiles* tiles = nullptr;   ///< paints the light map; null: there is none
    bool preload = false;                   ///< https: browsers may be shipped with that knowledge
    std::vector<std::string> hosts;         ///< Host names answered to; empty: any (only in dev)
    std::vector<app::IpRange> proxies;      ///< who may say whom a request is from
    bool starview_tells_used_email = true;  ///< what its contract asks; see accounts::Policy
    /// Where the pages of StartupWebApp's client are, as "https://host"; empty: that surface is not
    /// there. They may read and write.
    std::string shop_pages = {};
    std::string cookie_domain = {};  ///< whose hosts share the cookies that pages read, or empty
    const app::Packer* packer = nullptr;               ///< makes ZIP files; null: nobody does
    const app::Compressor* compressor = nullptr;       ///< null: kept answers leave as they are
    const app::PaymentCalls* payment_calls = nullptr;  ///< null: whoever takes money is not heard
    LimitRules limits;                                 ///< where they are not those of limits.hpp
    app::Limiter* limiter = nullptr;  ///< who counts; null: the gateway, in its own memory
    unsigned sites = 1;               ///< that share the memory of this process
    SitemapParts sitemap;             ///< what search engines are told beside the fixed pages
    std::function<void(const AccessLine&)> log;  ///< called from many threads; may be empty
    std::function<void(std::string_view request_id, std::string_view what)> failed;   ///< our bugs
    std::function<void(std::string_view request_id, std::string_view host)> strange;  ///< hosts
};

/// Everything between bytes in and bytes out: surfaces, sessions, pages. One for a site.
class Gateway final : public Handler {
public:
    /// Throws std::runtime_error where the web folder cannot be served, std::logic_error where two
    /// routes overlap.
    Gateway(app::App& app, const app::Signer& signer, const Fingerprint& fingerprint,
            GatewayOptions options);
    ~Gateway() override;

    Lane lane(const Request& head) const override;
    std::size_t body_limit(const Request& head) const override;
    bool streams(const Request& head) const override;
    std::unique_ptr<BodySink> admit(const Request& head, Response& response) override;
    void answer(const Request& request, Response& response) override;
    void refuse(int status, Response& response) override;

    /// From now on /readyz says 503, so that a proxy stops sending.
    void drain();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace asterism::http
