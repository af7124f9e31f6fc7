#include "libcore/sky/showers_night.hpp"

#include <algorithm>

#include "libcore/sky/horizontal.hpp"
#include "libcore/sky/intervals_above.hpp"

namespace asterism::sky {

namespace {

using namespace std::chrono_literals;

constexpr Limit horizon{{0}};
constexpr auto step = 10min;

/// What a moment of the night is worth to somebody who counts meteors.
struct Sample {
    Instant at;
    Degrees altitude;
    std::optional<double> hourly_rate;
    double worth;
};

/// Asks moment after moment of a shower whose radiant hardly moves in a night.
class Watch {
public:
    Watch(const Observer& observer, const Shower& shower, double limiting_magnitude, Vector from)
        : observer_(observer),
          shower_(shower),
          limiting_magnitude_(limiting_magnitude),
          from_(from) {}

    Sample sample(Instant at) const {
        const Moment moment = moment_at(at);
        const Degrees altitude = horizontal(local_direction(observer_, moment, from_)).altitude;
        const auto zenithal = zenithal_rate(shower_, moment.tt);
        const auto seen = [&](double rate) {
            return hourly_rate(rate, shower_.population_index, altitude, limiting_magnitude_);
        };
        if (!zenithal) return {at, altitude, {}, seen(1)};
        return {at, altitude, seen(*zenithal), seen(*zenithal)};
    }

private:
    const Observer& observer_;
    const Shower& shower_;
    double limiting_magnitude_;
    Vector from_;
};

}  // namespace

ShowerNight shower_night(const Observer& observer, const Shower& shower, const Night& night,
                         double limiting_magnitude) {
    // It drifts by half a degree from the middle of the night to its ends.
    const Vector from = radiant(shower, terrestrial(night.darkest));
    const auto path = [from](TerrestrialTime) { return from; };
    const Window noons = window_between(night.noons.from, night.noons.until);
    const Crossings found = crossings(observer, path, horizon, noons);

    ShowerNight answer;
    answer.state = found.state;
    const auto up = intervals_above<3>(found, night.noons);
    const auto dark = sun_down(night.astronomical, night.noons);
    answer.in_night = common<4>(listed(up), listed(dark));
    const Watch watch{observer, shower, limiting_magnitude, from};
    double most = -1;
    for (const Interval& part : answer.in_night) {
        for (Instant at = part.from; at < part.until; at += step) {
            const Sample sample = watch.sample(at);
            if (sample.worth <= most) continue;
            most = sample.worth;
            answer.best = sample.at;
            answer.radiant_altitude = sample.altitude;
            answer.hourly_rate = sample.hourly_rate;
        }
    }
    return answer;
}

}  // namespace asterism::sky
