#include "libcore/sky/moment.hpp"

#include "libcore/sky/ephemeris.hpp"

namespace asterism::sky {

Moment moment_at(Instant at, const TimeTables& tables) {
    return {terrestrial(at, tables), universal(at, tables)};
}

bool is_covered(Instant at) {
    // The calendar first: the ends of an instant's range are too far for a difference to be told.
    constexpr std::chrono::sys_days first = std::chrono::year{1899} / 1 / 1;
    constexpr std::chrono::sys_days last = std::chrono::year{2102} / 1 / 1;
    return at >= first && at < last && is_covered(terrestrial(at));
}

Window window_between(Instant from, Instant until, const TimeTables& tables) {
    return {moment_at(from, tables), moment_at(until, tables)};
}

}  // namespace asterism::sky
