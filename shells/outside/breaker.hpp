#pragma once

#include <chrono>

#include "libcore/base/time.hpp"

namespace asterism::outside {

/// Keeps from asking a server that is down again and again: after three failures in a row it is
/// left alone for 30 seconds, then tried once. Not to be used by two threads at once.
class Breaker {
public:
    bool allows(Instant now) {
        if (failures_ < most) return true;
        if (now >= until_ || now + rest < until_) {  // over, or the clock was set back
            until_ = now + rest;
            return true;
        }
        return false;
    }

    void succeed() { failures_ = 0; }

    void fail(Instant now) {
        if (++failures_ >= most) until_ = now + rest;
    }

private:
    static constexpr int most = 3;
    static constexpr std::chrono::seconds rest{30};

    int failures_ = 0;
    Instant until_;
};

}  // namespace asterism::outside
