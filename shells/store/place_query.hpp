#pragma once

#include "libcore/places/query.hpp"
#include "shells/store/place_rows.hpp"

namespace asterism::store {

// Lists of places. The engines pick candidates by a window with an index of their own kind; who is
// near, and in which order, is decided by sums and products that both round alike (geo.hpp).

std::vector<places::Found> list_places(Db& db, const places::Query& query, AccountId viewer,
                                       places::Slice slice);
std::vector<places::Found> batch_of_places(Db& db, const places::Query& query, AccountId viewer,
                                           places::Batch batch);
std::int64_t count_places(Db& db, const places::Query& query);

}  // namespace asterism::store
