#include "libcore/base/text.hpp"
#include "libcore/places/faults.hpp"
#include "libcore/places/rules.hpp"
#include "libcore/places/use_cases.hpp"

namespace asterism::places {
namespace {

constexpr std::size_t longest_description = 5'000;
constexpr std::size_t longest_link = 500;
constexpr std::size_t longest_phone = 50;

PlaceView shown(const Places& places, PlaceId id, const Actor& actor) {
    return view_of(places.find(id, actor.account).value());
}

/// The field that is refused, and why.
std::optional<Error> refusal(const DescribePlace& input) {
    const auto bad_text = [](const auto& text, std::size_t most, bool lines) {
        return text && !fits(*text, most, lines);
    };
    const auto bad_url = [&](const auto& text) {
        return text && !text->empty() &&
               !((text->starts_with("https://") || text->starts_with("http://")) &&
                 text->find(' ') == std::string::npos && fits(*text, longest_link));
    };
    if (bad_text(input.description, longest_description, true))
        return field_error(bad_place_text, "description");
    if (bad_url(input.website)) return field_error(bad_link, "website");
    if (bad_text(input.phone_number, longest_phone, false))
        return field_error(bad_place_text, "phone_number");
    if (bad_text(input.phone_display, longest_phone, false))
        return field_error(bad_place_text, "phone_display");
    if (bad_url(input.reservation_url)) return field_error(bad_link, "reservation_url");
    return std::nullopt;
}

void take(std::string& kept, const std::optional<std::string>& said) {
    if (said) kept = trimmed(*said);
}

}  // namespace

Result<PlaceView> add_place(Now now, Actor actor, Places& places, Visits& visits,
                            const sky::LightMap& map, Events& events, const AddPlace& input) {
    Place place;
    place.name = plain_name(input.name);
    place.type = input.type.value_or(Type::viewpoint);
    place.spot = {input.latitude, input.longitude};
    place.elevation_metres = input.elevation_metres.value_or(0);
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
                               const ChangePlace& input) {
    auto place = places.hold(input.place);
    if (!place) return unknown_place;
    if (!may_change(*place, actor)) return not_your_place;
    const auto before = place->spot;
    if (input.name) place->name = plain_name(*input.name);
    if (input.type) place->type = *input.type;
    place->spot.latitude = input.latitude.value_or(before.latitude);
    place->spot.longitude = input.longitude.value_or(before.longitude);
    place->elevation_metres = input.elevation_metres.value_or(place->elevation_metres);
    place->updated_at = now.at;
    if (auto error = places::refusal(*place)) return *std::move(error);
    if (place->spot != before) look_around(*place, map);
    places.save(*place);
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
    take(place->description, input.description);
    take(place->contact.website, input.website);
    take(place->contact.phone_number, input.phone_number);
    take(place->contact.phone_display, input.phone_display);
    take(place->contact.reservation_url, input.reservation_url);
    place->updated_at = run.now.at;
    places.save(*place);
    return shown(places, place->id, actor);
}

Result<PlaceView> mark_place(const accounts::Run& run, Actor actor, Places& places,
                             const MarkPlace& input) {
    if (actor.role < Role::staff) return not_your_place;
    if (input.notes && !fits(*input.notes, longest_description, true))
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
    take(mark.notes, input.notes);
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
