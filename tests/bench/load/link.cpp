#include "tests/bench/load/link.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <system_error>
#include <unistd.h>
#include <utility>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace asterism::bench {
namespace {

sockaddr_in loopback(std::uint32_t host, std::uint16_t port) {
    sockaddr_in out{};
    out.sin_family = AF_INET;
    out.sin_port = htons(port);
    out.sin_addr.s_addr = htonl(INADDR_LOOPBACK + host);
    return out;
}

int connect_from(const LinkOptions& options) {
    const int out = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (out < 0) throw std::system_error(errno, std::generic_category(), "socket");
    const int yes = 1;
    setsockopt(out, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &yes, sizeof yes);
    setsockopt(out, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    if (options.room != 0)
        setsockopt(out, SOL_SOCKET, SO_RCVBUF, &options.room, sizeof options.room);
    auto from = loopback(options.from, 0);
    auto to = loopback(0, options.port);
    if (::bind(out, reinterpret_cast<sockaddr*>(&from), sizeof from) != 0 ||
        (::connect(out, reinterpret_cast<sockaddr*>(&to), sizeof to) != 0 &&
         errno != EINPROGRESS)) {
        const int error = errno;
        ::close(out);
        throw std::system_error(error, std::generic_category(), "connect");
    }
    return out;
}

}  // namespace

Link::Link(const LinkOptions& options) : socket_(connect_from(options)), deaf_(options.deaf) {
    std::signal(SIGPIPE, SIG_IGN);
    if (!options.tls) return;
    ssl_.reset(SSL_new(options.tls));
    SSL_set_fd(ssl_.get(), socket_);
    SSL_set_connect_state(ssl_.get());
}

Link::~Link() { leave(); }

void Link::leave() {
    ssl_.reset();
    if (socket_ >= 0) ::close(std::exchange(socket_, -1));
    over_ = true;
}

void Link::turn() {
    if (over_ || (!ready_ && !open())) return;
    flush();
    if (!deaf_) hear();
}

bool Link::open() {
    int error = 0;
    socklen_t size = sizeof error;
    getsockopt(socket_, SOL_SOCKET, SO_ERROR, &error, &size);
    sockaddr_in peer{};
    size = sizeof peer;
    if (error != 0) end_unless(false);
    if (error != 0 || getpeername(socket_, reinterpret_cast<sockaddr*>(&peer), &size) != 0)
        return false;
    const int done = ssl_ ? SSL_do_handshake(ssl_.get()) : 1;
    ready_ = done == 1;
    if (ready_) met = Clock::now();
    if (!ready_) {
        const int need = SSL_get_error(ssl_.get(), done);
        end_unless(need == SSL_ERROR_WANT_READ || need == SSL_ERROR_WANT_WRITE);
    }
    return ready_;
}

void Link::say(std::string_view bytes) {
    unsent_ += bytes;
    if (ready_)
        flush();
    else
        turn();
}

void Link::flush() {
    while (!unsent_.empty() && !over_) {
        const auto size = static_cast<int>(std::min<std::size_t>(unsent_.size(), 65'536));
        const auto sent =
            ssl_ ? SSL_write(ssl_.get(), unsent_.data(), size)
                 : static_cast<int>(::send(socket_, unsent_.data(), static_cast<std::size_t>(size),
                                           MSG_NOSIGNAL));
        if (sent <= 0) {
            const int need = ssl_ ? SSL_get_error(ssl_.get(), sent) : 0;
            return end_unless(ssl_ ? need == SSL_ERROR_WANT_READ || need == SSL_ERROR_WANT_WRITE
                                   : errno == EAGAIN);
        }
        unsent_.erase(0, static_cast<std::size_t>(sent));
    }
}

void Link::hear() {
    std::array<char, 16'384> bytes;
    while (!over_) {
        const auto size = static_cast<int>(bytes.size());
        const auto got = ssl_ ? SSL_read(ssl_.get(), bytes.data(), size)
                              : static_cast<int>(::recv(socket_, bytes.data(), bytes.size(), 0));
        if (got <= 0) {
            const int need = ssl_ ? SSL_get_error(ssl_.get(), got) : 0;
            return end_unless(ssl_ ? need == SSL_ERROR_WANT_READ || need == SSL_ERROR_WANT_WRITE
                                   : got < 0 && errno == EAGAIN);
        }
        heard_.append(bytes.data(), static_cast<std::size_t>(got));
    }
}

void Link::end_unless(bool again) {
    over_ = !again;
    if (over_) ended = Clock::now();
}

std::optional<Answer> Link::answer() {
    const auto head = heard_.find("\r\n\r\n");
    if (head == std::string::npos) return std::nullopt;
    const auto length = heard_.find("\r\nContent-Length: ");
    const auto body = length < head ? std::stoul(heard_.substr(length + 18, 12)) : 0;
    if (heard_.size() < head + 4 + body) return std::nullopt;
    Answer out;
    out.status = std::stoi(heard_.substr(9, 3));
    out.retry_after = heard_.find("\r\nRetry-After: ") < head;
    heard_.erase(0, head + 4 + body);
    if (heard_.empty()) heard_ = {};  // thousands wait: none should keep what it does not need
    return out;
}

}  // namespace asterism::bench
