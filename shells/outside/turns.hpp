#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <set>
#include <string>
#include <utility>

namespace asterism::outside {

/// Of many who want the same thing fetched, one goes and the others wait for it.
class Turns {
public:
    using Deadline = std::chrono::steady_clock::time_point;

    /// Held by whoever goes, or after the wait for somebody else.
    class Turn {
    public:
        Turn(Turns& turns, std::string what, Deadline until)
            : turns_(turns), what_(std::move(what)), goes_(turns.enter(what_, until)) {}

        ~Turn() {
            if (goes_) turns_.leave(what_);
        }

        Turn(const Turn&) = delete;
        Turn& operator=(const Turn&) = delete;

        /// False: somebody else went and is back, or is taking too long.
        bool goes() const { return goes_; }

    private:
        Turns& turns_;
        const std::string what_;
        const bool goes_;
    };

private:
    bool enter(const std::string& what, Deadline until) {
        std::unique_lock lock(mutex_);
        if (under_way_.insert(what).second) return true;
        back_.wait_until(lock, until, [&] { return !under_way_.contains(what); });
        return false;
    }

    void leave(const std::string& what) {
        {
            const std::lock_guard lock(mutex_);
            under_way_.erase(what);
        }
        back_.notify_all();
    }

    std::mutex mutex_;
    std::condition_variable back_;
    std::set<std::string> under_way_;
};

}  // namespace asterism::outside
