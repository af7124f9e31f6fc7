#pragma once

#include <string_view>
#include <vector>

namespace asterism::bench {

/// What one call of something takes.
struct Speed {
    std::string_view name;
    double nanoseconds;
    double limit_nanoseconds;  ///< what issue and design allow; 0: nobody said
};

/// All that the sky answers, one thread.
std::vector<Speed> measure_speeds();

}  // namespace asterism::bench
