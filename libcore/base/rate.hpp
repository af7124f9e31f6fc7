#pragma once

#include <chrono>
#include <vector>

namespace asterism {

/// At most `most` passes in any window of that length, as far as `Bucket` promises.
struct Rate {
    unsigned most = 1;               ///< from 1 up
    std::chrono::seconds window{1};  ///< from 1 s up

    bool operator==(const Rate&) const = default;
};

/// A time since some beginning, from zero up; best of a clock that never goes back.
using Moment = std::chrono::microseconds;

/// Up to here every pass is remembered; above, a rate is kept by arithmetic.
inline constexpr unsigned exact_up_to = 100;

/// What has passed under one rate, for one whom it counts.
///
/// Up to `exact_up_to` passes a window: a sliding log, exact. A pass at t counts in [t, t +
/// window). Above: the generic cell rate algorithm (ITU-T I.371), one pass each window / most and a
/// tenth of `most` at once, hence less than 1.1 `most` in any window.
///
/// Where the clock is set back, what has passed moves back with it: nothing is forgotten, and
/// nobody waits longer for it.
class Bucket {
public:
    /// How long until one more may pass; zero: it may now.
    Moment wait(const Rate& rate, Moment now);

    /// Lets one pass, whether it may or not.
    void add(const Rate& rate, Moment now);

    /// Takes a pass back that was added at that time. One of which it is no longer sure that it
    /// counts is let be, so that this never makes room for two.
    void take_back(const Rate& rate, Moment at, Moment now);

private:
    void follow(Moment now);

    std::vector<Moment> passes_;  ///< in order, for exact rates
    Moment due_{};                ///< when the next would come, if all kept their distance
    Moment seen_{};               ///< when it was last asked
};

}  // namespace asterism
