#pragma once

#include <chrono>
#include <functional>
#include <stop_token>
#include <thread>

namespace asterism::cli {

/// Keeps TERM, INT and HUP from ending the process. To be called before the first thread is made.
void hold_signals();

/// Waits for one of them, calling `tick` now and then. False if asked to give up. From then
/// on another signal ends the process at once.
bool wait_for_signal(const std::stop_token& give_up, const std::function<void()>& tick = {});

/// Waits for a signal in a thread of its own, and then calls `stop`.
class SignalWatch {
public:
    SignalWatch(std::function<void()> stop, std::function<void()> tick)
        : thread_([stop = std::move(stop), tick = std::move(tick)](const std::stop_token& over) {
              if (wait_for_signal(over, tick)) stop();
          }) {}

private:
    std::jthread thread_;
};

}  // namespace asterism::cli
