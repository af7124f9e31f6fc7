#pragma once

#include <compare>
#include <cstdint>

namespace asterism {

/// An identifier that cannot be mistaken for another kind's. Assigned by the store; zero and below
/// never are one.
template <class Of>
struct Id {
    std::int64_t value = 0;

    explicit operator bool() const { return value > 0; }

    friend auto operator<=>(const Id&, const Id&) = default;
};

using AccountId = Id<struct AccountTag>;
using SessionId = Id<struct SessionTag>;
using SiteId = Id<struct SiteTag>;

}  // namespace asterism
