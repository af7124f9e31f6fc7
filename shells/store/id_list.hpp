#pragma once

#include <span>
#include <string>

#include "libcore/base/id.hpp"

namespace asterism::store {

/// "[1,2,3]", for a statement that looks for any of them.
template <class Of>
std::string listed_ids(std::span<const Id<Of>> ids) {
    std::string out = "[";
    for (const auto id : ids)
        out.append(out.size() > 1 ? "," : "").append(std::to_string(id.value));
    return out + "]";
}

}  // namespace asterism::store
