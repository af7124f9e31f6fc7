#include "libcore/sky/directions.hpp"

#include "libcore/sky/faults.hpp"

namespace asterism::sky {
namespace {

bool is_within(double degrees, double most) { return degrees >= -most && degrees <= most; }

}  // namespace

Result<DirectionsQuestion> plan_directions(Now now, const DirectionsBetween& input) {
    if (!is_within(input.from_latitude, 90))
        return field_error(latitude_out_of_range, "from_latitude");
    if (!is_within(input.from_longitude, 180))
        return field_error(longitude_out_of_range, "from_longitude");
    if (!is_within(input.to_latitude, 90)) return field_error(latitude_out_of_range, "to_latitude");
    if (!is_within(input.to_longitude, 180))
        return field_error(longitude_out_of_range, "to_longitude");
    return DirectionsQuestion{{{input.from_latitude}, {input.from_longitude}},
                              {{input.to_latitude}, {input.to_longitude}},
                              now.at};
}

Result<DirectionsView> ask_for_directions(const Directions& service,
                                          const DirectionsQuestion& question,
                                          const DirectionsBetween&) {
    return service.ask(question);
}

Result<DirectionsView> directions_between(const DirectionsView& found, const DirectionsBetween&) {
    return found;
}

}  // namespace asterism::sky
