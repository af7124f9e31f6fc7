#pragma once

#include "libcore/base/use_case.hpp"
#include "libcore/places/backfill.hpp"
#include "libcore/places/enrichment.hpp"
#include "libcore/places/records.hpp"

namespace asterism::places {

/// What those who run a site do for its places.
inline constexpr UseCases upkeep_cases{
    use_case<&enrich_place, &plan_enrichment, &ask_around>(
        "enrich_place", "Asks services for the address and the elevation of a place."),
    use_case<&import_place>("import_place", "Takes in a place from a file, if it is not there."),
    use_case<&export_places>("export_places", "Hands out all places, some at a time."),
    use_case<&backfill_bortle>("backfill_bortle", "Judges how dark places are that lack it."),
    use_case<&describe_known_place>("describe_known_place",
                                    "Describes a place that a file knows by name and spot."),
};

}  // namespace asterism::places
