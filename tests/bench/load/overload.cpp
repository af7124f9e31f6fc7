#include <algorithm>
#include <chrono>
#include <deque>
#include <memory>
#include <sched.h>
#include <string>
#include <utility>
#include <vector>

#include "tests/bench/load/poll.hpp"
#include "tests/bench/load/report.hpp"
#include "tests/bench/load/scenes.hpp"
#include "tests/bench/load/side.hpp"
#include "tests/bench/load/site.hpp"

namespace asterism::bench {
namespace {

using namespace std::chrono_literals;

constexpr auto patience = 1s;     // who has no answer by then goes away
constexpr unsigned most = 4'000;  // clients at once

struct Counts {
    double good = 0;  ///< answered with 200 in time
    double shed = 0;  ///< told to come back
    double lost = 0;  ///< neither, or nobody was there to ask
};

void stay_on(unsigned core) {
    cpu_set_t set;
    CPU_ZERO(&set);
    CPU_SET(core, &set);
    ::sched_setaffinity(0, sizeof set, &set);
}

/// Clients that do not wait for one another: so many requests a second, come what may.
class Mob {
public:
    explicit Mob(const LinkOptions& options) : options_(options) {}

    /// Per second, over that time. `a_second` of 0: 64 clients, each as soon as it has its answer.
    Counts ask(double a_second, Clock::duration time) {
        counts_ = {};
        const auto begun = Clock::now();
        const auto end = begun + time;
        double asked = 0;
        while (Clock::now() < end) {
            const std::chrono::duration<double> since = Clock::now() - begun;
            if (a_second == 0) {
                while (busy_.size() < 64) ask_one();
            } else {
                for (; asked < since.count() * a_second; ++asked) ask_one();
            }
            // Never asleep: to wake somebody on another core by every answer would cost the server
            // a sixth of its own.
            poll_.wait(Clock::now(), [&](Link& link) { hear(link); });
            if (const auto now = Clock::now(); now >= look_) {
                give_up(now);
                look_ = now + 10ms;
            }
        }
        const double seconds = std::chrono::duration<double>(Clock::now() - begun).count();
        return {counts_.good / seconds, counts_.shed / seconds, counts_.lost / seconds};
    }

private:
    void ask_one() {
        while (!free_.empty() && free_.back()->over()) free_.pop_back();
        if (free_.empty()) {
            if (busy_.size() >= most) return void(++counts_.lost);
            options_.from = 0x10000 + 1 + made_++ % 50'000;
            poll_.add(*free_.emplace_back(std::make_unique<Link>(options_)));
        }
        auto link = std::move(free_.back());
        free_.pop_back();
        link->asked = Clock::now();
        link->waiting = true;
        link->row = busy_.size();
        busy_.push_back(std::move(link));
        busy_.back()->say(request_);
    }

    /// Who has an answer is free again.
    void hear(Link& link) {
        while (const auto answer = link.answer()) {
            const bool late = Clock::now() - link.asked > patience;
            ++(late ? counts_.lost : answer->status == 200 ? counts_.good : counts_.shed);
            if (std::exchange(link.waiting, false)) free_.push_back(take(link.row));
        }
    }

    /// Who is past waiting hangs up.
    void give_up(Clock::time_point now) {
        for (std::size_t row = busy_.size(); row-- > 0;)
            if (busy_[row]->over() || now - busy_[row]->asked > patience) {
                ++counts_.lost;
                take(row);
            }
    }

    std::unique_ptr<Link> take(std::size_t row) {
        auto link = std::exchange(busy_[row], std::move(busy_.back()));
        busy_.pop_back();
        if (row < busy_.size()) busy_[row]->row = row;
        return link;
    }

    LinkOptions options_;
    const std::string request_ = get("/v1/sky/moon");
    Poll poll_;
    std::vector<std::unique_ptr<Link>> free_;
    std::vector<std::unique_ptr<Link>> busy_;
    Counts counts_;
    Clock::time_point look_{};  // when the waiting are looked through
    unsigned made_ = 0;
};

}  // namespace

bool overload(const Wanted& wanted) {
    // On one core, so that there is one for those who ask.
    const Site site({.program = wanted.program,
                     .tls = wanted.tls != nullptr,
                     .flags = wanted.flags,
                     .core = 0});
    stay_on(1);
    Mob mob({.port = site.port(), .tls = wanted.tls});
    mob.ask(0, 1s);
    const double capacity = mob.ask(0, 3s).good;
    const auto during = mob.ask(3 * capacity, std::chrono::seconds(wanted.seconds));
    int seconds = 0;
    double after = 0;
    for (; seconds < 10 && after < 0.9 * capacity * 0.5; ++seconds)
        after = mob.ask(0.5 * capacity, 1s).good;

    Report report(wanted.tls ? "overload, over TLS" : "overload");
    report.note("capacity on one core", capacity, "a second");
    report.note("offered", 3 * capacity, "a second");
    report.at_least("answered in time", during.good / capacity * 100, 80, "% of it");
    report.note("told to come back", during.shed, "a second");
    report.note("went away, or were never asked", during.lost, "a second");
    report.at_most("half of it is answered again after", seconds, 5, "s");
    return report.print();
}

}  // namespace asterism::bench
