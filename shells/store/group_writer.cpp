#include "shells/store/group_writer.hpp"

#include <algorithm>
#include <string>

#include "shells/app/store.hpp"

namespace asterism::store {
namespace {

constexpr std::size_t longest_queue = 1'024;
constexpr std::size_t largest_batch = 256;

}  // namespace

GroupWriter::GroupWriter(std::function<std::unique_ptr<Db>()> open)
    : open_(std::move(open)), thread_([this] { loop(); }) {}

GroupWriter::~GroupWriter() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    woken_.notify_one();
    thread_.join();
}

void GroupWriter::write(app::FunctionRef<bool(Db&)> work) {
    Job job{work};
    {
        const std::lock_guard lock(mutex_);
        if (waiting_.size() >= longest_queue)
            throw app::StoreUnavailable("too many writes are waiting");
        waiting_.push_back(&job);
    }
    woken_.notify_one();
    job.done.acquire();
    if (job.failure) std::rethrow_exception(job.failure);
}

void GroupWriter::loop() {
    for (auto batch = take(); !batch.empty(); batch = take()) {
        try {
            commit(batch);
        } catch (const std::exception& error) {
            fail(batch, error.what());
        }
        for (Job* job : batch) job->done.release();
    }
}

/// Nothing of the batch is durable. Whoever failed by himself hears of that; the others did nothing
/// wrong, even where a full disk has undone the transaction and its savepoints are missed.
void GroupWriter::fail(const std::vector<Job*>& batch, const char* why) {
    for (Job* job : batch) {
        if (!job->failure)
            job->failure = std::make_exception_ptr(
                app::StoreUnavailable(std::string("the writes could not be committed: ") + why));
    }
    if (db_ && !db_->rollback()) db_.reset();
}

/// What waits, in order; nothing when it is time to end.
std::vector<GroupWriter::Job*> GroupWriter::take() {
    std::unique_lock lock(mutex_);
    woken_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
    const auto count = std::min(waiting_.size(), largest_batch);
    const auto end = waiting_.begin() + static_cast<std::ptrdiff_t>(count);
    std::vector<Job*> batch(waiting_.begin(), end);
    waiting_.erase(waiting_.begin(), end);
    return batch;
}

void GroupWriter::commit(const std::vector<Job*>& batch) {
    if (!db_) db_ = open_();
    db_->begin(Access::write);
    for (Job* job : batch) run(*job);
    db_->commit();
}

/// A work that fails fails alone; only if it cannot be undone, the batch does.
void GroupWriter::run(Job& job) {
    db_->open_savepoint();
    bool kept = false;
    try {
        kept = job.work(*db_);
        if (kept) db_->keep_savepoint();
    } catch (...) {
        job.failure = std::current_exception();
        kept = false;
    }
    if (!kept) db_->undo_savepoint();
}

}  // namespace asterism::store
