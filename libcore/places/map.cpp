#include "libcore/places/map.hpp"

#include <cmath>
#include <limits>
#include <unordered_map>

#include "libcore/places/finding.hpp"

namespace asterism::places {
namespace {

PlaceFeature feature_of(Found&& found) {
    const auto spot = found.place.spot;
    auto view = view_of(std::move(found));
    PlaceFeature out;
    out.properties = {.id = view.id,
                      .name = std::move(view.name),
                      .favourite = view.favourite,
                      .type = view.type,
                      .contact = std::move(view.contact),
                      .region = std::move(view.region).value_or(""),
                      .country = std::move(view.country).value_or(""),
                      .elevation = view.elevation,
                      .bortle = view.bortle,
                      .sqm = view.sqm,
                      .rating = view.rating,
                      .reviews = view.reviews};
    out.geometry.coordinates = {spot.longitude, spot.latitude};
    return out;
}

void hang_photos(PlaceMap& map, const Photos& photos) {
    std::unordered_map<std::int64_t, std::vector<MapPhotoView>*> on;
    std::vector<PlaceId> ids;
    for (PlaceFeature& each : map.features) {
        ids.push_back(each.properties.id);
        on[each.properties.id.value] = &each.properties.photos;
    }
    for (auto& [place, id, file, thumbnail] : photos.mapped(ids))
        on.at(place.value)->push_back({id, std::move(file), std::move(thumbnail)});
}

}  // namespace

Result<std::int64_t> map_version(const Places& places, const accounts::NoInput&) {
    return places.map_version();
}

Result<PlaceMap> map_places(std::optional<Actor> actor, const Places& places, const Photos& photos,
                            const ListPlaces& input) {
    const auto query = query_of(input);
    if (!query) return query.error();
    PlaceMap out;
    for (auto& each : places.list(*query, actor ? actor->account : AccountId{},
                                  {std::numeric_limits<std::int64_t>::max()}))
        if (std::abs(each.place.spot.latitude) <= map_ends_at_degrees)
            out.features.push_back(feature_of(std::move(each)));
    hang_photos(out, photos);
    return out;
}

}  // namespace asterism::places
