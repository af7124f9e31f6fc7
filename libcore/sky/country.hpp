#pragma once

#include <optional>
#include <string_view>

#include "libcore/sky/towns.hpp"

namespace asterism::sky {

/// The country whose land or territorial waters a place is in, as two letters of ISO 3166-1, by the
/// map of time zones; empty at sea and where that map does not tell. Never throws, never allocates.
std::string_view country_at(Place place);

/// The nearest town of the country that a place is in, or of all where that is not known; nothing
/// where the country has no town in the table.
std::optional<NearTown> home_town(Place from);

}  // namespace asterism::sky
