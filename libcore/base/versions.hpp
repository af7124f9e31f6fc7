#pragma once

#include <cstdint>

namespace asterism {

/// Which state of what is shown the store is in. Each number grows, in the transaction of whoever
/// changes something, and no answer is made from an older state than was read before it.
struct Versions {
    std::int64_t map = 0;   ///< of what a map of all places shows
    std::int64_t seen = 0;  ///< of all that anybody sees of places, the map included
    std::int64_t own = 0;   ///< of what one account sees otherwise than others; visitors have none

    friend bool operator==(const Versions&, const Versions&) = default;
};

}  // namespace asterism
