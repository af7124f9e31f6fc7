#pragma once

#include "libcore/base/actor.hpp"
#include "libcore/places/ports.hpp"
#include "libcore/sky/skyglow_ports.hpp"

namespace asterism::places {

// What places lack, added later. All of it asks for the role of an admin.

struct BackfillBortle {
    std::optional<PlaceId> after = {};
    std::optional<bool> dry_run = {};

    static constexpr void fields(auto&& see) {
        see("after", &BackfillBortle::after, "The `next` of the run before.");
        see("dry_run", &BackfillBortle::dry_run, "True: only count; nothing is changed.");
    }
};

struct BackfilledPlaces {
    std::int64_t count = 0;
    std::optional<PlaceId> next = {};

    static constexpr void fields(auto&& see) {
        see("count", &BackfilledPlaces::count, "How many were changed, or would be.");
        see("next", &BackfilledPlaces::next, "Go on after this one; null at the end.");
    }
};

struct DescribeKnownPlace {
    std::string name;
    double latitude;
    double longitude;
    std::string description;
    std::optional<bool> overwrite = {};
    std::optional<bool> dry_run = {};

    static constexpr void fields(auto&& see) {
        see("name", &DescribeKnownPlace::name, "The place's name, whatever its case.");
        see("latitude", &DescribeKnownPlace::latitude, "To a thousandth of a degree.");
        see("longitude", &DescribeKnownPlace::longitude, "The same.");
        see("description", &DescribeKnownPlace::description, "1 to 5000 characters.");
        see("overwrite", &DescribeKnownPlace::overwrite, "True: also where there is one.");
        see("dry_run", &DescribeKnownPlace::dry_run, "True: only tell; nothing is changed.");
    }
};

struct KnownPlaceDescribed {
    std::optional<PlaceId> place = {};
    bool changed = false;

    static constexpr void fields(auto&& see) {
        see("place", &KnownPlaceDescribed::place, "The place, or null if there is none.");
        see("changed", &KnownPlaceDescribed::changed, "Whether its description was set.");
    }
};

/// Some places at a time: those whose darkness is not known are judged anew.
Result<BackfilledPlaces> backfill_bortle(Actor actor, Places& places, const sky::LightMap& map,
                                         const BackfillBortle& input);
/// That of this name within 0.001 degrees.
Result<KnownPlaceDescribed> describe_known_place(Now now, Actor actor, Places& places,
                                                 const DescribeKnownPlace& input);

}  // namespace asterism::places
