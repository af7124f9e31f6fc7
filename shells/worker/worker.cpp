#include "shells/worker/worker.hpp"

#include <algorithm>
#include <exception>
#include <utility>

namespace asterism::worker {

using std::chrono::milliseconds;

Worker::Worker(app::TaskQueue& queue, std::vector<Handler> handlers, WorkerOptions options)
    : queue_(queue),
      handlers_(std::move(handlers)),
      options_(std::move(options)),
      loop_([this] { return look(); }) {}

int Worker::run_due(Instant now) {
    const auto tasks = queue_.lease(now, options_.lease, options_.batch);
    int done = 0;
    for (const auto& task : tasks) {
        const auto moment = std::max(now, options_.clock());
        if (loop_.stopping() || moment + options_.longest_task > now + options_.lease) break;
        run(task, moment);
        ++done;
    }
    return done;
}

void Worker::run(const app::LeasedTask& task, Instant now) {
    const auto found = std::ranges::find(handlers_, std::string_view(task.kind), &Handler::kind);
    const Handler* handler = found == handlers_.end() ? nullptr : &*found;
    const auto outcome = tried(handler, task, now);
    try {
        settle(task, outcome, handler, now);
    } catch (const app::StoreUnavailable&) {
        throw;
    } catch (const std::exception& failure) {
        settle_unrecorded(task, outcome, handler, now, failure.what());
    }
}

/// What it noted cannot be kept: with another note, else without one.
void Worker::settle_unrecorded(const app::LeasedTask& task, const Outcome& outcome,
                               const Handler* handler, Instant now, const std::string& why) {
    const auto ending = outcome.ending == Ending::done ? Ending::again : outcome.ending;
    try {
        const auto record = outcome.unrecorded ? outcome.unrecorded(why) : Outcome::Record();
        return settle(task, {ending, why, record}, handler, now);
    } catch (const app::StoreUnavailable&) {
        throw;
    } catch (const std::exception&) {  // nor that
    }
    settle(task, {ending, why}, handler, now);
}

void Worker::settle(const app::LeasedTask& task, const Outcome& outcome, const Handler* handler,
                    Instant now) {
    const auto tries = static_cast<std::size_t>(std::max(task.attempts, 1));
    const bool last = outcome.ending == Ending::hopeless ||
                      (outcome.ending == Ending::again && tries > handler->waits.size());
    const auto record = [&](app::Unit& unit) {
        if (outcome.record) outcome.record(unit, last);
    };
    if (outcome.ending == Ending::done) return queue_.finish(task, record);
    tell(task.kind, outcome.error);
    if (last) return queue_.bury(task, outcome.error, record);
    queue_.postpone(task, now + handler->waits[tries - 1], outcome.error, record);
}

/// A handler that fails fails its task alone; a store that is away fails the whole batch.
Outcome Worker::tried(const Handler* handler, const app::LeasedTask& task, Instant now) {
    if (!handler) return {Ending::hopeless, "nobody handles this kind of task"};
    try {
        return handler->handle(task, now);
    } catch (const app::StoreUnavailable&) {
        throw;
    } catch (const std::exception& failure) {
        return {Ending::again, failure.what()};
    } catch (...) {
        return {Ending::again, "the handler threw something unknown"};
    }
}

milliseconds Worker::look() {
    try {
        const auto now = options_.clock();
        const bool busy = run_due(now) > 0;
        if (std::exchange(away_, milliseconds{0}) > milliseconds{0}) tell("store", "is back");
        if (busy) return milliseconds{0};
        const auto due = queue_.next_due();
        if (!due) return options_.idle;
        // What is due and was not given to us is another worker's, or waits for its lane.
        const auto rest = std::chrono::ceil<milliseconds>(*due - now);
        return rest.count() > 0 ? std::min(rest, options_.idle) : options_.idle;
    } catch (const std::exception& failure) {
        tell("store", failure.what());
        away_ = std::clamp(2 * away_, options_.idle, options_.longest_away);
        return away_;
    }
}

void Worker::tell(std::string_view about, std::string_view what) const {
    if (options_.failed) options_.failed(about, what);
}

}  // namespace asterism::worker
