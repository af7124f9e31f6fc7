#include "shells/http/listen.hpp"

#include <cerrno>
#include <cstring>
#include <system_error>
#include <unistd.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace asterism::http {
namespace {

[[noreturn]] void fail(const std::string& what, int error) {
    throw std::system_error(error, std::system_category(), what);
}

struct Address {
    sockaddr_storage storage = {};
    socklen_t size = 0;

    sockaddr* raw() { return reinterpret_cast<sockaddr*>(&storage); }
};

Address parse(const std::string& text, std::uint16_t port) {
    Address address;
    sockaddr_in four = {};
    sockaddr_in6 six = {};
    if (inet_pton(AF_INET, text.c_str(), &four.sin_addr) == 1) {
        four.sin_family = AF_INET;
        four.sin_port = htons(port);
        std::memcpy(&address.storage, &four, address.size = sizeof four);
    } else if (inet_pton(AF_INET6, text.c_str(), &six.sin6_addr) == 1) {
        six.sin6_family = AF_INET6;
        six.sin6_port = htons(port);
        std::memcpy(&address.storage, &six, address.size = sizeof six);
    } else {
        fail("not an IP address: " + text, EINVAL);
    }
    return address;
}

std::uint16_t port_of(int socket) {
    Address address;
    address.size = sizeof address.storage;
    if (getsockname(socket, address.raw(), &address.size) != 0) fail("getsockname", errno);
    // Both families keep the port in the same place.
    sockaddr_in four = {};
    std::memcpy(&four, &address.storage, sizeof four);
    return ntohs(four.sin_port);
}

void set(int socket, int level, int option, int value = 1) {
    if (setsockopt(socket, level, option, &value, sizeof value) != 0) fail("setsockopt", errno);
}

/// What the system keeps of an answer beyond what is on its way. Without a bound it takes megabytes
/// for each client that does not read, and a few hundred of those use up what all sockets share.
constexpr int unsent_bytes = 128 * 1024;

void open(int socket, Address where, bool first, const std::string& name) {
    set(socket, SOL_SOCKET, SO_REUSEADDR);
    // The first binds alone, so that a port somebody has fails instead of being shared.
    if (!first) set(socket, SOL_SOCKET, SO_REUSEPORT);
    if (bind(socket, where.raw(), where.size) != 0) fail("bind to " + name, errno);
    if (first) set(socket, SOL_SOCKET, SO_REUSEPORT);
    set(socket, IPPROTO_TCP, TCP_NODELAY);  // accepted ones inherit both
    set(socket, IPPROTO_TCP, TCP_NOTSENT_LOWAT, unsent_bytes);
    if (listen(socket, SOMAXCONN) != 0) fail("listen on " + name, errno);
}

}  // namespace

Listeners::Listeners(const std::string& address, std::uint16_t port, unsigned count) : port_(port) {
    sockets_.reserve(count);
    try {
        while (sockets_.size() < count) {
            const Address where = parse(address, port_);
            six_ = where.storage.ss_family == AF_INET6;
            const int socket = ::socket(where.storage.ss_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
            if (socket < 0) fail("socket", errno);
            const bool first = sockets_.empty();
            sockets_.push_back(socket);
            open(socket, where, first, address + " port " + std::to_string(port_));
            port_ = port_of(socket);
        }
    } catch (...) {
        for (const int socket : sockets_) close(socket);
        throw;
    }
}

Listeners::~Listeners() {
    for (const int socket : sockets_) close(socket);
}

int Listeners::release() {
    const int socket = sockets_.back();
    sockets_.pop_back();
    return socket;
}

}  // namespace asterism::http
