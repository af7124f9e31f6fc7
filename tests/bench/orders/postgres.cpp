// The same on PostgreSQL with 8 connections, in databases of their own on the server that
// ASTERISM_TEST_POSTGRESQL names: one that makes every commit last.

#include <cstdlib>

#include "tests/bench/orders/compare.hpp"
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

/// So long as somebody listens, libpq is heard: not in what is measured.
auto heard_in(Setting& setting, std::set<std::string>& texts) {
    Eavesdropper ear(texts);
    return statements_of(ear, setting.copy("orders_told"), setting.paid);
}

int measure() {
    const char* cluster = std::getenv("ASTERISM_TEST_POSTGRESQL");
    if (!cluster) throw std::runtime_error("ASTERISM_TEST_POSTGRESQL is not set");
    Setting setting(cluster);
    std::set<std::string> texts;
    const auto orders = heard_in(setting, texts);
    std::printf("PostgreSQL %s, fsync, full_page_writes and synchronous_commit on; here ",
                setting.server("server_version").c_str());
    tell_disk(Folder());
    std::printf("%zu statements an order\n", orders.back().size());
    const auto bare = [&](const std::string& address) {
        Repeater repeater(address);
        return in_turn(orders.size(), [&](std::size_t n) {
            repeater.run("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE");
            for (const auto& each : orders[n]) repeater.tell(each);
            repeater.run("COMMIT");
        });
    };
    return compare(setting, bare,
                   {{"one client", &Pace::one, 0.6},
                    {"64 clients, 8 connections", &Pace::many, 1.5},
                    {"64 clients, 8 connections, over HTTP", &Pace::http, 1.5}});
}

}  // namespace
}  // namespace asterism::bench

int main() { return asterism::bench::measure(); }
