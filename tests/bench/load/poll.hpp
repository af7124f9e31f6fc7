#pragma once

#include <array>
#include <cerrno>
#include <chrono>
#include <system_error>
#include <unistd.h>

#include <sys/epoll.h>

#include "tests/bench/load/link.hpp"

namespace asterism::bench {

/// Turns the links that something happened to.
class Poll {
public:
    Poll() : epoll_(::epoll_create1(EPOLL_CLOEXEC)) {}

    ~Poll() { ::close(epoll_); }

    Poll(const Poll&) = delete;
    Poll& operator=(const Poll&) = delete;

    void add(Link& link) {
        epoll_event event{};
        event.events = EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET;
        event.data.ptr = &link;
        if (::epoll_ctl(epoll_, EPOLL_CTL_ADD, link.socket(), &event) != 0)
            throw std::system_error(errno, std::generic_category(), "epoll_ctl");
    }

    /// Until `when` at the latest, or the first events; each link has its turn before `then(link)`.
    void wait(Clock::time_point when, auto then) {
        using std::chrono::milliseconds;
        const auto left = std::chrono::ceil<milliseconds>(when - Clock::now()).count();
        std::array<epoll_event, 256> events;
        const int count = ::epoll_wait(epoll_, events.data(), static_cast<int>(events.size()),
                                       left > 0 ? static_cast<int>(left) : 0);
        for (int i = 0; i < count; ++i) {
            Link& link = *static_cast<Link*>(events[static_cast<std::size_t>(i)].data.ptr);
            link.turn();
            then(link);
        }
    }

private:
    int epoll_;
};

}  // namespace asterism::bench
