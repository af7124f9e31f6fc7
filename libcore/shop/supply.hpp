#pragma once

#include <cstdint>
#include <optional>

#include "libcore/base/result.hpp"

namespace asterism::shop {

inline constexpr Fault not_enough_left{"not_enough_left", Kind::conflict,
                                       "There are not so many left."};

/// Something there is so much of and no more: pieces of a SKU, uses of a discount code. A checkout
/// holds what it is about to pay for; what was held is then taken, or given back.
struct Supply {
    std::optional<std::int64_t> left = {};  ///< not yet taken; none: without end
    std::int64_t held = 0;                  ///< of these, promised to somebody

    friend bool operator==(const Supply&, const Supply&) = default;
};

/// Whether so many could be promised to one more.
bool covers(const Supply& supply, std::int64_t count);

// Each of a count from 1 up.

Result<Supply> hold(Supply supply, std::int64_t count);
/// Of what was held; never more than that.
Supply give_back(Supply supply, std::int64_t count);
/// What was held is gone for good.
Supply take_held(Supply supply, std::int64_t count);
/// There are more again.
Result<Supply> refill(Supply supply, std::int64_t count);

}  // namespace asterism::shop
