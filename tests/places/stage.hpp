#pragma once

#include "libcore/places/keepsakes.hpp"
#include "libcore/places/use_cases.hpp"
#include "tests/accounts/scene.hpp"
#include "tests/fakes/even_map.hpp"
#include "tests/fakes/memory_photos.hpp"
#include "tests/fakes/memory_places.hpp"

namespace asterism::places {

using namespace std::chrono_literals;
using tests::slug;

/// The module on a table.
struct Stage : accounts::Scene {
    Result<PlaceView> add(AccountId account, const AddPlace& input) {
        return add_place(now, Actor{account}, places, visits, map, events, input);
    }

    /// A place at 40 degrees north, 4 west, or wherever.
    PlaceId put(AccountId account, std::string name, double latitude = 40, double longitude = -4) {
        const auto made = add(account, {std::move(name), latitude, longitude});
        return made ? made->id : PlaceId{};
    }

    Result<PlaceView> show(PlaceId id, std::optional<Actor> actor = {}) {
        return show_place(actor, places, {id});
    }

    std::vector<std::string> names_of(const ListPlaces& input) {
        std::vector<std::string> out;
        const auto page = list_places({}, places, photos, input);
        if (!page) return {"refused"};
        for (const PlaceView& each : page->places) out.push_back(each.name);
        return out;
    }

    Place& kept(PlaceId id) { return tables.places.at(id.value); }

    tests::MemoryPlaces places{tables, calls};
    tests::MemoryFavourites favourites{tables, calls};
    tests::MemoryVisits visits{tables, calls};
    tests::MemoryPhotos photos{tables, calls};
    tests::EvenMap map;
    Events events;
};

}  // namespace asterism::places
