#include "libcore/sky/moment.hpp"

namespace asterism::sky {

Moment moment_at(Instant at) { return {terrestrial(at), universal(at)}; }

Window window_between(Instant from, Instant until) { return {moment_at(from), moment_at(until)}; }

}  // namespace asterism::sky
