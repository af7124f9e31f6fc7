#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace asterism::http {

/// Threads for work that blocks. Started when first needed, kept from then on; the one that went
/// idle last is woken first, since its memory is the warmest.
class Pool {
public:
    using Job = std::function<void()>;  ///< must not throw

    /// `nice`: how far the threads stand back for the others of the machine, 0 to 19.
    Pool(unsigned threads, unsigned queue, int nice = 0)
        : threads_(threads), queue_limit_(queue), nice_(nice) {}

    ~Pool() { close(); }

    Pool(const Pool&) = delete;
    Pool& operator=(const Pool&) = delete;

    /// Waits for the jobs that run; drops those that wait, and all that come later.
    void close();
    /// False where no thread is free and the queue is full.
    bool try_post(Job job);

private:
    struct Worker {
        std::condition_variable wake;
        Job job;
        std::thread thread;
    };

    bool start_worker(Job& job);
    void work(Worker& self);

    const unsigned threads_;
    const unsigned queue_limit_;
    const int nice_;
    std::mutex mutex_;
    bool closing_ = false;
    std::deque<Job> queue_;
    std::vector<Worker*> idle_;
    std::deque<Worker> workers_;  ///< grows only: workers are referred to
};

}  // namespace asterism::http
