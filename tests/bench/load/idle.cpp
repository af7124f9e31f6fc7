#include <chrono>
#include <cstddef>
#include <deque>
#include <string>
#include <vector>

#include "tests/bench/load/poll.hpp"
#include "tests/bench/load/report.hpp"
#include "tests/bench/load/scenes.hpp"
#include "tests/bench/load/side.hpp"
#include "tests/bench/load/site.hpp"

namespace asterism::bench {
namespace {

using namespace std::chrono_literals;
using Milliseconds = std::chrono::duration<double, std::milli>;

/// All that are connected.
class Crowd {
public:
    /// Connects one after the other, each asks once. At most 200 of an address.
    Crowd(LinkOptions options, unsigned count) {
        for (unsigned i = 0; i < count; ++i) {
            options.from = 0x10000 + 1 + i / 200;
            Link& link = links_.emplace_back(options);
            poll_.add(link);
            ask(link);
            if (i % 100 == 99) settle(5s);
        }
        settle(10s);
    }

    /// Asks every `step`-th; tells how long each answer took.
    std::vector<double> wake(std::size_t step) {
        took_.clear();
        for (std::size_t i = 0; i < links_.size(); i += step) ask(links_[i]);
        settle(10s);
        return took_;
    }

    unsigned lost() const {
        unsigned out = waiting_;
        for (const Link& link : links_) out += link.over();
        return out;
    }

private:
    void ask(Link& link) {
        link.asked = Clock::now();
        ++waiting_;
        link.say(request_);
    }

    /// Until nobody waits, or for so long.
    void settle(Clock::duration longest) {
        const auto end = Clock::now() + longest;
        while (waiting_ > 0 && Clock::now() < end)
            poll_.wait(end, [&](Link& link) {
                while (const auto answer = link.answer()) {
                    took_.push_back(Milliseconds(Clock::now() - link.asked).count());
                    --waiting_;
                }
            });
    }

    const std::string request_ = get("/livez");
    Poll poll_;
    std::deque<Link> links_;
    unsigned waiting_ = 0;
    std::vector<double> took_;
};

}  // namespace

bool idle_clients(const Wanted& wanted) {
    const Site site(
        {.program = wanted.program, .tls = wanted.tls != nullptr, .flags = wanted.flags});
    const LinkOptions options{.port = site.port(), .tls = wanted.tls};
    { const Crowd first(options, 10); }
    const double base = site.resident_mib();
    Crowd crowd(options, wanted.connections);
    const double crowded = site.resident_mib();
    std::this_thread::sleep_for(5s);  // they go to sleep
    const double cpu = site.cpu_seconds();
    std::this_thread::sleep_for(std::chrono::seconds(wanted.seconds));
    const double used = (site.cpu_seconds() - cpu) / wanted.seconds * 100;
    const double asleep = site.resident_mib();
    const double woken = p99(crowd.wake(100));
    const auto begun = Clock::now();
    crowd.wake(1);
    const double all = Milliseconds(Clock::now() - begun).count() / 1000;

    const double share = static_cast<double>(wanted.connections) / 10'000;
    Report report(wanted.tls ? "idle clients, over TLS" : "idle clients");
    report.note("connections", wanted.connections, "");
    report.note("memory before", base, "MiB");
    report.note("memory when they had all asked", crowded - base, "MiB more");
    report.at_most("memory while they wait", asleep - base, (wanted.tls ? 450 : 120) * share,
                   "MiB more");
    report.at_most("processor while they wait", used, 1, "%");
    report.at_most("one in a hundred wakes, p99", woken, 50, "ms");
    report.at_most("all wake at once", all, 5, "s");
    report.at_most("lost", crowd.lost(), 0, "");
    return report.print();
}

}  // namespace asterism::bench
