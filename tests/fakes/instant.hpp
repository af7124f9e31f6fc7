#pragma once

#include <chrono>
#include <stdexcept>
#include <string_view>

#include "libcore/base/time.hpp"

namespace asterism::tests {

namespace detail {
constexpr int number(std::string_view text, std::size_t from, std::size_t width) {
    int out = 0;
    for (const char c : text.substr(from, width)) {
        if (c < '0' || c > '9') throw std::invalid_argument("not a digit");
        out = out * 10 + (c - '0');
    }
    return out;
}
}  // namespace detail

/// "2026-03-01T12:00:00Z", and nothing else.
constexpr Instant instant(std::string_view text) {
    using namespace std::chrono;
    using detail::number;
    if (text.size() != 20) throw std::invalid_argument("not an instant");
    const year_month_day date{year{number(text, 0, 4)},
                              month{static_cast<unsigned>(number(text, 5, 2))},
                              day{static_cast<unsigned>(number(text, 8, 2))}};
    return sys_days{date} + hours{number(text, 11, 2)} + minutes{number(text, 14, 2)} +
           seconds{number(text, 17, 2)};
}

}  // namespace asterism::tests
