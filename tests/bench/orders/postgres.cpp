// The same on PostgreSQL with 8 connections, in databases of their own on the server that
// ASTERISM_TEST_POSTGRESQL names: one that makes every commit last.

#include <cstdlib>

#include "shells/store/open.hpp"
#include "tests/bench/orders/crowd.hpp"
#include "tests/bench/orders/judge.hpp"
#include "tests/bench/orders/told_postgres.hpp"

namespace asterism::bench {
namespace {

constexpr std::size_t buyers = 512 + clients;

/// The server, and databases on it that are copies of one in which everybody stands at a counter.
class Setting {
public:
    explicit Setting(std::string cluster) : cluster_(std::move(cluster)), server_(cluster_) {
        for (const char* setting : {"fsync", "full_page_writes", "synchronous_commit"})
            if (server_.run(("SHOW " + std::string(setting)).c_str()) != "on")
                throw std::runtime_error(std::string("not on: ") + setting);
        make("orders_base", "template1");
        paid = crowd_at_counters(*store::open_store(address("orders_base")), buyers);
    }

    ~Setting() {
        for (const auto& name : made_) server_.run(("DROP DATABASE " + name).c_str());
    }

    Setting(const Setting&) = delete;
    Setting& operator=(const Setting&) = delete;

    /// Of a new copy.
    std::string copy(const std::string& name) {
        make(name, "orders_base");
        server_.run("CHECKPOINT");
        return address(name);
    }

    std::string server(const char* setting) {
        return server_.run(("SHOW " + std::string(setting)).c_str());
    }

    std::vector<shop::Payment> paid;

private:
    void make(const std::string& name, const std::string& like) {
        server_.run(("CREATE DATABASE " + name + " TEMPLATE " + like).c_str());
        made_.push_back(name);
    }

    std::string address(const std::string& name) const {
        constexpr std::string_view host = "postgresql:///";
        return std::string(host) + name + cluster_.substr(cluster_.find('?', host.size()));
    }

    std::string cluster_;
    Repeater server_;
    std::vector<std::string> made_;
};

using Orders = std::vector<std::vector<Asked>>;

Orders statements_of(Setting& setting, std::set<std::string>& texts) {
    Eavesdropper listener(texts);
    const auto engine = store::open_store(setting.copy("orders_told"), 1);
    store::testing::ShopWorld world(*engine);
    Orders out;
    for (const auto& payment : setting.paid) {
        listener.take();
        order(world, payment);
        out.push_back(listener.take());
    }
    return out;
}

double bare(const std::string& address, const Orders& orders) {
    Repeater repeater(address);
    return in_turn(orders.size(), [&](std::size_t n) {
        repeater.run("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE");
        for (const auto& each : orders[n]) repeater.tell(each);
        repeater.run("COMMIT");
    });
}

int compare() {
    const char* cluster = std::getenv("ASTERISM_TEST_POSTGRESQL");
    if (!cluster) throw std::runtime_error("ASTERISM_TEST_POSTGRESQL is not set");
    Setting setting(cluster);
    std::set<std::string> texts;
    const auto orders = statements_of(setting, texts);
    std::printf("PostgreSQL %s, fsync, full_page_writes and synchronous_commit on; here ",
                setting.server("server_version").c_str());
    tell_disk(Folder());
    std::printf("%zu statements an order\n", orders.back().size());
    std::array<Pace, 3> rounds{};
    for (std::size_t n = 0; n < rounds.size(); ++n) {
        const auto copy = [&](const char* name) { return setting.copy(name + std::to_string(n)); };
        rounds[n] = {bare(copy("orders_bare"), orders), by_one(copy("orders_one"), setting.paid),
                     by_many(copy("orders_many"), setting.paid),
                     by_http(copy("orders_http"), setting.paid)};
        tell(rounds[n]);
    }
    bool good = judge("one client", rounds, &Pace::one, 0.6);
    good = judge("64 clients, 8 connections", rounds, &Pace::many, 1.5) && good;
    good = judge("64 clients, 8 connections, over HTTP", rounds, &Pace::http, 1.5) && good;
    return good ? 0 : 1;
}

}  // namespace
}  // namespace asterism::bench

int main() { return asterism::bench::compare(); }
