#include "libcore/base/text.hpp"
#include "libcore/places/description.hpp"
#include "libcore/places/faults.hpp"
#include "libcore/places/rules.hpp"
#include "libcore/places/use_cases.hpp"

namespace asterism::places {
namespace {

constexpr std::size_t longest_notes = 5'000;

PlaceView shown(const Places& places, PlaceId id, const Actor& actor) {
    return view_of(places.find(id, actor.account).value());
}

/// To the elevation that somebody gave. Who says again what is known says nothing.
void raise(Place& place, double metres) {
    if (metres != place.elevation_metres) place.own_elevation = true;
    place.elevation_metres = metres;
}

}  // namespace

Result<PlaceView> add_place(Now now, Actor actor, Places& places, Visits& visits,
                            const sky::LightMap& map, Events& events, const AddPlace& input) {
    Place place;
    place.name = plain_name(input.name);
    place.type = input.type.value_or(Type::viewpoint);
    place.spot = {input.latitude, input.longitude};
    if (input.elevation_metres) raise(place, *input.elevation_metres);
    place.added_by = actor.account;
    place.created_at = place.updated_at = now.at;
    if (auto error = places::refusal(place)) return *std::move(error);
    look_around(place, map);
    place.id = places.add(place);
    visits.add(actor.account, place.id, now.at);
    events.tell(PlaceAdded{place.id, actor.account});
    events.tell(PlaceVisited{place.id, actor.account});
    return shown(places, place.id, actor);
}

Result<PlaceView> change_place(Now now, Actor actor, Places& places, const sky::LightMap& map,
                               Events& events, const ChangePlace& input) {
    auto place = places.hold(input.place);
    if (!place) return unknown_place;
    if (!may_change(*place, actor)) return not_your_place;
    const auto before = place->spot;
    if (input.name) place->name = plain_name(*input.name);
    if (input.type) place->type = *input.type;
    place->spot.latitude = input.latitude.value_or(before.latitude);
    place->spot.longitude = input.longitude.value_or(before.longitude);
    if (input.elevation_metres) raise(*place, *input.elevation_metres);
    place->updated_at = now.at;
    if (auto error = places::refusal(*place)) return *std::move(error);
    const bool moved = place->spot != before;
    if (moved) look_around(*place, map);
    places.save(*place);
    if (moved) events.tell(PlaceMoved{place->id});
    return shown(places, place->id, actor);
}

Result<PlaceGone> remove_place(const accounts::Run& run, Actor actor, Places& places,
                               Events& events, const ThisPlace& input) {
    const auto place = places.hold(input.place);
    if (!place) return unknown_place;
    if (!may_change(*place, actor)) return not_your_place;
    events.tell(PlaceRemoved{place->id, place->added_by, places.touched(place->id)});
    places.remove(place->id);
    if (place->added_by != actor.account)
        run.trail.note(
            {"place_removed", true, actor.account, "", "place=" + std::to_string(place->id.value)});
    return PlaceGone{};
}

Result<PlaceView> describe_place(const accounts::Run& run, Actor actor, Places& places,
                                 const DescribePlace& input) {
    if (actor.role < Role::staff) return not_your_place;
    if (auto error = refusal(input)) return *std::move(error);
    auto place = places.hold(input.place);
    if (!place) return unknown_place;
    describe(*place, input);
    place->updated_at = run.now.at;
    places.save(*place);
    return shown(places, place->id, actor);
}

Result<PlaceView> mark_place(const accounts::Run& run, Actor actor, Places& places,
                             const MarkPlace& input) {
    if (actor.role < Role::staff) return not_your_place;
    if (input.notes && !fits(*input.notes, longest_notes, true))
        return field_error(bad_place_text, "notes");
    auto place = places.hold(input.place);
    if (!place) return unknown_place;
    auto& mark = place->mark;
    const bool turned = mark.verified != input.verified;
    if (turned && input.verified) {
        mark = {true, run.now.at, actor.account, std::move(mark.notes)};
    } else if (turned) {
        mark = {false, {}, {}, std::move(mark.notes)};
    }
    if (input.notes) mark.notes = trimmed(*input.notes);
    places.save(*place);
    if (turned)
        run.trail.note({input.verified ? "place_verified" : "place_unverified", true, actor.account,
                        "", "place=" + std::to_string(place->id.value)});
    return shown(places, place->id, actor);
}

void forget_places(Places& places, Events& events, const accounts::AccountDeleted& event) {
    for (const auto id : places.added_by(event.account))
        events.tell(PlaceRemoved{id, event.account, places.touched(id)});
    places.forget(event.account);
}

}  // namespace asterism::places
