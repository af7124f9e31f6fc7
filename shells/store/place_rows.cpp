#include "shells/store/place_rows.hpp"

namespace asterism::store {

places::Place place_of(PlaceRow&& row) {
    auto& [id, name, description, type, website, number, display, booking, added_by, latitude,
           longitude, elevation, bortle, sqm, address, region, locality, country, reviews, rating,
           verified, verified_at, verified_by, notes, reports, visitors, visited_at, created_at,
           updated_at, own_elevation] = row;
    return {
        .id = id,
        .name = std::move(name),
        .description = std::move(description),
        .type = type,
        .contact = {std::move(website), std::move(number), std::move(display), std::move(booking)},
        .added_by = added_by,
        .spot = {latitude, longitude},
        .elevation_metres = elevation,
        .bortle = bortle,
        .sqm = sqm,
        .address = {std::move(address), std::move(region), std::move(locality), std::move(country)},
        .reviews = reviews,
        .rating = rating,
        .mark = {verified, verified_at, verified_by.value_or(AccountId{}), std::move(notes)},
        .reports = reports,
        .visitors = visitors,
        .last_visited_at = visited_at,
        .created_at = created_at,
        .updated_at = updated_at,
        .own_elevation = own_elevation};
}

places::Found found_of(FoundRow&& row) {
    constexpr auto own = std::tuple_size_v<PlaceRow>;
    auto [added_by, verified_by, favourite, visited] = leading<ViewerRow, own>(std::move(row));
    return {place_of(leading<PlaceRow>(std::move(row))), std::move(added_by),
            std::move(verified_by), favourite, visited};
}

}  // namespace asterism::store
