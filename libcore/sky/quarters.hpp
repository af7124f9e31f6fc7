#pragma once

#include <compare>
#include <cstddef>
#include <span>
#include <vector>

#include "libcore/base/time.hpp"
#include "libcore/sky/time_scales.hpp"
#include "libcore/sky/types.hpp"

namespace asterism::sky {

/// Numbers the quarters of all lunations in order; zero is the new moon of 2000-01-06.
struct QuarterIndex {
    int value = 0;

    friend auto operator<=>(const QuarterIndex&, const QuarterIndex&) = default;
};

Quarter quarter_of(QuarterIndex index);

/// When that quarter is. A pure function of the index, so that every search finds the same instant.
/// Outside 1900 to 2100 the mean quarter stands in, as much as 20 hours off.
TerrestrialTime terrestrial_of(QuarterIndex index);
Instant instant_of(QuarterIndex index);

/// The first quarter of any kind strictly after the moment.
QuarterIndex next_quarter(TerrestrialTime after);
QuarterIndex next_quarter(Instant after);

/// One each; the shorter of the two spans says how many.
void next_quarter(std::span<const TerrestrialTime> after, std::span<QuarterIndex> indices);
void terrestrial_of(std::span<const QuarterIndex> indices, std::span<TerrestrialTime> times);

/// The last quarter of any kind at the moment or before it.
QuarterIndex previous_quarter(TerrestrialTime at);
QuarterIndex previous_quarter(Instant at);

/// The first of each kind strictly after the moment.
NextQuarters next_quarters(Instant after);

/// The new moon at the moment or before it.
TerrestrialTime previous_new_moon(TerrestrialTime at);
Instant previous_new_moon(Instant at);

/// All quarters of [from, until), in order.
std::vector<QuarterEvent> quarters_between(Instant from, Instant until);

/// The same without allocating: fills what there is room for, and says how many there are.
std::size_t quarters_between(Instant from, Instant until, std::span<QuarterEvent> events);

}  // namespace asterism::sky
