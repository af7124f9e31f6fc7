#pragma once

#include <chrono>
#include <cstdint>

namespace asterism::cli {

/// Says on a terminal how far long work is, twice a second at most.
class Progress {
public:
    /// Of so many; 0: nobody knows.
    explicit Progress(std::int64_t all = 0);

    void reach(std::int64_t count);

private:
    std::int64_t all_;
    bool seen_;
    std::chrono::steady_clock::time_point told_;
};

}  // namespace asterism::cli
