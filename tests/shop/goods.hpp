#pragma once

#include "libcore/shop/types.hpp"
#include "tests/fakes/instant.hpp"
#include "tests/fakes/slug.hpp"

namespace asterism::shop {

using tests::instant;
using tests::slug;
using tests::slug_at;

constexpr Money usd(std::int64_t minor) { return {minor, Currency::usd}; }

inline const Instant noon = instant("2026-03-01T12:00:00Z");

}  // namespace asterism::shop
