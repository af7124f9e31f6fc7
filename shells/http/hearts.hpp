#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libcore/places/types.hpp"

namespace asterism::http {

/// In the text of a map of places, in the order of their ids, says of these that `member` is true.
/// It was written for nobody, so it says false of all. No byte moves. False: none of them is there.
bool mark_hearts(std::string& map, std::string_view member,
                 const std::vector<places::PlaceId>& hearts);

}  // namespace asterism::http
