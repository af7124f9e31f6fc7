#include "shells/store/group_writer.hpp"

#include <algorithm>
#include <string>

#include "shells/app/store.hpp"

namespace asterism::store {
namespace {

constexpr std::size_t longest_queue = 1'024;
constexpr std::size_t largest_batch = 256;
/// Whoever was first waits for those who join.
constexpr std::chrono::milliseconds open_to_others{2};

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
    job.done.wait();
    for (Job* other : job.others)
        if (other) other->done.ring();
    if (job.failure) std::rethrow_exception(job.failure);
}

void GroupWriter::loop() {
    for (auto batch = take(); !batch.empty(); batch = take()) {
        try {
            commit(batch);
        } catch (const std::exception& error) {
            fail(batch, error.what());
        }
        release(batch);
    }
}

GroupWriter::Bell::Bell() { sem_init(&rings_, 0, 0); }

GroupWriter::Bell::~Bell() { sem_destroy(&rings_); }

void GroupWriter::Bell::ring() { sem_post(&rings_); }

void GroupWriter::Bell::wait() {
    while (sem_wait(&rings_) != 0) {  // a signal came
    }
}

/// Each wakes two more. A job lives until it is woken.
void GroupWriter::release(const std::vector<Job*>& batch) {
    for (std::size_t n = 1; n < batch.size(); ++n) {
        auto& others = batch[(n - 1) / 2]->others;
        others[(n - 1) % 2] = batch[n];
    }
    batch.front()->done.ring();
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
    std::vector<Job*> batch;
    move_waiting(batch);
    return batch;
}

/// False: it is time to commit.
bool GroupWriter::join(std::vector<Job*>& batch, Clock::time_point begun) {
    if (batch.size() >= largest_batch || Clock::now() - begun > open_to_others) return false;
    const std::lock_guard lock(mutex_);
    const auto before = batch.size();
    move_waiting(batch);
    return batch.size() > before;
}

/// As many as there is place for. Whoever calls holds the mutex.
void GroupWriter::move_waiting(std::vector<Job*>& batch) {
    const auto count = std::min(waiting_.size(), largest_batch - batch.size());
    const auto end = waiting_.begin() + static_cast<std::ptrdiff_t>(count);
    batch.insert(batch.end(), waiting_.begin(), end);
    waiting_.erase(waiting_.begin(), end);
}

void GroupWriter::commit(std::vector<Job*>& batch) {
    if (commit_at_once(batch)) return;
    if (!db_) db_ = open_();
    db_->begin(Access::write);
    for (Job* job : batch) run_apart(*job);
    db_->commit();
}

/// False: nothing is done, since what one of several did has to be undone.
bool GroupWriter::commit_at_once(std::vector<Job*>& batch) {
    if (!db_) db_ = open_();
    const auto begun = Clock::now();
    db_->begin(Access::write);
    for (std::size_t next = 0; next < batch.size() || join(batch, begun); ++next) {
        const auto before = db_->changes();
        if (run(*batch[next], false) || (db_->changes() == before && !db_->failed())) continue;
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
