#include "shells/worker/loop.hpp"

namespace asterism::worker {

void Loop::start() {
    thread_ = std::thread([this] { run(); });
}

void Loop::nudge() {
    {
        const std::lock_guard lock(mutex_);
        nudged_ = true;
    }
    woken_.notify_one();
}

void Loop::stop() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    woken_.notify_one();
    if (thread_.joinable()) thread_.join();
}

bool Loop::stopping() const {
    const std::lock_guard lock(mutex_);
    return stopping_;
}

void Loop::run() {
    while (!stopping()) {
        const auto pause = look_();
        std::unique_lock lock(mutex_);
        woken_.wait_for(lock, pause, [this] { return nudged_ || stopping_; });
        nudged_ = false;
    }
}

}  // namespace asterism::worker
