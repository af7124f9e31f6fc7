#pragma once

#include <stdexcept>

#include "shells/store/db.hpp"

namespace asterism::store::testing {

/// Stops whoever runs statements at the n-th of them, before it or after it was done.
class Stopping final : public Watch {
public:
    struct Stopped : std::runtime_error {
        using std::runtime_error::runtime_error;
    };

    /// 0: never.
    void at(int statement, bool after) {
        statement_ = statement;
        after_ = after;
        count_ = 0;
        stopped_ = false;
    }

    bool stopped() const { return stopped_; }

    /// Statements since at().
    int count() const { return count_; }

    void before() override {
        ++count_;
        if (!after_) stop();
    }

    void after() override {
        if (after_) stop();
    }

private:
    /// Once: what is run to clean up afterwards is let through.
    void stop() {
        if (count_ != statement_ || stopped_) return;
        stopped_ = true;
        throw Stopped("stopped by the test");
    }

    int statement_ = 0;
    int count_ = 0;
    bool after_ = false;
    bool stopped_ = false;
};

}  // namespace asterism::store::testing
