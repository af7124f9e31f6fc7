#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "shells/app/timetable.hpp"
#include "shells/worker/loop.hpp"

namespace asterism::worker {

/// What came of a piece of a job.
struct Progress {
    bool more = false;  ///< the rest is due at once
    std::string said = {};
};

/// Something that is done again and again.
struct Job {
    std::string name;
    std::chrono::seconds period;  ///< from the end of one run to the next
    /// Does one piece of it, short enough for the lease; throws if it fails.
    std::function<Progress(Instant now)> run;
    /// Its runs are no matter of the timetable: every process does it, and the job itself sees to
    /// it that they do not meet. Done once more when the process ends.
    bool continuous = false;
};

struct JobsOptions {
    std::function<Instant()> clock;
    std::chrono::seconds lease{600};
    std::chrono::seconds retry{900};  ///< after a failure; the period if that is shorter
    std::chrono::milliseconds idle{1'000};
    /// Hears of failures and of what was done: the job's name, and what happened.
    std::function<void(std::string_view job, std::string_view what)> failed = {};
    std::function<void(std::string_view job, std::string_view what)> done = {};
};

/// Does jobs when they are due, in a thread of its own. Of several processes on one database one
/// does a job.
class Jobs {
public:
    Jobs(app::Timetable& timetable, std::vector<Job> jobs, JobsOptions options);

    /// Does one piece of whatever is due. Whether anything was. What the tests call.
    bool run_due(Instant now);

    void start() {
        started_ = true;
        loop_.start();
    }

    /// Does nothing if it was not started.
    void stop();

private:
    bool run_timed(const Job& job, Instant now);
    bool run_continuous(const Job& job, Instant now);
    Progress tried(const Job& job, Instant now, bool& failed);

    app::Timetable& timetable_;
    std::vector<Job> jobs_;
    JobsOptions options_;
    std::map<std::string, Instant, std::less<>> next_;  ///< of this process's continuous jobs
    bool started_ = false;
    Loop loop_;
};

}  // namespace asterism::worker
