// Payments that become orders, on SQLite with synchronous=FULL: by one client, by 64 at once, and
// by 64 over HTTP, against a bare loop of the very statements that the one client's orders are made
// of, committed one by one. Prints the ratios; ends with 1 if one is worse than it should be.

#include <filesystem>
#include <set>

#include "shells/store/open.hpp"
#include "tests/bench/orders/crowd.hpp"
#include "tests/bench/orders/judge.hpp"
#include "tests/bench/orders/told_sqlite.hpp"

namespace asterism::bench {
namespace {

constexpr std::size_t buyers = 1'024 + clients;

/// Everybody stands at a counter, in a database that is closed.
struct Setting {
    std::string copy(const std::string& name) const {
        std::filesystem::copy_file(path, folder.file(name));
        return folder.file(name);
    }

    Folder folder;
    std::string path = folder.file("shop.db");
    std::vector<shop::Payment> paid = crowd_at_counters(*store::open_store(path), buyers);
};

using Orders = std::vector<std::vector<Told>>;

Orders statements_of(const Setting& setting, std::set<std::string, std::less<>>& texts) {
    Listener listener(texts);
    const auto engine = store::open_store(setting.copy("told.db"));
    store::testing::ShopWorld world(*engine);
    Orders out;
    for (const auto& payment : setting.paid) {
        listener.take();
        order(world, payment);
        out.push_back(listener.take());
    }
    return out;
}

double bare(const std::string& path, const Orders& orders) {
    Raw raw(path);
    Teller teller(raw);
    return in_turn(orders.size(), [&](std::size_t n) {
        raw.run("BEGIN IMMEDIATE");
        for (const auto& each : orders[n]) teller.tell(each);
        raw.run("COMMIT");
    });
}

int compare() {
    const Setting setting;
    std::set<std::string, std::less<>> texts;
    const auto orders = statements_of(setting, texts);
    tell_disk(setting.folder);
    std::printf("%zu statements an order\n", orders.back().size());
    std::array<Pace, 3> rounds{};
    for (std::size_t n = 0; n < rounds.size(); ++n) {
        const auto copy = [&](const char* name) { return setting.copy(name + std::to_string(n)); };
        rounds[n] = {bare(copy("bare"), orders), by_one(copy("one"), setting.paid),
                     by_many(copy("many"), setting.paid), by_http(copy("http"), setting.paid)};
        tell(rounds[n]);
    }
    bool good = judge("one client", rounds, &Pace::one, 0.6);
    good = judge("64 clients", rounds, &Pace::many, 3) && good;
    good = judge("64 clients over HTTP", rounds, &Pace::http, 3) && good;
    return good ? 0 : 1;
}

}  // namespace
}  // namespace asterism::bench

int main() { return asterism::bench::compare(); }
