#pragma once

#include "libcore/base/result.hpp"
#include "libcore/places/inputs.hpp"
#include "libcore/places/photo_ports.hpp"
#include "libcore/places/views.hpp"

namespace asterism::places {

/// What a list is asked for, as the store understands it.
Result<Query> query_of(const ListPlaces& input);

/// The part of a list that makes a page; an empty list has one page.
Result<Slice> page_of(std::int64_t count, std::optional<int> page, bool last);
std::int64_t pages_of(std::int64_t count);

/// Gives places that are shown together the photos they are shown with.
void hang_photos(const std::vector<PlaceView*>& places, const Photos& photos, AccountId viewer);

}  // namespace asterism::places
