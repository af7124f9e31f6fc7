#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

#include "libcore/sky/zones.hpp"

namespace asterism::outside {

/// How a zone changes its clock every year from now on: the line at the end of its file in the tz
/// database (RFC 9636, 3.3), as "CET-1CEST,M3.5.0,M10.5.0/3". The library reads the moments before
/// it, which end with 2037, but not that line.
class ZoneRule {
public:
    /// None if it is not understood.
    static std::optional<ZoneRule> read(std::string_view line);

    sky::ZoneStretch stretch(Instant at) const;

private:
    /// A day of the year and the time on the clock that ends then.
    struct Turn {
        enum class Form : std::uint8_t { weekday_of_month, day_of_year, day_but_no_leap_day };

        Form form;
        int month, week, day;
        std::chrono::seconds time;

        std::chrono::local_seconds in(std::chrono::year year) const;
    };

    class Reader;

    std::chrono::seconds standard_{};
    std::chrono::seconds summer_{};
    std::optional<Turn> start_;  ///< of summer; none: it is never summer
    std::optional<Turn> end_;
};

}  // namespace asterism::outside
