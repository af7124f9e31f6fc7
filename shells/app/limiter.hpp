#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "libcore/base/rate.hpp"
#include "shells/app/signer.hpp"

namespace asterism::app {

/// Whose requests are counted: a keyed digest, so that nobody reads an address out of a limiter.
using Payer = std::array<std::uint64_t, 2>;

Payer payer_of(const Signer& signer, std::string_view whom);

/// One limit of a payer's.
struct Toll {
    std::uint64_t limit;  ///< a digest of its name
    Rate rate;
};

/// What became of a charge.
struct Receipt {
    Moment wait{};  ///< until it would pass; zero where it has passed
    Moment at{};    ///< when it was made, by the limiter's clock

    explicit operator bool() const { return wait == Moment::zero(); }
};

/// Counts requests under rates. May be used by many threads, and processes, at once.
class Limiter {
public:
    virtual ~Limiter() = default;

    /// Charges one request to all the tolls, or to none where one is full: in one step, so that
    /// requests at the same time do not get past together. The wait is the longest of them.
    virtual Receipt charge(const Payer& payer, std::span<const Toll> tolls) = 0;

    /// Takes a charge back, as far as it still counts.
    virtual void give_back(const Payer& payer, std::span<const Toll> tolls,
                           const Receipt& receipt) = 0;
};

}  // namespace asterism::app
