#pragma once

#include <vector>

#include "libcore/sky/observer.hpp"

namespace asterism::bench {

/// What speeds are measured on: random instants of 2000 to 2021 and random places up to 60 degrees
/// of latitude, the same in every run.
struct Samples {
    std::vector<Instant> instants;
    std::vector<sky::Moment> moments;
    std::vector<sky::Moment> any_moments;  ///< of 1900 to 2100
    std::vector<sky::Window> days;         ///< that begin at the instants
    std::vector<sky::Place> places;
    std::vector<sky::Observer> observers;
    std::vector<sky::Place> near_towns;  ///< within a few kilometres of random towns
    std::vector<sky::Place> anywhere;    ///< on the sphere, even by area
};

Samples make_samples(std::size_t count);

}  // namespace asterism::bench
