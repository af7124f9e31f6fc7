#pragma once

#include "tests/store/people.hpp"

namespace asterism::store::testing {

inline places::Place hill(AccountId owner, std::string name = "Hill",
                          places::Spot spot = {40, -4}) {
    places::Place place;
    place.name = std::move(name);
    place.added_by = owner;
    place.spot = spot;
    place.created_at = place.updated_at = noon;
    return place;
}

inline places::PlaceId put(Engine& engine, const places::Place& place) {
    return written<places::PlaceId>(engine,
                                    [&](app::Unit& unit) { return unit.places().add(place); });
}

inline std::optional<places::Found> found(Engine& engine, places::PlaceId id,
                                          AccountId viewer = {}) {
    std::optional<places::Found> out;
    engine.read([&](app::Unit& unit) { out = unit.places().find(id, viewer); });
    return out;
}

}  // namespace asterism::store::testing
