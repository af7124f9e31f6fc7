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

struct Counts {
    unsigned hashed = 0;
    unsigned turned_away = 0;  ///< with a time to come back
    unsigned wrong = 0;

    void add(const Answer& answer) {
        if (answer.status == 401 || answer.status == 400)
            ++hashed;
        else if ((answer.status == 503 || answer.status == 429) && answer.retry_after)
            ++turned_away;
        else
            ++wrong;
    }
};

/// Offers so many logins a second, each by somebody else from somewhere else.
Counts storm(std::uint16_t port, SSL_CTX* tls, unsigned a_second, unsigned seconds) {
    Counts out;
    Poll poll;
    std::deque<Link> links;
    const auto pause = std::chrono::nanoseconds(1'000'000'000 / a_second);
    const auto end = Clock::now() + std::chrono::seconds(seconds);
    unsigned waiting = 0;
    const auto count = [&](Link& link) {
        while (const auto answer = link.answer()) {
            out.add(*answer);
            --waiting;
            link.leave();  // those who stay are another scene
            return;
        }
    };
    for (auto due = Clock::now(); due < end; due += pause) {
        while (Clock::now() < due) poll.wait(due, count);
        const auto number = static_cast<unsigned>(links.size());
        Link& link =
            links.emplace_back(LinkOptions{.port = port, .from = 0x10000 + 1 + number, .tls = tls});
        poll.add(link);
        ++waiting;
        link.say(post("/v1/sessions", R"({"identifier":"nobody)" + std::to_string(number) +
                                          R"(","password":"Galaxy.Curve7"})"));
    }
    const auto patience = Clock::now() + 10s;
    while (waiting > 0 && Clock::now() < patience) poll.wait(patience, count);
    out.wrong += waiting;
    return out;
}

}  // namespace

bool login_storm(const Wanted& wanted) {
    const unsigned seconds = std::min(wanted.seconds, 30U);
    const Site site(
        {.program = wanted.program, .tls = wanted.tls != nullptr, .flags = wanted.flags});
    const LinkOptions options{.port = site.port(), .tls = wanted.tls};
    Side side(options, 50, "/v1/sky/moon");
    std::this_thread::sleep_for(1s);
    const double base = site.resident_mib();
    double most = base;
    std::jthread watch([&](const std::stop_token& over) {
        for (; !over.stop_requested(); std::this_thread::sleep_for(100ms))
            most = std::max(most, site.resident_mib());
    });
    const auto counts = storm(site.port(), wanted.tls, 200, seconds);
    watch.request_stop();
    watch.join();
    const auto sided = side.stop();

    Report report(wanted.tls ? "login storm, over TLS" : "login storm");
    report.note("offered", 200, "a second");
    report.at_least("hashed", static_cast<double>(counts.hashed) / seconds, 20, "a second");
    report.note("told to come back", static_cast<double>(counts.turned_away) / seconds, "a second");
    report.at_most("answered otherwise, or not", counts.wrong, 0, "");
    report.at_most("others' requests, p99", p99(sided.milliseconds), 50, "ms");
    report.at_most("others' errors", sided.errors, 0, "");
    report.at_most("memory at most", most - base, 60, "MiB more");
    return report.print();
}

}  // namespace asterism::bench
