#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "libcore/base/time.hpp"

namespace asterism::sky {

/// How the lit Moon looks.
enum class PhaseName : std::uint8_t {
    new_moon,
    waxing_crescent,
    first_quarter,
    waxing_gibbous,
    full_moon,
    waning_gibbous,
    last_quarter,
    waning_crescent
};

constexpr auto names(PhaseName) {
    using Name = std::pair<PhaseName, std::string_view>;
    return std::array{Name{PhaseName::new_moon, "new_moon"},
                      Name{PhaseName::waxing_crescent, "waxing_crescent"},
                      Name{PhaseName::first_quarter, "first_quarter"},
                      Name{PhaseName::waxing_gibbous, "waxing_gibbous"},
                      Name{PhaseName::full_moon, "full_moon"},
                      Name{PhaseName::waning_gibbous, "waning_gibbous"},
                      Name{PhaseName::last_quarter, "last_quarter"},
                      Name{PhaseName::waning_crescent, "waning_crescent"}};
}

/// The instants at which the Moon's apparent longitude is 0, 90, 180 or 270 degrees ahead of the
/// Sun's.
enum class Quarter : std::uint8_t { new_moon, first_quarter, full_moon, last_quarter };

constexpr auto names(Quarter) {
    using Name = std::pair<Quarter, std::string_view>;
    return std::array{
        Name{Quarter::new_moon, "new_moon"}, Name{Quarter::first_quarter, "first_quarter"},
        Name{Quarter::full_moon, "full_moon"}, Name{Quarter::last_quarter, "last_quarter"}};
}

struct NextQuarters {
    Instant new_moon;
    Instant first_quarter;
    Instant full_moon;
    Instant last_quarter;

    static constexpr void fields(auto&& see) {
        see("new_moon", &NextQuarters::new_moon, "The next new moon.");
        see("first_quarter", &NextQuarters::first_quarter, "The next first quarter.");
        see("full_moon", &NextQuarters::full_moon, "The next full moon.");
        see("last_quarter", &NextQuarters::last_quarter, "The next last quarter.");
    }
};

struct QuarterEvent {
    Instant at;
    Quarter quarter;

    static constexpr void fields(auto&& see) {
        see("at", &QuarterEvent::at, "When the Moon reaches it.");
        see("quarter", &QuarterEvent::quarter, "Which one.");
    }
};

}  // namespace asterism::sky
