#include "libcore/sky/quarters.hpp"

#include <array>
#include <cmath>
#include <cstddef>

#include "libcore/sky/each.hpp"
#include "libcore/sky/tables/tables.hpp"

namespace asterism::sky {

namespace {

constexpr int quarters_per_lunation = 4;

// The table counts from the mean quarter: mean length of a lunation and first mean new moon of
// 2000, Meeus 49.1.
constexpr double quarter_days = 29.530588861 / quarters_per_lunation;
constexpr double first_new_moon_days = 5.09766;
constexpr int first_in_table = -4960;
constexpr double days_per_millisecond = 1 / 864e5;

double mean_days(int index) { return first_new_moon_days + index * quarter_days; }

/// What is farther than a million lunations, or no number, is taken to be that far.
constexpr int farthest = 4'000'000;

/// The number of the last mean quarter at the moment or before it.
int mean_quarter(double days) {
    const double quarters = (days - first_new_moon_days) * (1 / quarter_days);
    if (!(quarters > -farthest)) return -farthest;
    return quarters < farthest ? static_cast<int>(std::floor(quarters)) : farthest;
}

QuarterIndex new_moon_of(QuarterIndex index) {
    return {index.value - static_cast<int>(quarter_of(index))};
}

}  // namespace

Quarter quarter_of(QuarterIndex index) {
    // The remainder from 0 to 3, of negative numbers too.
    return static_cast<Quarter>(static_cast<unsigned>(index.value) % quarters_per_lunation);
}

TerrestrialTime terrestrial_of(QuarterIndex index) {
    static const std::span<const std::int32_t> milliseconds = table(TableFile::quarters);
    const auto place = static_cast<std::size_t>(static_cast<std::int64_t>(index.value) -
                                                first_in_table);  // huge if before the table
    const double mean = mean_days(index.value);
    if (place >= milliseconds.size()) return {mean};
    return {mean + milliseconds[place] * days_per_millisecond};
}

Instant instant_of(QuarterIndex index) { return civil(terrestrial_of(index)); }

QuarterIndex next_quarter(TerrestrialTime after) {
    // No quarter is as much as a day from its mean, so that it is one of three.
    int index = mean_quarter(after.days);
    for (int step = 0; step < 2 && terrestrial_of({index}).days <= after.days; ++step) ++index;
    return {index};
}

QuarterIndex next_quarter(Instant after) {
    // An instant is rounded to its microsecond: as near as that, instants decide.
    constexpr double doubt_days = 1e-10;
    const double days = terrestrial(after).days;
    const QuarterIndex next = next_quarter(TerrestrialTime{days - doubt_days});
    if (terrestrial_of(next).days > days + doubt_days) return next;
    return instant_of(next) <= after ? QuarterIndex{next.value + 1} : next;
}

void next_quarter(std::span<const TerrestrialTime> after, std::span<QuarterIndex> indices) {
    answer_each(after, indices, [](TerrestrialTime one) { return next_quarter(one); });
}

void terrestrial_of(std::span<const QuarterIndex> indices, std::span<TerrestrialTime> times) {
    answer_each(indices, times, [](QuarterIndex one) { return terrestrial_of(one); });
}

QuarterIndex previous_quarter(TerrestrialTime at) { return {next_quarter(at).value - 1}; }

QuarterIndex previous_quarter(Instant at) { return {next_quarter(at).value - 1}; }

NextQuarters next_quarters(Instant after) {
    std::array<Instant, quarters_per_lunation> next{};
    const QuarterIndex first = next_quarter(after);
    for (int n = 0; n < quarters_per_lunation; ++n) {
        const QuarterIndex index{first.value + n};
        next[static_cast<std::size_t>(quarter_of(index))] = instant_of(index);
    }
    return {next[0], next[1], next[2], next[3]};
}

TerrestrialTime previous_new_moon(TerrestrialTime at) {
    return terrestrial_of(new_moon_of(previous_quarter(at)));
}

Instant previous_new_moon(Instant at) { return instant_of(new_moon_of(previous_quarter(at))); }

std::size_t quarters_between(Instant from, Instant until, std::span<QuarterEvent> events) {
    QuarterIndex index = previous_quarter(from);
    if (instant_of(index) < from) ++index.value;
    std::size_t found = 0;
    for (; index.value < farthest; ++index.value) {
        const Instant at = instant_of(index);
        if (at >= until) break;
        if (found < events.size()) events[found] = {at, quarter_of(index)};
        ++found;
    }
    return found;
}

std::vector<QuarterEvent> quarters_between(Instant from, Instant until) {
    std::vector<QuarterEvent> events(quarters_between(from, until, {}));
    quarters_between(from, until, events);
    return events;
}

}  // namespace asterism::sky
