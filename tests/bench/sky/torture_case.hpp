#pragma once

#include <random>

#include "libcore/base/time.hpp"
#include "libcore/sky/crossings.hpp"

namespace asterism::bench {

/// The same in every run.
class Dice {
public:
    explicit Dice(unsigned seed) : engine_(seed) {}

    double between(double low, double high) {
        return low + (high - low) * (static_cast<double>(engine_() >> 11) * 0x1p-53);
    }

    unsigned of(unsigned sides) { return static_cast<unsigned>(engine_() % sides); }

private:
    std::mt19937_64 engine_;
};

/// What is random of a case, and where its complaints go.
struct Case {
    sky::Place place;
    Instant start;
    unsigned body;  ///< 0 the Sun, 1 the Moon, then the planets
    sky::Limit limit;
    double days;
    int wrong = 0;

    /// Prints the first thing that is not so, with all that is needed to ask again.
    void demand(bool is_so, const char* what);
};

/// A third near a pole or at one, a quarter by the date line.
Case random_case(Dice& dice);

}  // namespace asterism::bench
