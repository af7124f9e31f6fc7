#pragma once

#include <array>
#include <cstdio>
#include <initializer_list>
#include <string>
#include <vector>

#include "shells/store/open.hpp"
#include "tests/bench/orders/crowd.hpp"
#include "tests/bench/orders/judge.hpp"

namespace asterism::bench {

/// The statements of each order, as `ear` hears them while one after the other is placed in the
/// database at that address.
template <class Ear>
auto statements_of(Ear& ear, const std::string& address, const std::vector<shop::Payment>& paid) {
    constexpr std::size_t connections = 1;  // one ear
    const auto engine = store::open_store(address, connections);
    store::testing::ShopWorld world(*engine);
    std::vector<decltype(ear.take())> out;
    for (const auto& payment : paid) {
        ear.take();
        order(world, payment);
        out.push_back(ear.take());
    }
    return out;
}

/// What is to be reached, as a multiple of the bare loop.
struct Wanted {
    const char* what;
    double Pace::*part;
    double least;
};

/// Three rounds, each in databases of its own that `setting` copies; `bare` gets the address of one
/// and tells what was heard. 1 where something wanted is not reached.
int compare(auto& setting, auto bare, std::initializer_list<Wanted> wanted) {
    std::array<Pace, 3> rounds{};
    for (std::size_t n = 0; n < rounds.size(); ++n) {
        const auto copy = [&](const char* name) { return setting.copy(name + std::to_string(n)); };
        rounds[n] = {bare(copy("orders_bare")), by_one(copy("orders_one"), setting.paid),
                     by_many(copy("orders_many"), setting.paid),
                     by_http(copy("orders_http"), setting.paid)};
        tell(rounds[n]);
    }
    bool good = true;
    for (const auto& [what, part, least] : wanted) good = judge(what, rounds, part, least) && good;
    return good ? 0 : 1;
}

}  // namespace asterism::bench
