#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "shells/store/engine.hpp"
#include "tests/bench/measure.hpp"
#include "tests/store/shop_world.hpp"

namespace asterism::bench {

inline constexpr std::size_t clients = 64;

/// Brings an empty database up to date and so many buyers to a counter, each with two of sixty-four
/// things; gives what each of them pays.
std::vector<shop::Payment> crowd_at_counters(store::Engine& engine, std::size_t buyers);

/// One payment becomes an order, from the use case on.
void order(store::testing::ShopWorld& world, const shop::Payment& payment);

// Orders a second, in the database at that address: told one after the other by one client, by 64
// at once, and by 64 at once over HTTP, each call signed. The first 64 are not counted: by then
// there are connections, threads and prepared statements.

double by_one(const std::string& address, const std::vector<shop::Payment>& paid);
double by_many(const std::string& address, const std::vector<shop::Payment>& paid);
double by_http(const std::string& address, const std::vector<shop::Payment>& paid);

/// The same of anything: `tell` gets the number of a payment.
double in_turn(std::size_t count, auto tell) {
    for (std::size_t n = 0; n < clients; ++n) tell(n);
    return static_cast<double>(count - clients) / wall_seconds([&] {
               for (auto n = clients; n < count; ++n) tell(n);
           });
}

}  // namespace asterism::bench
