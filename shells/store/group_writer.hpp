#pragma once

#include <condition_variable>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <semaphore>
#include <thread>
#include <vector>

#include "shells/app/function_ref.hpp"
#include "shells/store/db.hpp"

namespace asterism::store {

/// The one thread that writes to SQLite. It takes all works that wait, runs them in one transaction
/// and commits them together: one fsync for many, and each caller hears of its own outcome only
/// when it is durable. A work that waits alone is run at once. Where one of many has to be undone,
/// all of them are, and run again, each in a savepoint of its own: savepoints keep every page as it
/// was, which takes a quarter of the time of a group of orders, and hardly any is ever needed.
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
    struct Job {
        app::FunctionRef<bool(Db&)> work;
        std::exception_ptr failure = nullptr;
        std::binary_semaphore done{0};
    };

    void loop();
    std::vector<Job*> take();
    void commit(const std::vector<Job*>& batch);
    bool commit_at_once(const std::vector<Job*>& batch);
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
