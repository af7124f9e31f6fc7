#pragma once

#include <cstdint>
#include <optional>

#include "libcore/base/result.hpp"

namespace asterism {

inline constexpr Fault no_such_page{"no_such_page", Kind::missing, "There is no such page."};

/// One page of a list, for clients that number them.
struct NumberedPage {
    std::int64_t number = 1;  ///< from 1
    std::int64_t pages = 1;   ///< a list with nothing in it has one, which is empty
    std::int64_t offset = 0;
};

/// The page of that number; from -1 down it is counted from the end. None if there is no such page.
constexpr std::optional<NumberedPage> numbered_page(std::int64_t count, std::int64_t size,
                                                    std::int64_t number) {
    const auto pages = count == 0 ? 1 : (count + size - 1) / size;
    if (number == 0 || number > pages || number < -pages) return std::nullopt;
    if (number < 0) number += pages + 1;
    return NumberedPage{number, pages, (number - 1) * size};
}

}  // namespace asterism
