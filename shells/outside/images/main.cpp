#include <array>
#include <cstring>
#include <span>
#include <unistd.h>

#include <sys/socket.h>

#include "shells/outside/images/confine.hpp"
#include "shells/outside/images/develop.hpp"

// One image worker: reads requests until the program that started it is gone. Nothing it is sent
// can make it do more than decode a picture, and should that go wrong, another one is started.

namespace {

using namespace asterism::outside::images;

constexpr unsigned cpu_seconds = 5;
constexpr std::size_t most_files = 1 + most_sizes;

/// A request and the files that came with it, closed at the end of its life.
struct Received {
    Request request;
    std::array<int, most_files> files = {};
    std::size_t count = 0;

    ~Received() {
        for (std::size_t i = 0; i < count; ++i) close(files.at(i));
    }
};

bool receive(Received& out) {
    iovec bytes{&out.request, sizeof out.request};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int) * most_files)> space{};
    msghdr message{};
    message.msg_iov = &bytes;
    message.msg_iovlen = 1;
    message.msg_control = space.data();
    message.msg_controllen = space.size();
    if (recvmsg(socket_number, &message, MSG_CMSG_CLOEXEC) != sizeof out.request) return false;
    const cmsghdr* files = CMSG_FIRSTHDR(&message);
    if (files == nullptr || files->cmsg_type != SCM_RIGHTS) return false;
    out.count = (files->cmsg_len - CMSG_LEN(0)) / sizeof(int);
    if (out.count > most_files) return false;
    std::memcpy(out.files.data(), CMSG_DATA(files), out.count * sizeof(int));
    return out.request.sizes <= most_sizes && out.count == 1 + out.request.sizes;
}

bool serve_one() {
    Received received;
    if (!receive(received)) return false;
    allow_cpu(cpu_seconds);
    const auto files = std::span(received.files).first(received.count);
    const auto report = develop(received.request, files[0], files.subspan(1));
    return send(socket_number, &report, sizeof report, MSG_NOSIGNAL) == sizeof report;
}

}  // namespace

int main(int, char** words) {
    if (nice(10) == -1) return 1;  // what is asked of the server comes first
    if (!start_vips(words[0])) return 1;
    confine();
    while (serve_one()) {
    }
    return 0;
}
