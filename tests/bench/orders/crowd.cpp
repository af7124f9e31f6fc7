#include "tests/bench/orders/crowd.hpp"

#include <deque>
#include <stdexcept>
#include <thread>

#include "shells/http/gateway.hpp"
#include "shells/outside/digest.hpp"
#include "shells/outside/stripe_event.hpp"
#include "shells/store/open.hpp"
#include "tests/bench/measure.hpp"
#include "tests/bench/orders/call.hpp"

namespace asterism::bench {
namespace {

using store::testing::must;
using store::testing::ShopWorld;

constexpr std::size_t kinds = 32;
constexpr const char* secret = "whsec_bench";

/// The payments from that number on, told by 64 threads: `tell` gets the thread's and the
/// payment's.
void at_once(std::size_t from, std::size_t to, auto tell) {
    std::vector<std::jthread> threads;
    for (std::size_t client = 0; client < clients; ++client)
        threads.emplace_back([&tell, client, from, to] {
            for (auto n = from + client; n < to; n += clients) tell(client, n);
        });
}

double by_all(std::size_t count, auto tell) {
    at_once(0, clients, tell);
    return static_cast<double>(count - clients) /
           wall_seconds([&] { at_once(clients, count, tell); });
}

std::vector<std::string> calls_of(const std::vector<shop::Payment>& paid, Instant now) {
    std::vector<std::string> out;
    for (const auto& payment : paid) out.push_back(signed_call(payment, secret, now));
    return out;
}

/// Counts requests as always, and lets them pass.
http::GatewayOptions hardly_limited(const app::PaymentCalls& calls) {
    http::GatewayOptions out;
    out.limits.changed = {{"reads", {1'000'000, std::chrono::seconds{1}}},
                          {"writes", {1'000'000, std::chrono::seconds{1}}}};
    out.payment_calls = &calls;
    return out;
}

}  // namespace

std::vector<shop::Payment> crowd_at_counters(store::Engine& engine, std::size_t buyers) {
    engine.migrate(store::testing::noon);
    ShopWorld world(engine);
    world.furnish();
    std::vector<shop::SkuId> clips, pins;
    for (std::size_t n = 0; n < kinds; ++n) {
        clips.push_back(world.offer(350));
        pins.push_back(world.offer(120, 1'000'000));
    }
    std::vector<shop::Payment> paid;
    while (paid.size() < buyers) {
        store::testing::Buyer buyer;
        must(world.add(buyer, clips[paid.size() % kinds], 4));
        must(world.add(buyer, pins[paid.size() / kinds % kinds], 2));
        paid.push_back(world.money(must(world.pay(buyer)).session));
    }
    return paid;
}

void order(ShopWorld& world, const shop::Payment& payment) {
    const auto heard = must(world.hear(shop::Signal::completed, payment, "evt_" + payment.session));
    if (heard.stage != shop::Stage::ordered) throw std::runtime_error("no order");
}

double by_one(const std::string& address, const std::vector<shop::Payment>& paid) {
    const auto engine = store::open_store(address);
    ShopWorld world(*engine);
    return in_turn(paid.size(), [&](std::size_t n) { order(world, paid[n]); });
}

double by_many(const std::string& address, const std::vector<shop::Payment>& paid) {
    const auto engine = store::open_store(address);
    ShopWorld world(*engine);
    return by_all(paid.size(), [&](std::size_t, std::size_t n) { order(world, paid[n]); });
}

double by_http(const std::string& address, const std::vector<shop::Payment>& paid) {
    const auto engine = store::open_store(address);
    ShopWorld world(*engine);
    const outside::StripeCalls stripe({secret});
    const outside::HmacSigner signer{std::string(32, 'k')};
    http::Gateway gateway(world.app, signer, world.fingerprint, hardly_limited(stripe));
    http::ServerOptions options;
    options.port = 0;
    http::Server server(options, gateway);
    const std::jthread serving([&] { server.run(); });
    const auto calls = calls_of(paid, world.now);
    std::deque<Wire> wires;
    while (wires.size() < clients) wires.emplace_back(server.port());
    const auto rate = by_all(calls.size(), [&](std::size_t client, std::size_t n) {
        if (!makes_order(wires[client].ask(calls[n]))) throw std::runtime_error("no order");
    });
    server.stop();
    return rate;
}

}  // namespace asterism::bench
