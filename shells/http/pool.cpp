#include "shells/http/pool.hpp"

#include <system_error>
#include <unistd.h>
#include <utility>

namespace asterism::http {

void Pool::close() {
    std::deque<Job> dropped;
    {
        const std::lock_guard lock(mutex_);
        closing_ = true;
        dropped.swap(queue_);
        for (Worker& worker : workers_) worker.wake.notify_one();
    }
    dropped.clear();
    for (Worker& worker : workers_)
        if (worker.thread.joinable()) worker.thread.join();
}

bool Pool::try_post(Job job) {
    const std::lock_guard lock(mutex_);
    if (closing_) return false;
    if (!idle_.empty()) {
        Worker& worker = *idle_.back();
        idle_.pop_back();
        worker.job = std::move(job);
        worker.wake.notify_one();
        return true;
    }
    if (workers_.size() < threads_ && start_worker(job)) return true;
    if (workers_.empty() || queue_.size() >= queue_limit_) return false;
    queue_.push_back(std::move(job));
    return true;
}

bool Pool::start_worker(Job& job) {
    idle_.reserve(workers_.size() + 1);  // going idle must not fail
    Worker& worker = workers_.emplace_back();
    try {
        worker.thread = std::thread([this, &worker] { work(worker); });
    } catch (const std::system_error&) {
        workers_.pop_back();  // the system has no more threads: those there are must do
        return false;
    }
    worker.job = std::move(job);  // it waits for our lock before it looks
    return true;
}

void Pool::work(Worker& self) {
    // On Linux it is the thread's own. Refused or not, the work is done.
    if (nice_ != 0) (void)!::nice(nice_);
    std::unique_lock lock(mutex_);
    for (;;) {
        self.wake.wait(lock, [&] { return self.job || closing_; });
        if (!self.job) return;
        Job job = std::exchange(self.job, nullptr);
        lock.unlock();
        job();
        job = nullptr;  // what it holds may be large, or need the lock to go
        lock.lock();
        if (!queue_.empty()) {
            self.job = std::move(queue_.front());
            queue_.pop_front();
        } else {
            idle_.push_back(&self);
        }
    }
}

}  // namespace asterism::http
