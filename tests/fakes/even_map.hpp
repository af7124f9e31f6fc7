#pragma once

#include <algorithm>
#include <limits>

#include "libcore/sky/skyglow_ports.hpp"

namespace asterism::tests {

/// A map with the same light everywhere north of some latitude, and no data south of it.
class EvenMap final : public sky::LightMap {
public:
    sky::GlowReading at(const sky::Place& place, sky::Sampling) const override {
        if (!available) return {};
        if (!(place.latitude.value >= south)) return {.known = sky::GlowKnown::no_data};
        return {sky::GlowKnown::yes, artificial_mcd_per_m2, 0.1, 2015, "an even map"};
    }

    sky::GlowKnown at(std::span<const double> latitudes, std::span<const double> longitudes,
                      sky::Sampling, std::span<double> out) const override {
        if (!available) return sky::GlowKnown::unavailable;
        const auto count = std::min({latitudes.size(), longitudes.size(), out.size()});
        for (std::size_t n = 0; n < count; ++n)
            out[n] = latitudes[n] >= south ? artificial_mcd_per_m2
                                           : std::numeric_limits<double>::quiet_NaN();
        return sky::GlowKnown::yes;
    }

    sky::LightMapFacts facts() const override {
        return {.available = available,
                .expected = expected,
                .trouble = available ? "" : "It was told to be away.",
                .source = "an even map",
                .licence = "nobody's",
                .checksum = "e0",
                .uncertainty_mag = 0.1,
                .year = 2015};
    }

    double artificial_mcd_per_m2 = 0.1;
    double south = -60;
    bool available = true;
    bool expected = true;
};

}  // namespace asterism::tests
