#include "shells/cli/serve/stand_in.hpp"

#include <utility>

#include <fmt/format.h>

#include "shells/cli/compose.hpp"
#include "shells/cli/output.hpp"
#include "shells/http/headers.hpp"
#include "shells/http/target.hpp"

namespace asterism::cli {
namespace {

namespace play = outside::stand_in;

constexpr std::string_view any_port = "127.0.0.1:0";
constexpr std::string_view play_key = "sk_test_stand_in";

/// What calls are signed with: as the shop is told already, else drawn.
std::string secret_of(const Settings& settings, Entropy& entropy) {
    const auto told = settings.list("payments.webhook_secrets");
    return told.empty() ? "whsec_" + random_text(entropy, alphanumerics, 32) : told.front();
}

/// Nothing but the page's own style; what is sent may lead to the shop, wherever that is.
const http::HeaderBlocks& page_blocks() {
    static const http::HeaderBlocks all(
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'");
    return all;
}

/// The key as a client sends it: as a token, or as the name of a user.
std::string key_of(const http::Request& request) {
    const auto field = request.header("Authorization");
    constexpr std::string_view bearer = "Bearer ";
    return std::string(field.starts_with(bearer) ? field.substr(bearer.size()) : "");
}

http::ServerOptions options_for(const HostPort& where) {
    http::ServerOptions out;
    out.address = where.host == "localhost" ? "127.0.0.1" : where.host;
    out.port = where.port;
    out.io_threads = 1;
    out.work_threads = 4;
    out.connections = 64;
    return out;
}

}  // namespace

std::string stand_in_address(const Settings& settings, bool demo) {
    const auto& named = settings.text("payments.stand_in");
    const bool wanted = demo && !settings.has("payments.secret_key");
    return named.empty() && wanted ? std::string(any_port) : named;
}

/// Turns requests into questions for the stand-in, and its answers into responses.
struct PaymentStandIn::Desk final : http::Handler {
    Desk(play::StandInOptions options, Entropy& entropy) : till(std::move(options), entropy) {}

    http::Lane lane(const http::Request&) const override { return http::Lane::work; }

    std::size_t body_limit(const http::Request&) const override { return 262'144; }

    void refuse(int status, http::Response& response) override {
        response.status = status;
        response.block = http::data_headers({});
        response.body = R"({"error":{"type":"invalid_request_error","message":"No request."}})";
    }

    void answer(const http::Request& request, http::Response& response) override {
        http::Target target;
        const auto form = http::read_pairs(request.body);
        if (!http::read_target(request.target, target) || !form) return refuse(400, response);
        play::Asked asked{request.verb == http::Verb::post,
                          target.path,
                          {},
                          key_of(request),
                          std::string(request.header("Idempotency-Key"))};
        for (const auto& [name, value] : *form) asked.fields.insert_or_assign(name, value);
        auto got = till.answer(asked);
        response.status = got.status;
        response.block = got.page ? page_blocks().of({}) : http::data_headers({});
        response.type = got.page ? "text/html; charset=utf-8" : "application/json";
        response.body = std::move(got.body);
        response.headers.emplace_back("Cache-Control", "no-store");
        if (!got.location.empty()) response.headers.emplace_back("Location", got.location);
        if (got.replayed) response.headers.emplace_back("Idempotent-Replayed", "true");
    }

    play::StandIn till;
};

PaymentStandIn::PaymentStandIn(const std::string& address, const Settings& settings)
    : log_(log_of(settings)),
      secret_(secret_of(settings, entropy_)),
      shop_has_it_(settings.has("payments.webhook_secrets")),
      caller_({.secret = secret_,
               .clock = &system_time,
               .failed =
                   [this](std::string_view what) {
                       log_.write(Level::warning, "the payment stand-in", {{"why", what}});
                   }},
              http_),
      desk_(std::make_unique<Desk>(
          play::StandInOptions{.clock = &system_time,
                               .tell =
                                   [this](std::string event, std::chrono::milliseconds later) {
                                       caller_.tell(std::move(event), later);
                                   }},
          entropy_)),
      server_(options_for(read_address(address).value()), *desk_) {
    const auto host = address.substr(0, address.rfind(':'));
    url_ = fmt::format("http://{}:{}", host, server_.port());
    desk_->till.live_at(url_);
    thread_ = std::jthread([this] { server_.run(); });
}

PaymentStandIn::~PaymentStandIn() { server_.stop(); }

Arguments PaymentStandIn::told_of(Arguments given) const {
    given.settings.emplace_back("payments.url", url_);
    given.settings.emplace_back("payments.secret_key", play_key);
    if (!shop_has_it_) given.settings.emplace_back("payments.webhook_secrets", secret_);
    return given;
}

void PaymentStandIn::begin(std::uint16_t port) {
    say(fmt::format("Payments are play money: {} stands in for Stripe.", url_));
    caller_.call_at(fmt::format("http://127.0.0.1:{}/v1/shop/webhooks/stripe", port));
}

}  // namespace asterism::cli
