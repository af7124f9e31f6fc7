#pragma once

#include <array>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <semaphore.h>
#include <thread>
#include <vector>

#include "shells/app/function_ref.hpp"
#include "shells/store/db.hpp"

namespace asterism::store {

/// The one thread that writes to SQLite. It takes all works that wait, and for some milliseconds
/// those that come meanwhile, runs them in one transaction and commits them together: one fsync for
/// many, and each caller hears of its own outcome only when it is durable. A work that waits alone
/// is run and committed at once. Where one of many has to be undone, all of them are, and run
/// again, each in a savepoint of its own: savepoints keep every page as it was, which takes a
/// quarter of the time of a group of orders, and hardly any is ever needed.
class GroupWriter {
public:
    explicit GroupWriter(std::function<std::unique_ptr<Db>()> open);
    ~GroupWriter();
    GroupWriter(const GroupWriter&) = delete;
    GroupWriter& operator=(const GroupWriter&) = delete;

    /// Returns when `work` is committed, or was undone because it said so or threw. Throws what it
    /// threw when it was last run, or app::StoreUnavailable if the database or the queue would not
    /// have it.
    void write(app::FunctionRef<bool(Db&)> work);

private:
    /// A standard semaphore would have whoever waits look out for a while, which keeps a processor
    /// from whoever works.
    class Bell {
    public:
        Bell();
        ~Bell();
        Bell(const Bell&) = delete;
        Bell& operator=(const Bell&) = delete;
        void ring();
        void wait();

    private:
        sem_t rings_;
    };

    struct Job {
        app::FunctionRef<bool(Db&)> work;
        std::exception_ptr failure = nullptr;
        Bell done = {};
        /// Whom its caller wakes in turn: who writes has better to do than to wake them all.
        std::array<Job*, 2> others = {};
    };

    using Clock = std::chrono::steady_clock;

    void loop();
    std::vector<Job*> take();
    bool join(std::vector<Job*>& batch, Clock::time_point begun);
    void move_waiting(std::vector<Job*>& batch);
    static void release(const std::vector<Job*>& batch);
    void commit(std::vector<Job*>& batch);
    bool commit_at_once(std::vector<Job*>& batch);
    bool run(Job& job, bool apart);
    void run_apart(Job& job);
    void roll_back();
    void fail(const std::vector<Job*>& batch, const char* why);

    std::function<std::unique_ptr<Db>()> open_;
    std::unique_ptr<Db> db_;
    std::mutex mutex_;
    std::condition_variable woken_;
    std::vector<Job*> waiting_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace asterism::store
