#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace asterism::sky {

/// How far answers are from the truth, over a whole file of it.
class Deviations {
public:
    void add(double error) {
        worst_ = std::max(worst_, std::abs(error));
        sum_ += error;
        squares_ += error * error;
        ++count_;
    }

    std::size_t count() const { return count_; }

    double worst() const { return worst_; }

    double mean() const { return sum_ / static_cast<double>(count_); }

    double rms() const { return std::sqrt(squares_ / static_cast<double>(count_)); }

private:
    double worst_ = 0;
    double sum_ = 0;
    double squares_ = 0;
    std::size_t count_ = 0;
};

}  // namespace asterism::sky
