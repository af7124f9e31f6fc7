#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <span>
#include <string_view>

namespace asterism::http {

/// Whose requests a limit counts together.
enum class Counted : std::uint8_t { address, account };

/// At most `most` requests in any window of that length. Limits with one name share their count.
struct Limit {
    std::string_view name;
    Counted by;
    unsigned most;
    std::chrono::seconds window;
    bool visitors_only = false;  ///< nobody who is signed in is counted
};

/// What a route names in its row: all must pass.
using Limits = std::span<const Limit>;

namespace limits {

inline constexpr Limits none{};

}  // namespace limits

}  // namespace asterism::http
