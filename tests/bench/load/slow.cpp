#include <algorithm>
#include <chrono>
#include <deque>
#include <string>
#include <thread>

#include "tests/bench/load/poll.hpp"
#include "tests/bench/load/report.hpp"
#include "tests/bench/load/scenes.hpp"
#include "tests/bench/load/side.hpp"
#include "tests/bench/load/site.hpp"

namespace asterism::bench {
namespace {

using namespace std::chrono_literals;

double seconds_since(Clock::time_point when) {
    return std::chrono::duration<double>(Clock::now() - when).count();
}

/// Clients of one kind, and how long the longest of them was borne: from the handshake on, which
/// takes its time where one machine does both sides of thousands.
class Kind {
public:
    Kind(LinkOptions options, unsigned count, unsigned first, const std::string& opening,
         Poll& poll) {
        for (unsigned i = 0; i < count; ++i) {
            options.from = 0x10000 + 1 + (first + i) / 200;
            Link& link = links_.emplace_back(options);
            link.waiting = true;
            poll.add(link);
            link.say(opening);
        }
    }

    /// One byte more from each that is still borne.
    void drip() {
        for (Link& link : links_) {
            if (link.waiting && !link.over()) link.say("x");
            note(link);
        }
    }

    void note(Link& link) {
        if (!link.over() || !link.waiting) return;
        link.waiting = false;
        longest_ = std::max(longest_, std::chrono::duration<double>(link.ended - link.met).count());
    }

    bool gone() const { return std::ranges::none_of(links_, &Link::waiting); }

    /// Infinite while somebody is there.
    double longest() const { return gone() ? longest_ : 1e9; }

private:
    std::deque<Link> links_;
    double longest_ = 0;
};

std::string many_requests() {
    std::string out;
    for (int i = 0; i < 200; ++i) out += get("/v1/openapi.json");
    return out;
}

}  // namespace

bool slow_clients(const Wanted& wanted) {
    const Site site(
        {.program = wanted.program, .tls = wanted.tls != nullptr, .flags = wanted.flags});
    LinkOptions options{.port = site.port(), .tls = wanted.tls};
    Side side(options, 50, "/v1/sky/moon");
    std::this_thread::sleep_for(1s);
    const unsigned before = site.descriptors();
    const double base = site.resident_mib();
    const auto begun = Clock::now();
    const unsigned share = wanted.connections / 20;

    Poll poll;
    Kind heads(options, 10 * share, 0, "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ", poll);
    Kind bodies(options, 2 * share, 10 * share,
                "POST /v1/sessions HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: "
                "application/json\r\nContent-Length: 60000\r\n\r\n",
                poll);
    options.room = 4096;
    options.deaf = true;
    Kind deaf(options, share, 12 * share, many_requests(), poll);
    double most = base;
    while (seconds_since(begun) < wanted.seconds) {
        const auto next = Clock::now() + 1s;
        while (Clock::now() < next) poll.wait(next, [](Link&) {});
        heads.drip();
        bodies.drip();
        deaf.drip();
        most = std::max(most, site.resident_mib());
    }
    const unsigned after = site.descriptors();
    const auto sided = side.stop();

    Report report(wanted.tls ? "slow clients, over TLS" : "slow clients");
    report.at_most(std::to_string(10 * share) + " slow heads, gone after", heads.longest(), 12,
                   "s");
    report.at_most(std::to_string(2 * share) + " slow bodies, gone after", bodies.longest(), 12,
                   "s");
    report.at_most(std::to_string(share) + " that do not read, gone after", deaf.longest(), 35,
                   "s");
    report.at_most("others' requests, p99", p99(sided.milliseconds), 50, "ms");
    report.at_most("others' errors", sided.errors, 0, "");
    report.note("others' requests", static_cast<double>(sided.milliseconds.size()), "");
    report.at_most("descriptors left over", after > before ? after - before : 0, 0, "");
    report.note("memory at most", most - base, "MiB more");
    return report.print();
}

}  // namespace asterism::bench
