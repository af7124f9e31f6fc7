// Payments that become orders, on SQLite with synchronous=FULL: by one client, by 64 at once, and
// by 64 over HTTP, against a bare loop of the very statements that the one client's orders are made
// of, committed one by one. Prints the ratios; ends with 1 if one is worse than it should be.

#include <filesystem>
#include <set>

#include "tests/bench/orders/compare.hpp"
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

/// So long as somebody listens, SQLite is heard: not in what is measured.
auto heard_in(const Setting& setting, std::set<std::string, std::less<>>& texts) {
    Listener ear(texts);
    return statements_of(ear, setting.copy("told.db"), setting.paid);
}

int measure() {
    const Setting setting;
    std::set<std::string, std::less<>> texts;
    const auto orders = heard_in(setting, texts);
    tell_disk(setting.folder);
    std::printf("%zu statements an order\n", orders.back().size());
    const auto bare = [&](const std::string& path) {
        Raw raw(path);
        Teller teller(raw);
        return in_turn(orders.size(), [&](std::size_t n) {
            raw.run("BEGIN IMMEDIATE");
            for (const auto& each : orders[n]) teller.tell(each);
            raw.run("COMMIT");
        });
    };
    return compare(setting, bare,
                   {{"one client", &Pace::one, 0.6},
                    {"64 clients", &Pace::many, 3},
                    {"64 clients over HTTP", &Pace::http, 3}});
}

}  // namespace
}  // namespace asterism::bench

int main() { return asterism::bench::measure(); }
