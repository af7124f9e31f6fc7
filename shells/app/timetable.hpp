#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libcore/base/time.hpp"

namespace asterism::app {

/// How a job stands.
struct JobState {
    std::string name;
    Instant due;
    std::optional<Instant> last_run;
    std::string last_outcome;
};

/// When jobs are to be done again, for all processes on one database: of several that look, one is
/// given a job. One that was missed is done once, however often it was missed.
class Timetable {
public:
    virtual ~Timetable() = default;
    /// The job, if it is due and nobody is at it: the number of its lease. A job that was never
    /// heard of is due at once.
    virtual std::optional<std::int64_t> take(std::string_view job, Instant now,
                                             std::chrono::seconds lease) = 0;
    /// Ends a lease. Does nothing if it had run out and another was given.
    virtual void settle(std::string_view job, std::int64_t lease, Instant now, Instant due,
                        std::string_view outcome) = 0;
    /// By name.
    virtual std::vector<JobState> all() = 0;
};

}  // namespace asterism::app
