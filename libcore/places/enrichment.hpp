#pragma once

#include <string_view>

#include "libcore/base/tasks.hpp"
#include "libcore/places/ports.hpp"
#include "libcore/places/views.hpp"
#include "libcore/sky/surroundings.hpp"

namespace asterism::places {

// What services know of the surroundings of a place. They are asked with no transaction open: by a
// task after it was added or moved, and when the staff wants it.

/// Its payload and key are the place's number.
inline constexpr std::string_view enrich_task = "place.enrich";

struct EnrichPlace {
    PlaceId place;
    std::optional<bool> elevation_only = {};

    static constexpr void fields(auto&& see) {
        see("place", &EnrichPlace::place, "The place's number.");
        see("elevation_only", &EnrichPlace::elevation_only, "True: its address stays as it is.");
    }
};

struct EnrichedPlace {
    PlaceView place;
    bool changed = false;
    bool complete = false;

    static constexpr void fields(auto&& see) {
        see("place", &EnrichedPlace::place, "The place as it is now.");
        see("changed", &EnrichedPlace::changed, "Whether anything was found that is news.");
        see("complete", &EnrichedPlace::complete,
            "False: somebody who was asked gave no answer, and may be asked again.");
    }
};

/// What is to be asked.
struct EnrichmentPlan {
    Spot spot;
    Instant at;
    bool address = false;
    bool elevation = false;  ///< false where somebody gave one: that stays
};

/// What came of it. A part that nobody told is none.
struct Enrichment {
    Spot spot;
    std::optional<sky::PlaceAddress> address = {};
    std::optional<double> elevation_metres = {};
    bool complete = true;
};

Result<EnrichmentPlan> plan_enrichment(Now now, Actor actor, const Places& places,
                                       const EnrichPlace& input);
/// One question that fails spoils no other.
Enrichment ask_around(const sky::Surroundings& surroundings, const EnrichmentPlan& plan,
                      const EnrichPlace& input);
/// Answers for where the place no longer is are dropped, and an elevation that somebody gave
/// meanwhile stays.
Result<EnrichedPlace> enrich_place(Now now, Actor actor, Places& places, const Enrichment& found,
                                   const EnrichPlace& input);

// Reactions.

void enrich_added(Now now, Tasks& tasks, const PlaceAdded& event);
void enrich_moved(Now now, Tasks& tasks, const PlaceMoved& event);

}  // namespace asterism::places
