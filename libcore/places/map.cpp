#include "libcore/places/map.hpp"

#include <cmath>
#include <unordered_map>

#include "libcore/places/finding.hpp"

namespace asterism::places {
namespace {

constexpr std::int64_t batch_size = 2'000;

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

void hang_photos(std::vector<PlaceFeature>& features, const Photos& photos) {
    std::unordered_map<std::int64_t, std::vector<MapPhotoView>*> on;
    std::vector<PlaceId> ids;
    for (PlaceFeature& each : features) {
        ids.push_back(each.properties.id);
        on[each.properties.id.value] = &each.properties.photos;
    }
    for (auto& [place, id, file, thumbnail] : photos.mapped(ids))
        on.at(place.value)->push_back({id, std::move(file), std::move(thumbnail)});
}

/// Those of a batch that a map shows.
std::vector<PlaceFeature> mapped(std::vector<Found>&& batch, const Photos& photos) {
    std::vector<PlaceFeature> out;
    for (auto& each : batch)
        if (std::abs(each.place.spot.latitude) <= map_ends_at_degrees)
            out.push_back(feature_of(std::move(each)));
    hang_photos(out, photos);
    return out;
}

}  // namespace

Result<Versions> versions_for(std::optional<Actor> actor, const Places& places,
                              const accounts::NoInput&) {
    return places.versions(actor ? actor->account : AccountId{});
}

Result<std::vector<PlaceId>> hearts_of(Actor actor, const Favourites& favourites,
                                       const accounts::NoInput&) {
    return favourites.places(actor.account);
}

Result<PlaceMap> map_places(std::optional<Actor> actor, const Places& places, const Photos& photos,
                            const ListPlaces& input) {
    auto query = query_of(input);
    if (!query) return query.error();
    const auto viewer = actor ? actor->account : AccountId{};
    PlaceMap out;
    if (is_everything(*query)) out.features.about = places.count(*query);
    out.features.each = [&places, &photos, viewer, query = *std::move(query)](const auto& take) {
        PlaceId after;
        for (bool more = true; more;) {
            auto batch = places.batch(query, viewer, {after, batch_size});
            more = std::ssize(batch) == batch_size;
            if (!batch.empty()) after = batch.back().place.id;
            for (auto& each : mapped(std::move(batch), photos)) take(std::move(each));
        }
    };
    return out;
}

}  // namespace asterism::places
