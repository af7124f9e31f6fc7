#include "libcore/places/views.hpp"

#include "libcore/places/geo.hpp"

namespace asterism::places {
namespace {

std::optional<std::string> if_any(std::string&& text) {
    if (text.empty()) return std::nullopt;
    return std::move(text);
}

ContactView view_of(Contact&& contact) {
    return {if_any(std::move(contact.website)), if_any(std::move(contact.phone_number)),
            if_any(std::move(contact.phone_display)), if_any(std::move(contact.reservation_url))};
}

}  // namespace

PlaceView view_of(Found&& found, bool with_distance) {
    auto& place = found.place;
    std::optional<AccountRef> verifier;
    if (found.verified_by) verifier = {place.mark.by, *std::move(found.verified_by)};
    return {.id = place.id,
            .name = std::move(place.name),
            .description = if_any(std::move(place.description)),
            .type = place.type,
            .contact = view_of(std::move(place.contact)),
            .latitude = place.spot.latitude,
            .longitude = place.spot.longitude,
            .elevation = place.elevation_metres,
            .bortle = place.bortle,
            .sqm = place.sqm,
            .address = if_any(std::move(place.address.formatted)),
            .region = if_any(std::move(place.address.region)),
            .locality = if_any(std::move(place.address.locality)),
            .country = if_any(std::move(place.address.country)),
            .added_by = {place.added_by, std::move(found.added_by)},
            .created_at = place.created_at,
            .updated_at = place.updated_at,
            .favourite = found.favourite,
            .visited = found.visited,
            .rating = place.rating,
            .reviews = place.reviews,
            .distance_km = with_distance ? std::optional(km_of(found.chord2)) : std::nullopt,
            .verified = place.mark.verified,
            .verified_at = place.mark.at,
            .verified_by = std::move(verifier),
            .reports = place.reports,
            .visitors = place.visitors,
            .last_visited_at = place.last_visited_at};
}

}  // namespace asterism::places
