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
    roll_back();
}

void GroupWriter::roll_back() {
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
    if (commit_at_once(batch)) return;
    if (!db_) db_ = open_();
    db_->begin(Access::write);
    for (Job* job : batch) run_apart(*job);
    db_->commit();
}

/// False: nothing is done, since what one of several did has to be undone.
bool GroupWriter::commit_at_once(const std::vector<Job*>& batch) {
    if (!db_) db_ = open_();
    db_->begin(Access::write);
    for (Job* job : batch) {
        const auto before = db_->changes();
        if (run(*job, false) || (db_->changes() == before && !db_->failed())) continue;
        roll_back();
        return batch.size() == 1;
    }
    db_->commit();
    return true;
}

/// Whether what it did is kept.
bool GroupWriter::run(Job& job, bool apart) {
    job.failure = nullptr;
    try {
        const bool kept = job.work(*db_);
        if (kept) db_->check_sound();
        if (kept && apart) db_->keep_savepoint();
        return kept;
    } catch (...) {
        job.failure = std::current_exception();
        return false;
    }
}

/// A work that fails fails alone; only if it cannot be undone, the batch does.
void GroupWriter::run_apart(Job& job) {
    db_->open_savepoint();
    if (!run(job, true)) db_->undo_savepoint();
}

}  // namespace asterism::store
