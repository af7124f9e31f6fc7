#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "libcore/base/time.hpp"

namespace asterism::cli::demo {

/// Chance that is the same each time: splitmix64 from a seed. Not for secrets.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        auto z = state_ += 0x9E37'79B9'7F4A'7C15;
        z = (z ^ z >> 30U) * 0xBF58'476D'1CE4'E5B9;
        z = (z ^ z >> 27U) * 0x94D0'49BB'1331'11EB;
        return z ^ z >> 31U;
    }

    /// 0 to `count` - 1.
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }

    /// 0 to 1, without 1.
    double part() { return static_cast<double>(next() >> 11U) * 0x1p-53; }

    double between(double least, double most) { return least + (most - least) * part(); }

    bool chance(double probability) { return part() < probability; }

    /// To the second, so that nothing looks drawn.
    Instant between(Instant from, Instant to) {
        const auto seconds = std::chrono::floor<std::chrono::seconds>(to - from).count();
        if (seconds <= 0) return from;
        return from + std::chrono::seconds{below(static_cast<std::size_t>(seconds))};
    }

    template <class T>
    const T& one_of(std::span<const T> all) {
        return all[below(all.size())];
    }

private:
    std::uint64_t state_;
};

}  // namespace asterism::cli::demo
