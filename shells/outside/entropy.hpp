#pragma once

#include "libcore/base/entropy.hpp"

namespace asterism::outside {

/// The kernel's random bytes. May be used by many threads at once.
class SystemEntropy final : public Entropy {
public:
    void fill(std::span<std::byte> out) override;
};

}  // namespace asterism::outside
