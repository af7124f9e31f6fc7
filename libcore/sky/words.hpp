#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "libcore/base/time.hpp"

namespace asterism::sky {

/// "07"; 0 to 99.
std::string two_digits(std::int64_t number);

/// "2026-11-21", of the years 0 to 9999.
std::string date_text(Date day);

/// With so many digits after the point: 21.5 as "21.50".
std::string fixed_text(double value, int decimals);

/// "6 h 5 min", "48 min": whole minutes, rounded.
std::string duration_text(double minutes);

/// "waxing_gibbous" as "waxing gibbous", and with a capital "Waxing gibbous".
std::string spaced(std::string_view name);
std::string capitalised(std::string text);

/// The name of a value that `names` lists.
template <class Enum>
constexpr std::string_view name_of(Enum value) {
    for (const auto& [each, name] : names(Enum{}))
        if (each == value) return name;
    return {};
}

}  // namespace asterism::sky
