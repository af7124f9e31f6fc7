#pragma once

#include <optional>
#include <vector>

#include "libcore/sky/light.hpp"
#include "libcore/sky/night.hpp"
#include "libcore/sky/showers.hpp"

namespace asterism::sky {

/// How faint the stars are that the naked eye sees at the zenith, at moments some minutes apart
/// through the dark of a night; where the Sun never is 18 degrees down at its lowest alone.
class NightsEye {
public:
    struct Look {
        Moment at;
        Instant when;
        double limiting_magnitude;
    };

    NightsEye(const Observer& observer, const Night& night, const LightFound& light);

    const std::vector<Look>& looks() const { return looks_; }

private:
    std::vector<Look> looks_;
};

/// When a night shows most of a shower's meteors.
struct BestMeteors {
    Instant at;
    Degrees radiant_altitude;           ///< then
    std::optional<double> hourly_rate;  ///< that one observer can expect; none if not known
};

/// Where no rate is known or none is to be expected: when the radiant is highest.
BestMeteors best_meteors(const Observer& observer, const NightsEye& eye, const Shower& shower);

}  // namespace asterism::sky
