#include "tests/outside/loopback.hpp"

#include <stdexcept>
#include <unistd.h>
#include <utility>

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <sys/socket.h>

namespace asterism::outside::testing {
namespace {

std::size_t body_size(const std::string& head) {
    constexpr std::string_view name = "Content-Length: ";
    const auto at = head.find(name);
    return at == head.npos ? 0 : std::stoul(head.substr(at + name.size()));
}

/// Reads until the body is whole; false if the client went before.
bool read_request(int client, Asked& out) {
    std::string all;
    char piece[4096];
    for (;;) {
        const auto end = all.find("\r\n\r\n");
        if (end != all.npos) {
            out.head = all.substr(0, end + 2);
            out.body = all.substr(end + 4);
            if (out.body.size() >= body_size(out.head)) break;
        }
        const auto got = ::recv(client, piece, sizeof piece, 0);
        if (got <= 0) return false;
        all.append(piece, static_cast<std::size_t>(got));
    }
    const auto line = out.head.substr(0, out.head.find("\r\n"));
    out.method = line.substr(0, line.find(' '));
    out.target = line.substr(line.find(' ') + 1);
    out.target.erase(out.target.find(' '));
    return true;
}

void write_all(int client, std::string_view text) {
    while (!text.empty()) {
        const auto sent = ::send(client, text.data(), text.size(), MSG_NOSIGNAL);
        if (sent <= 0) return;
        text.remove_prefix(static_cast<std::size_t>(sent));
    }
}

}  // namespace

Loopback::Loopback(Answer answer) : answer_(std::move(answer)) {
    socket_ = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(socket_, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
        ::listen(socket_, 16) != 0)
        throw std::runtime_error("no port to listen on");
    ::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    thread_ = std::jthread([this] { serve(); });
}

Loopback::~Loopback() {
    ::shutdown(socket_, SHUT_RDWR);
    thread_.join();
    ::close(socket_);
    for (const int client : held_) ::close(client);
}

std::string Loopback::url() const { return fmt::format("http://127.0.0.1:{}", port_); }

std::vector<Asked> Loopback::all_asked() const {
    const std::lock_guard lock(mutex_);
    return asked_;
}

void Loopback::serve() {
    for (int client = 0; (client = ::accept(socket_, nullptr, nullptr)) >= 0;) attend(client);
}

void Loopback::attend(int client) {
    Asked asked;
    if (!read_request(client, asked)) return void(::close(client));
    {
        const std::lock_guard lock(mutex_);
        asked_.push_back(asked);
    }
    const auto said = answer_(asked);
    if (!said) return held_.push_back(client);
    write_all(client, fmt::format("HTTP/1.1 {} Said\r\nContent-Type: application/json\r\n"
                                  "Content-Length: {}\r\nConnection: close\r\n\r\n{}",
                                  said->status, said->body.size(), said->body));
    ::close(client);
}

}  // namespace asterism::outside::testing
