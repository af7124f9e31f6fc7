#pragma once

#include <span>
#include <string>

#include "libcore/base/id.hpp"
#include "shells/store/sql.hpp"

namespace asterism::store {

// A condition that holds for any of the ids in such a list.
inline constexpr Literal listed_sqlite{" IN (SELECT value FROM json_each(:ids))"};
inline constexpr Literal listed_postgres{
    " IN (SELECT CAST(value AS BIGINT) FROM json_array_elements_text(CAST(:ids AS json)) value)"};

/// "[1,2,3]", for a statement that looks for any of them.
template <class Of>
std::string listed_ids(std::span<const Id<Of>> ids) {
    std::string out = "[";
    for (const auto id : ids)
        out.append(out.size() > 1 ? "," : "").append(std::to_string(id.value));
    return out + "]";
}

}  // namespace asterism::store
