#include "tests/bench/load/side.hpp"

#include <deque>
#include <utility>

#include "tests/bench/load/poll.hpp"

namespace asterism::bench {

std::string get(std::string_view target) {
    return "GET " + std::string(target) + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
}

std::string post(std::string_view target, std::string_view json) {
    return "POST " + std::string(target) +
           " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: " +
           std::to_string(json.size()) + "\r\n\r\n" + std::string(json);
}

Side::Side(const LinkOptions& options, unsigned a_second, std::string_view target)
    : options_(options),
      pause_(std::chrono::nanoseconds(1'000'000'000 / a_second)),
      request_(get(target)) {}

Sided Side::stop() {
    thread_.request_stop();
    thread_.join();
    return std::exchange(sided_, {});
}

void Side::run(const std::stop_token& over) {
    constexpr unsigned clients = 64;  // from addresses of their own
    Poll poll;
    std::deque<Link> links;
    for (unsigned i = 0; i < clients; ++i) {
        options_.from = 0x20000 + 1 + i;  // 127.2.0.x
        poll.add(links.emplace_back(options_));
    }
    auto due = Clock::now() + std::chrono::milliseconds(200);  // once they are connected
    for (std::size_t next = 0; !over.stop_requested();) {
        poll.wait(due, [&](Link& link) {
            while (const auto answer = link.answer()) {
                using Milliseconds = std::chrono::duration<double, std::milli>;
                sided_.milliseconds.push_back(Milliseconds(Clock::now() - link.asked).count());
                sided_.errors += answer->status != 200;
                link.waiting = false;
            }
        });
        for (; due <= Clock::now(); due += pause_) {
            Link& link = links[next++ % clients];
            if (link.waiting || link.over()) {
                ++sided_.errors;
                continue;
            }
            link.asked = due;
            link.waiting = true;
            link.say(request_);
        }
    }
}

}  // namespace asterism::bench
