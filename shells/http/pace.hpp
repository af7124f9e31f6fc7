#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

#include "shells/http/server.hpp"

namespace asterism::http {

/// What a connection waits for.
enum class Phase : std::uint8_t { greet, idle, head, body, job, write, linger };

/// What is to be done about a connection that waits.
enum class Verdict : std::uint8_t {
    wait,
    doze,   ///< idle for so long that it should give its memory back
    expire  ///< it has had its time
};

/// How long one connection has been at what it does. Reads no clock: the sweep brings the time, so
/// that a request costs none, and everything here is as coarse as a tick.
class Pace {
public:
    using Clock = std::chrono::steady_clock;
    using Time = Clock::time_point;

    /// Idle from `now` on.
    explicit Pace(Time now) : since_(now) {}

    /// Notes what is waited for. Time runs on while neither the phase nor `mark` changes.
    void enter(Phase phase, std::size_t mark, Time now) {
        if (phase == phase_ && mark == mark_) return;
        phase_ = phase;
        mark_ = mark;
        since_ = now;
        bytes_ = 0;
    }

    void count(std::size_t bytes) { bytes_ += bytes; }

    Phase phase() const { return phase_; }

    Verdict judge(const ServerOptions& options, Time now) const;

private:
    bool expired(const ServerOptions& options, Time::duration spent) const;

    Phase phase_ = Phase::idle;
    std::size_t mark_ = 0;
    std::size_t bytes_ = 0;  ///< come in since
    Time since_;
};

}  // namespace asterism::http
