#include "libcore/sky/moment.hpp"

namespace asterism::sky {

Moment moment_at(Instant at, const TimeTables& tables) {
    return {terrestrial(at, tables), universal(at, tables)};
}

Window window_between(Instant from, Instant until, const TimeTables& tables) {
    return {moment_at(from, tables), moment_at(until, tables)};
}

}  // namespace asterism::sky
