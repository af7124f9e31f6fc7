#include "shells/worker/jobs.hpp"

#include <map>

#include <doctest/doctest.h>

#include "tests/fakes/instant.hpp"

namespace asterism::worker {
namespace {

using namespace std::chrono_literals;

constexpr Instant start = tests::instant("2026-03-01T12:00:00Z");

class MemoryTimetable : public app::Timetable {
public:
    std::optional<std::int64_t> take(std::string_view job, Instant now,
                                     std::chrono::seconds) override {
        const auto [row, fresh] = due.try_emplace(std::string(job), now);
        return row->second <= now ? std::optional<std::int64_t>(++leases) : std::nullopt;
    }

    void settle(std::string_view job, std::int64_t, Instant, Instant next,
                std::string_view outcome) override {
        due[std::string(job)] = next;
        outcomes.emplace_back(outcome);
    }

    std::vector<app::JobState> all() override { return {}; }

    std::map<std::string, Instant> due;
    std::vector<std::string> outcomes;
    std::int64_t leases = 0;
};

struct Scene {
    Jobs jobs(Progress progress, bool continuous = false) {
        JobsOptions options;
        options.clock = [this] { return now; };
        options.failed = [this](std::string_view job, std::string_view what) {
            said += std::string(job) + ": " + std::string(what);
        };
        return {timetable,
                {{"sweep", 1h,
                  [this, progress](Instant) {
                      ++runs;
                      if (fails) throw std::runtime_error("no broom");
                      return progress;
                  },
                  continuous}},
                options};
    }

    MemoryTimetable timetable;
    Instant now = start;
    int runs = 0;
    bool fails = false;
    std::string said;
};

TEST_CASE_FIXTURE(Scene, "jobs: a job is done when it is due, and its next run counts from now") {
    auto all = jobs({false, "3 deleted"});
    CHECK_FALSE(all.run_due(start));
    CHECK(runs == 1);
    CHECK(timetable.outcomes == std::vector<std::string>{"3 deleted"});
    all.run_due(start + 59min);
    CHECK(runs == 1);
    all.run_due(start + 9h);  // however often it was missed, it is done once
    all.run_due(start + 9h + 59min);
    CHECK(runs == 2);
    all.run_due(start + 10h);
    CHECK(runs == 3);
}

TEST_CASE_FIXTURE(Scene, "jobs: what is left of a job is due at once") {
    auto all = jobs({true, ""});
    CHECK(all.run_due(start));
    CHECK(all.run_due(start));
    CHECK(runs == 2);
}

TEST_CASE_FIXTURE(Scene, "jobs: one that fails is told of and tried again sooner") {
    auto all = jobs({});
    fails = true;
    CHECK_FALSE(all.run_due(start));
    CHECK(said == "sweep: no broom");
    CHECK(timetable.outcomes.back() == "no broom");
    all.run_due(start + 14min);
    CHECK(runs == 1);
    fails = false;
    all.run_due(start + 15min);
    CHECK(runs == 2);
}

TEST_CASE_FIXTURE(Scene, "jobs: a continuous one is no matter of the timetable") {
    auto all = jobs({}, true);
    all.run_due(start);
    all.run_due(start + 59min);
    CHECK(runs == 1);
    all.run_due(start + 1h);
    CHECK(runs == 2);
    all.run_due(start - 24h);  // a clock set back does not stop it
    CHECK(runs == 3);
    CHECK(timetable.due.empty());
    all.stop();
    CHECK(runs == 3);
    all.start();
    all.stop();
    CHECK(runs >= 4);
}

}  // namespace
}  // namespace asterism::worker
