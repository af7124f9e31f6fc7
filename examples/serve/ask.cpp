#include "examples/serve/ask.hpp"

#include <cerrno>
#include <system_error>
#include <unistd.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

namespace serve {
namespace {

[[noreturn]] void fail(const char* what) {
    throw std::system_error(errno, std::generic_category(), what);
}

class Socket {
public:
    explicit Socket(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(port);
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(socket_, reinterpret_cast<sockaddr*>(&to), sizeof to) != 0) fail("connect");
    }

    ~Socket() { ::close(socket_); }

    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;

    void send(const std::string& bytes) const {
        const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent != static_cast<ssize_t>(bytes.size())) fail("send");
    }

    /// All that comes until the other side is done.
    std::string read() const {
        std::string all;
        char bytes[4096];
        for (ssize_t size = 0; (size = ::recv(socket_, bytes, sizeof bytes, 0)) != 0;) {
            if (size < 0) fail("recv");
            all.append(bytes, static_cast<std::size_t>(size));
        }
        return all;
    }

private:
    int socket_;
};

}  // namespace

std::string ask(std::uint16_t port, const std::string& target) {
    const Socket socket(port);
    socket.send("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    return socket.read();
}

}  // namespace serve
