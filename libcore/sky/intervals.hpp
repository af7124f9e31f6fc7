#pragma once

#include <span>
#include <vector>

#include "libcore/base/time.hpp"

namespace asterism::sky {

/// The moments from one up to another, which does not belong to it.
struct Interval {
    Instant from;
    Instant until;

    friend bool operator==(const Interval&, const Interval&) = default;
};

/// The moments that belong to both lists. Each list is in order and does not overlap itself, and
/// so is the answer; it holds no empty interval.
std::vector<Interval> common(std::span<const Interval> a, std::span<const Interval> b);

}  // namespace asterism::sky
