// Payments that become orders, on SQLite with synchronous=FULL: by one client and by 64 at once,
// against a bare loop of the very statements that the one client's orders are made of, committed
// one by one. Prints the ratios; ends with 1 if one is worse than it should be.

#include <array>
#include <cstdio>
#include <filesystem>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "shells/store/open.hpp"
#include "tests/bench/measure.hpp"
#include "tests/bench/told_again.hpp"
#include "tests/store/shop_world.hpp"

namespace asterism::bench {
namespace {

using store::testing::must;
using store::testing::ShopWorld;

constexpr std::size_t clients = 64;
constexpr std::size_t per_client = 16;

/// Everybody stands at a counter, in a database that is closed.
struct Setting {
    Setting() {
        const auto engine = store::open_store(path);
        engine->migrate(store::testing::noon);
        ShopWorld world(*engine);
        world.furnish();
        const auto clips = world.offer(350);
        const auto pins = world.offer(120, 1'000'000);
        while (paid.size() < clients * per_client) {
            store::testing::Buyer buyer;
            must(world.add(buyer, clips, 4));
            must(world.add(buyer, pins, 2));
            paid.push_back(world.money(must(world.pay(buyer)).session));
        }
    }

    std::string copy(const char* name) const {
        std::filesystem::copy_file(path, folder.file(name));
        return folder.file(name);
    }

    Folder folder;
    std::string path = folder.file("shop.db");
    std::vector<shop::Payment> paid;
};

void order(ShopWorld& world, const shop::Payment& payment) {
    const auto heard = must(world.hear(shop::Signal::completed, payment, "evt_" + payment.session));
    if (heard.stage != shop::Stage::ordered) throw std::runtime_error("no order");
}

using Orders = std::vector<std::vector<Told>>;

Orders statements_of(const Setting& setting, std::set<std::string, std::less<>>& texts) {
    Listener listener(texts);
    const auto engine = store::open_store(setting.copy("told.db"));
    ShopWorld world(*engine);
    Orders out;
    for (const auto& payment : setting.paid) {
        listener.take();
        order(world, payment);
        out.push_back(listener.take());
    }
    return out;
}

double bare(const Setting& setting, const Orders& orders, const char* name) {
    Raw raw(setting.copy(name));
    Teller teller(raw);
    return wall_seconds([&] {
        for (const auto& statements : orders) {
            raw.run("BEGIN IMMEDIATE");
            for (const auto& each : statements) teller.tell(each);
            raw.run("COMMIT");
        }
    });
}

double by_one(const Setting& setting, const char* name) {
    const auto engine = store::open_store(setting.copy(name));
    ShopWorld world(*engine);
    return wall_seconds([&] {
        for (const auto& payment : setting.paid) order(world, payment);
    });
}

double by_many(const Setting& setting, const char* name) {
    const auto engine = store::open_store(setting.copy(name));
    ShopWorld world(*engine);
    return wall_seconds([&] {
        std::vector<std::jthread> threads;
        for (std::size_t c = 0; c < clients; ++c)
            threads.emplace_back([&, c] {
                for (std::size_t n = c; n < setting.paid.size(); n += clients)
                    order(world, setting.paid[n]);
            });
    });
}

bool judge(const char* what, const std::array<double, 3>& ratios, double least) {
    const double median = median_of(ratios);
    std::printf("%s: %.2f times (wanted: at least %.1f)\n", what, median, least);
    return median >= least;
}

int compare() {
    const Setting setting;
    std::set<std::string, std::less<>> texts;
    const auto orders = statements_of(setting, texts);
    const auto count = static_cast<double>(orders.size());
    std::printf("%zu statements an order\n", orders.back().size());
    std::array<double, 3> one{};
    std::array<double, 3> many{};
    for (std::size_t round = 0; round < 3; ++round) {
        const auto name = std::to_string(round);
        const double loop = count / bare(setting, orders, ("bare" + name).c_str());
        const double alone = count / by_one(setting, ("one" + name).c_str());
        const double together = count / by_many(setting, ("many" + name).c_str());
        std::printf("bare loop %6.0f orders a second, one client %6.0f, %zu clients %6.0f\n", loop,
                    alone, clients, together);
        one[round] = alone / loop;
        many[round] = together / loop;
    }
    const bool good = judge("one client", one, 0.6);
    return judge("64 clients", many, 3) && good ? 0 : 1;
}

}  // namespace
}  // namespace asterism::bench

int main() { return asterism::bench::compare(); }
