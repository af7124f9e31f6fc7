#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace asterism {

// Where a list goes on, as its clients hold on to it: a few numbers that mean nothing to them.

std::string cursor_text(const std::array<std::int64_t, 3>& numbers);

/// Nothing, where it is not what `cursor_text` gives.
std::optional<std::array<std::int64_t, 3>> read_cursor(std::string_view text);

}  // namespace asterism
