#pragma once

#include <vector>

#include "libcore/base/result.hpp"
#include "libcore/base/time.hpp"
#include "libcore/sky/place.hpp"

namespace asterism::sky {

inline constexpr Fault directions_off{"directions_off", Kind::unavailable,
                                      "Nobody is set up here to be asked for directions."};
inline constexpr Fault directions_too_slow{"directions_too_slow", Kind::unavailable,
                                           "The directions service took too long to answer."};
inline constexpr Fault directions_failed{"directions_failed", Kind::unavailable,
                                         "The directions service could not answer."};

struct DirectionsBetween {
    double from_latitude;
    double from_longitude;
    double to_latitude;
    double to_longitude;

    static constexpr void fields(auto&& see) {
        using Input = DirectionsBetween;
        see("from_latitude", &Input::from_latitude, "Where one sets out, -90 to 90 degrees.");
        see("from_longitude", &Input::from_longitude, "The same, -180 to 180 degrees.");
        see("to_latitude", &Input::to_latitude, "Where one wants to get, -90 to 90 degrees.");
        see("to_longitude", &Input::to_longitude, "The same, -180 to 180 degrees.");
    }
};

/// A point of the way.
struct WayPoint {
    double latitude;
    double longitude;

    static constexpr void fields(auto&& see) {
        see("latitude", &WayPoint::latitude, "Degrees north.");
        see("longitude", &WayPoint::longitude, "Degrees east.");
    }
};

struct DirectionsView {
    double distance_metres;
    double duration_seconds;
    std::vector<WayPoint> path;

    static constexpr void fields(auto&& see) {
        see("distance_metres", &DirectionsView::distance_metres, "The length of the way.");
        see("duration_seconds", &DirectionsView::duration_seconds, "How long a car takes.");
        see("path", &DirectionsView::path, "The way by car; empty if there is none.");
    }
};

struct DirectionsQuestion {
    Place from;
    Place to;
    Instant at;
};

/// Who knows the roads. Never throws for what happens on the way to it, and answers within ten
/// seconds. May be used by many threads at once.
class Directions {
public:
    using Outside = void;
    virtual ~Directions() = default;
    /// A way without points is none. Refuses with one of the three faults above.
    virtual Result<DirectionsView> ask(const DirectionsQuestion& question) const = 0;
};

/// Where no service is configured.
class NoDirections final : public Directions {
public:
    Result<DirectionsView> ask(const DirectionsQuestion&) const override { return directions_off; }
};

Result<DirectionsQuestion> plan_directions(Now now, const DirectionsBetween& input);
Result<DirectionsView> ask_for_directions(const Directions& service,
                                          const DirectionsQuestion& question,
                                          const DirectionsBetween& input);
Result<DirectionsView> directions_between(const DirectionsView& found,
                                          const DirectionsBetween& input);

}  // namespace asterism::sky
