#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace asterism::worker {

/// A thread that looks for work again and again.
class Loop {
public:
    /// `look` works and says how long to wait before it is called again.
    explicit Loop(std::function<std::chrono::milliseconds()> look) : look_(std::move(look)) {}

    ~Loop() { stop(); }

    Loop(const Loop&) = delete;
    Loop& operator=(const Loop&) = delete;

    void start();
    /// Looks at once. From any thread.
    void nudge();
    /// Returns when the look that runs is over.
    void stop();
    bool stopping() const;

private:
    void run();

    std::function<std::chrono::milliseconds()> look_;
    mutable std::mutex mutex_;
    std::condition_variable woken_;
    bool nudged_ = false;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace asterism::worker
