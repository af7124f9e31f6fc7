#include "libcore/places/enrichment.hpp"

#include "libcore/places/faults.hpp"
#include "libcore/places/rules.hpp"

namespace asterism::places {
namespace {

constexpr std::size_t longest_part = 200;

void add_task(Now now, Tasks& tasks, PlaceId place) {
    const auto id = std::to_string(place.value);
    tasks.add({enrich_task, {}, id, id, now.at});
}

/// As plain as whatever people write; empty where it is no name.
std::string part(std::string_view told) {
    auto out = plain_name(told);
    return fits(out, longest_part) ? out : std::string();
}

Address address_of(const sky::PlaceAddress& told) {
    const sky::PlaceAddress plain{part(told.locality), part(told.region), part(told.country)};
    return {line_of(plain), plain.region, plain.locality, plain.country};
}

/// Whether it is another place now.
bool take(Place& place, const Enrichment& found) {
    const auto before = place;
    if (found.address) {
        auto address = address_of(*found.address);
        if (!address.formatted.empty()) place.address = std::move(address);
    }
    if (found.elevation_metres && !place.own_elevation) {
        place.elevation_metres = *found.elevation_metres;
        if (refusal(place)) place.elevation_metres = before.elevation_metres;
    }
    return place.address != before.address || place.elevation_metres != before.elevation_metres;
}

}  // namespace

Result<EnrichmentPlan> plan_enrichment(Now now, Actor actor, const Places& places,
                                       const EnrichPlace& input) {
    if (actor.role < Role::staff) return not_your_place;
    const auto found = places.find(input.place, {});
    if (!found) return unknown_place;
    return EnrichmentPlan{found->place.spot, now.at, !input.elevation_only.value_or(false),
                          !found->place.own_elevation};
}

Enrichment ask_around(const sky::Surroundings& surroundings, const EnrichmentPlan& plan,
                      const EnrichPlace&) {
    const sky::Place here{{plan.spot.latitude}, {plan.spot.longitude}};
    Enrichment out{plan.spot};
    if (plan.address) out.address = surroundings.address(here, plan.at);
    if (plan.elevation) out.elevation_metres = surroundings.elevation_metres(here, plan.at);
    const bool lacks = (plan.address && !out.address) || (plan.elevation && !out.elevation_metres);
    out.complete = !lacks || !surroundings.may_know_later();
    return out;
}

Result<EnrichedPlace> enrich_place(Now now, Actor actor, Places& places, const Enrichment& found,
                                   const EnrichPlace& input) {
    if (actor.role < Role::staff) return not_your_place;
    auto place = places.hold(input.place);
    if (!place) return unknown_place;
    const bool changed = place->spot == found.spot && take(*place, found);
    if (changed) {
        place->updated_at = now.at;
        places.save(*place);
    }
    return EnrichedPlace{view_of(places.find(place->id, actor.account).value()), changed,
                         found.complete};
}

void enrich_added(Now now, Tasks& tasks, const PlaceAdded& event) {
    if (!event.from_file) add_task(now, tasks, event.place);
}

void enrich_moved(Now now, Tasks& tasks, const PlaceMoved& event) {
    add_task(now, tasks, event.place);
}

}  // namespace asterism::places
