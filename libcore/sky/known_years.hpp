#pragma once

#include <chrono>

#include "libcore/base/time.hpp"

namespace asterism::sky {

/// The years that answers are given for; the ephemeris reaches some weeks beyond, so that a night
/// of the last day is whole.
inline constexpr std::chrono::sys_days known_from = std::chrono::year{1900} / 1 / 1;
inline constexpr std::chrono::sys_days known_until = std::chrono::year{2101} / 1 / 1;

constexpr bool known(Instant at) { return known_from <= at && at < known_until; }

constexpr bool known(Date day) { return day.ok() && known(Instant{std::chrono::sys_days{day}}); }

}  // namespace asterism::sky
