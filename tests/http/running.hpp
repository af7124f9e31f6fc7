#pragma once

#include <atomic>
#include <cerrno>
#include <chrono>
#include <future>
#include <latch>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <unistd.h>
#include <utility>

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include "shells/http/server.hpp"

namespace asterism::http::testing {

using namespace std::chrono_literals;

/// A client's end of a connection. No wait in it is longer than the longest a test should take.
class Client {
public:
    explicit Client(std::uint16_t port) : Client() { connect(port); }

    Client() : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        const timeval longest{20, 0};
        setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &longest, sizeof longest);
        const int yes = 1;  // each piece goes out by itself
        setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    }

    Client(Client&& other) noexcept : socket_(std::exchange(other.socket_, -1)) {}

    ~Client() {
        if (socket_ >= 0) close(socket_);
    }

    void connect(std::uint16_t port) {
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(port);
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        REQUIRE(::connect(socket_, reinterpret_cast<sockaddr*>(&to), sizeof to) == 0);
    }

    /// False where the server has gone away meanwhile.
    bool send(std::string_view bytes) {
        while (!bytes.empty()) {
            const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent < 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }

    /// All there is to read until the server closes; "timed out" at its end if it does not.
    std::string read_all() {
        while (fill()) {
        }
        return std::exchange(got_, {});
    }

    /// One answer, told by its Content-Length.
    std::string read_one(bool with_body = true) {
        std::size_t head = 0;
        while ((head = got_.find("\r\n\r\n")) == std::string::npos)
            if (!fill()) return std::exchange(got_, {});
        std::size_t size = head + 4;
        const auto length = got_.find("Content-Length: ");
        if (with_body && length < head) size += std::stoul(got_.substr(length + 16));
        while (got_.size() < size && fill()) {
        }
        std::string one = got_.substr(0, size);
        got_.erase(0, size);
        return one;
    }

    void reset() {
        const linger at_once{1, 0};
        setsockopt(socket_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
        close(std::exchange(socket_, -1));
    }

    void take_little() {
        const int bytes = 1024;
        setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &bytes, sizeof bytes);
    }

private:
    bool fill() {
        char bytes[4096];
        const ssize_t size = recv(socket_, bytes, sizeof bytes, 0);
        if (size < 0 && errno == EAGAIN) got_ += "timed out";
        if (size <= 0) return false;
        got_.append(bytes, static_cast<std::size_t>(size));
        return true;
    }

    int socket_;
    std::string got_;
};

/// Says back what it was asked. Its targets name what is to happen.
class Echo : public Handler {
public:
    Lane lane(const Request& head) const override {
        if (head.target == "/lane-fails") throw std::runtime_error("lane");
        if (head.target.starts_with("/job")) return Lane::work;
        return head.target.starts_with("/slow") ? Lane::slow : Lane::at_once;
    }

    std::size_t body_limit(const Request& head) const override {
        return head.target == "/large" ? 1'000'000 : 1000;
    }

    void answer(const Request& request, Response& response) override {
        ++answered;
        thread = std::this_thread::get_id();
        if (request.target == "/fails") throw std::runtime_error("fails");
        if (request.target == "/job/waits" || request.target == "/slow/waits") {
            running.count_down();
            gate.wait();
        }
        if (request.target == "/empty") {
            response.status = 204;
            return;
        }
        response.type = "text/plain";
        response.body = request.target == "/huge" ? std::string(8'000'000, 'h')
                                                  : std::string(request.target) + "|";
        response.body += request.body;
        response.headers.emplace_back("X-Secure", request.secure ? "yes" : "no");
        response.headers.emplace_back("X-Peer", request.peer);
        response.headers.emplace_back("X-Evil", "a\r\nSet-Cookie: b");
        response.block = "X-Block: 1\r\n";
        response.even = request.target.ends_with("/even");
    }

    void refuse(int status, Response& response) override {
        ++refused;
        response.type = "text/plain";
        response.body = "refused " + std::to_string(status);
    }

    std::atomic<int> answered = 0;
    std::atomic<int> refused = 0;
    std::atomic<std::thread::id> thread;
    std::latch running{1};
    std::promise<void> open;
    std::shared_future<void> gate = open.get_future().share();
};

/// A server at work, with times short enough to be waited for.
struct Running {
    explicit Running(ServerOptions wanted = {}, TlsContext* tls = nullptr)
        : server(settled(wanted), echo, tls) {}

    ~Running() { server.stop(); }

    static ServerOptions settled(ServerOptions options) {
        options.port = 0;
        options.tick = 20ms;
        options.linger_time = 100ms;
        return options;
    }

    Client client() { return Client(server.port()); }

    std::string talk(std::string_view bytes) {
        Client one = client();
        one.send(bytes);
        return one.read_all();
    }

    Echo echo;
    Server server;
    std::jthread thread{[this] { server.run(); }};
};

inline std::string get(std::string_view target, std::string_view fields = {}) {
    return "GET " + std::string(target) + " HTTP/1.1\r\nHost: a\r\n" + std::string(fields) + "\r\n";
}

inline std::string post(std::string_view target, std::string_view body,
                        std::string_view fields = {}) {
    return "POST " + std::string(target) +
           " HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" +
           std::string(fields) + "\r\n" + std::string(body);
}

inline bool has(std::string_view text, std::string_view part) {
    return text.find(part) != text.npos;
}

inline int answers_in(std::string_view text) {
    int count = 0;
    for (std::size_t at = 0; (at = text.find("HTTP/1.1 ", at)) != text.npos; ++at) ++count;
    return count;
}

/// The status if `text` is one whole answer that ends the connection, else 0.
inline int only_status(std::string_view text) {
    const bool sound = text.starts_with("HTTP/1.1 ") && answers_in(text) == 1 &&
                       has(text, "\r\nConnection: close\r\n") && !has(text, "timed out");
    return sound ? std::stoi(std::string(text.substr(9, 3))) : 0;
}

}  // namespace asterism::http::testing
