#include "libcore/places/backfill.hpp"

#include <algorithm>
#include <cmath>

#include "libcore/base/text.hpp"
#include "libcore/places/description.hpp"
#include "libcore/places/faults.hpp"
#include "libcore/places/rules.hpp"

namespace asterism::places {
namespace {

constexpr std::int64_t places_at_once = 500;
constexpr double near_degrees = 0.001;

bool is_near(double a, double b) { return std::abs(a - b) <= near_degrees + 1e-9; }

/// The place that a row of a file is about.
std::optional<Place> known(Places& places, const DescribeKnownPlace& input) {
    Query query;
    query.window = {input.latitude - 2 * near_degrees, input.latitude + 2 * near_degrees,
                    std::max(input.longitude - 2 * near_degrees, -180.0),
                    std::min(input.longitude + 2 * near_degrees, 180.0)};
    const auto name = folded(trimmed(input.name));
    for (const auto& each : places.list(query, {}, {places_at_once}))
        if (is_near(each.place.spot.latitude, input.latitude) &&
            is_near(each.place.spot.longitude, input.longitude) && folded(each.place.name) == name)
            return places.hold(each.place.id);
    return std::nullopt;
}

}  // namespace

Result<BackfilledPlaces> backfill_bortle(Actor actor, Places& places, const sky::LightMap& map,
                                         const BackfillBortle& input) {
    if (actor.role != Role::admin) return operators_alone;
    BackfilledPlaces out;
    const auto found = places.after(input.after.value_or(PlaceId{}), places_at_once);
    if (std::ssize(found) == places_at_once) out.next = found.back().id;
    for (const Place& each : found) {
        if (each.bortle) continue;
        ++out.count;
        auto place = input.dry_run.value_or(false) ? std::nullopt : places.hold(each.id);
        if (!place) continue;
        judge_darkness(*place, map);
        places.save(*place);
    }
    return out;
}

Result<KnownPlaceDescribed> describe_known_place(Now now, Actor actor, Places& places,
                                                 const DescribeKnownPlace& input) {
    if (actor.role != Role::admin) return operators_alone;
    if (auto error = spot_refusal(input.latitude, input.longitude)) return *std::move(error);
    const DescribePlace said{.place = {}, .description = input.description};
    if (auto error = refusal(said)) return *std::move(error);
    if (trimmed(input.description).empty()) return field_error(bad_place_text, "description");
    auto place = known(places, input);
    if (!place) return KnownPlaceDescribed{};
    auto described = *place;
    describe(described, said);
    const bool wanted = place->description.empty() || input.overwrite.value_or(false);
    if (!wanted || described.description == place->description)
        return KnownPlaceDescribed{place->id, false};
    described.updated_at = now.at;
    if (!input.dry_run.value_or(false)) places.save(described);
    return KnownPlaceDescribed{place->id, true};
}

}  // namespace asterism::places
