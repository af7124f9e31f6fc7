#pragma once

#include <algorithm>
#include <cstddef>
#include <span>

#include "libcore/base/time.hpp"
#include "libcore/sky/short_list.hpp"

namespace asterism::sky {

/// The moments from one up to another, which does not belong to it.
struct Interval {
    Instant from;
    Instant until;

    friend bool operator==(const Interval&, const Interval&) = default;
};

/// The moments that belong to both lists. Each list is in order and does not overlap itself, and
/// so is the answer, which holds no empty interval. It has at most as many as both lists together
/// less one; what the capacity does not hold is left out at the end.
template <std::size_t Capacity>
constexpr ShortList<Interval, Capacity> common(std::span<const Interval> a,
                                               std::span<const Interval> b) {
    ShortList<Interval, Capacity> both;
    while (!a.empty() && !b.empty()) {
        const Interval shared{std::max(a.front().from, b.front().from),
                              std::min(a.front().until, b.front().until)};
        if (shared.from < shared.until) both.add(shared);
        // The one that ends first can meet nothing later.
        auto& done = a.front().until < b.front().until ? a : b;
        done = done.subspan(1);
    }
    return both;
}

}  // namespace asterism::sky
