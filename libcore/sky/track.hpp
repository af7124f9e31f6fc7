#pragma once

#include "libcore/sky/observer.hpp"
#include "libcore/sky/path.hpp"
#include "libcore/sky/short_list.hpp"

namespace asterism::sky {

/// What a crossing is made of: kilometres to the body's middle, upward and along the line of sight.
struct Height {
    double up;
    double range;
    double stretch;  ///< by what part aberration makes `range` longer than the distance
};

/// A body's way over an observer's sky during a window, in equal steps of up to three hours. How
/// the limb's or the middle's altitude, or the hour angle, goes between them is a smooth function
/// of which each step knows values and slopes.
class Track {
public:
    static constexpr int most_steps = 320;

    /// At most 40 days; `ok` is false for more, for less than nothing and for what is no number.
    Track(const Observer& observer, Path path, const Window& window);

    bool ok() const { return ok_; }

    int steps() const { return steps_; }

    struct Node {
        Height height;
        double up_slope;  ///< per step
        double range_slope;
        double east;        ///< geocentric, kilometres: 0 on the meridian
        double east_slope;  ///< per step
    };

    const Node& node(int index) const { return nodes_[static_cast<std::size_t>(index)]; }

    /// How far a cubic between nodes can be from the truth in `up` or `east`, in kilometres.
    double doubt(int step) const;

    Height height(int step, double place) const;
    double east(int step, double place) const;

    /// The moment of the place, inside the window in any case.
    Moment at(int step, double place) const;

private:
    Moment moment(int step, double place) const;

    struct Sight {
        Vector line;  // to the body, on the axes of the meridian
        double per_range;
        Height height;
    };

    Sight sight(Moment at, Vector apparent, Vector on_meridian) const;
    Vector motion(int index) const;
    Node node_of(int index, Phasor meridian) const;

    const Observer& observer_;
    Path path_;
    Window window_;
    int steps_ = 0;
    double step_radians_ = 0;
    bool ok_ = false;
    ShortList<Vector, most_steps + 1> vectors_;  // of the path
    ShortList<Node, most_steps + 1> nodes_;
};

}  // namespace asterism::sky
