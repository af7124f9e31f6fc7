#include "shells/worker/jobs.hpp"

#include <algorithm>
#include <exception>
#include <utility>

namespace asterism::worker {

using std::chrono::milliseconds;

Jobs::Jobs(app::Timetable& timetable, std::vector<Job> jobs, JobsOptions options)
    : timetable_(timetable), jobs_(std::move(jobs)), options_(std::move(options)), loop_([this] {
          try {
              return run_due(options_.clock()) ? milliseconds{0} : options_.idle;
          } catch (const std::exception& failure) {
              if (options_.failed) options_.failed("timetable", failure.what());
              return options_.idle * 10;
          }
      }) {}

bool Jobs::run_due(Instant now) {
    bool busy = false;
    for (const Job& job : jobs_) {
        if (loop_.stopping()) return false;
        busy = (job.continuous ? run_continuous(job, now) : run_timed(job, now)) || busy;
    }
    return busy;
}

void Jobs::stop() {
    loop_.stop();
    if (!started_) return;
    bool failed = false;
    for (const Job& job : jobs_)
        if (job.continuous) static_cast<void>(tried(job, options_.clock(), failed));
}

bool Jobs::run_timed(const Job& job, Instant now) {
    const auto lease = timetable_.take(job.name, now, options_.lease);
    if (!lease) return false;
    bool failed = false;
    const auto progress = tried(job, now, failed);
    const auto wait = failed          ? std::min(options_.retry, job.period)
                      : progress.more ? std::chrono::seconds{0}
                                      : job.period;
    timetable_.settle(job.name, *lease, now, now + wait, progress.said);
    if (!failed && !progress.said.empty() && options_.done) options_.done(job.name, progress.said);
    return !failed && progress.more;
}

bool Jobs::run_continuous(const Job& job, Instant now) {
    auto& next = next_[job.name];
    // A clock set back must not stop it.
    if (now < next && next - now <= job.period) return false;
    bool failed = false;
    const auto progress = tried(job, now, failed);
    next = progress.more ? now
                         : now + (failed ? std::max(options_.retry / 60, job.period) : job.period);
    return progress.more;
}

Progress Jobs::tried(const Job& job, Instant now, bool& failed) {
    try {
        return job.run(now);
    } catch (const std::exception& failure) {
        failed = true;
        if (options_.failed) options_.failed(job.name, failure.what());
        return {false, failure.what()};
    }
}

}  // namespace asterism::worker
