#pragma once

#include "libcore/sky/surroundings.hpp"

namespace asterism::tests {

/// Tells what a test wants to be told.
struct ToldSurroundings final : sky::Surroundings {
    std::optional<sky::PlaceAddress> address(const sky::Place&, Instant) const override {
        ++asked;
        return told_address;
    }

    std::optional<double> elevation_metres(const sky::Place&, Instant) const override {
        ++asked;
        return told_elevation;
    }

    std::optional<sky::PlaceAddress> told_address = {};
    std::optional<double> told_elevation = {};
    mutable int asked = 0;
};

}  // namespace asterism::tests
