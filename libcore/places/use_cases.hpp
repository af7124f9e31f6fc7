#pragma once

#include "libcore/accounts/context.hpp"
#include "libcore/base/events.hpp"
#include "libcore/places/inputs.hpp"
#include "libcore/places/map.hpp"
#include "libcore/places/photo_ports.hpp"
#include "libcore/places/ports.hpp"
#include "libcore/places/views.hpp"
#include "libcore/sky/skyglow_ports.hpp"

namespace asterism::places {

/// How dark it is there and what the nearest town is called is found out at once. Who adds a place
/// has been there.
Result<PlaceView> add_place(Now now, Actor actor, Places& places, Visits& visits,
                            const sky::LightMap& map, Events& events, const AddPlace& input);
Result<PlaceView> change_place(Now now, Actor actor, Places& places, const sky::LightMap& map,
                               Events& events, const ChangePlace& input);
Result<PlaceGone> remove_place(const accounts::Run& run, Actor actor, Places& places,
                               Events& events, const ThisPlace& input);
Result<PlaceView> show_place(std::optional<Actor> actor, const Places& places,
                             const ThisPlace& input);
Result<PlacePage> list_places(std::optional<Actor> actor, const Places& places,
                              const Photos& photos, const ListPlaces& input);
Result<PlaceList> nearby_places(std::optional<Actor> actor, const Places& places,
                                const Photos& photos, const NearbyPlaces& input);
/// Suggested, not refused: those of the same name within 300 m.
Result<PlaceList> similar_places(std::optional<Actor> actor, const Places& places,
                                 const SimilarPlaces& input);
/// What only the staff say of a place.
Result<PlaceView> describe_place(const accounts::Run& run, Actor actor, Places& places,
                                 const DescribePlace& input);
/// The staff's mark, given or taken.
Result<PlaceView> mark_place(const accounts::Run& run, Actor actor, Places& places,
                             const MarkPlace& input);

/// What an account added, marked and visited goes with it.
void forget_places(Places& places, Events& events, const accounts::AccountDeleted& event);

inline constexpr UseCases use_cases{
    use_case<&add_place>("add_place", "Adds a place to look at the sky from."),
    use_case<&change_place>("change_place", "Changes a place that one added."),
    use_case<&remove_place>("remove_place", "Removes a place that one added."),
    use_case<&show_place>("show_place", "Shows a place."),
    use_case<&list_places>("list_places", "Lists places: filtered, sorted, ten a page."),
    use_case<&map_places>("map_places", "Lists places as GeoJSON, all pages at once."),
    use_case<&nearby_places>("nearby_places", "Lists the places nearest to somewhere."),
    use_case<&similar_places>("similar_places",
                              "Lists places that may be the one somebody is about to add."),
    use_case<&describe_place>("describe_place", "Says what a place is like and whom to call."),
    use_case<&mark_place>("mark_place", "Gives or takes the staff's mark of a place."),
};

}  // namespace asterism::places
