#pragma once

#include <algorithm>
#include <ctime>
#include <limits>

namespace asterism::bench {

/// Processor nanoseconds of this thread so far: what others do on the machine does not count.
inline double thread_nanoseconds() {
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e9 + static_cast<double>(now.tv_nsec);
}

/// Keeps the compiler from leaving out what nobody reads.
inline void keep(const auto& value) { asm volatile("" : : "g"(&value) : "memory"); }

/// Nanoseconds of one call of `work(i)`, i from 0 on: the best of nine batches after one to warm
/// up.
double best_nanoseconds(int calls, auto work) {
    double best = std::numeric_limits<double>::infinity();
    for (int batch = 0; batch < 10; ++batch) {
        const double before = thread_nanoseconds();
        for (int i = 0; i < calls; ++i) work(static_cast<std::size_t>(i));
        const double taken = (thread_nanoseconds() - before) / calls;
        if (batch > 0) best = std::min(best, taken);
    }
    return best;
}

}  // namespace asterism::bench
