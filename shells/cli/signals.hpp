#pragma once

#include <functional>
#include <stop_token>
#include <thread>
#include <utility>

namespace asterism::cli {

/// Keeps TERM, INT and HUP from ending the process. To be called before the first thread is made.
void hold_signals();

/// What to do meanwhile; any of them may be empty.
struct WhileWaiting {
    std::function<void()> tick;    ///< now and then
    std::function<void()> reload;  ///< on HUP, which then is no reason to end
};

/// Waits for one of them. False if asked to give up. From then on another signal ends the process
/// at once.
bool wait_for_signal(const std::stop_token& give_up, const WhileWaiting& meanwhile = {});

/// Waits for a signal in a thread of its own, and then calls `stop`.
class SignalWatch {
public:
    SignalWatch(std::function<void()> stop, WhileWaiting meanwhile)
        : thread_([stop = std::move(stop),
                   meanwhile = std::move(meanwhile)](const std::stop_token& over) {
              if (wait_for_signal(over, meanwhile)) stop();
          }) {}

private:
    std::jthread thread_;
};

}  // namespace asterism::cli
