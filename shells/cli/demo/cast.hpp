#pragma once

#include <cstddef>

namespace asterism::cli::demo {

// Who of known_people() sees to it that every badge is earned by somebody.

inline constexpr std::size_t finder = 0;        ///< adds many places, and good ones
inline constexpr std::size_t critic = 1;        ///< writes many reviews that others find helpful
inline constexpr std::size_t photographer = 2;  ///< takes many photos
inline constexpr std::size_t teacher = 3;       ///< is followed by many
inline constexpr std::size_t keeper = 4;        ///< is of the staff

}  // namespace asterism::cli::demo
