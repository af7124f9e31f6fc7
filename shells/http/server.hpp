#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "shells/app/ip_address.hpp"
#include "shells/http/body_sink.hpp"
#include "shells/http/message.hpp"

namespace asterism::http {

/// Where a request is worked on. Decided on the io thread, before the body is read.
enum class Lane : std::uint8_t {
    at_once,  ///< answered on the io thread: must not block
    work,     ///< blocking work: the store
    slow,     ///< password hashes: few threads that only wait, short queue
    images,   ///< uploads once they are here: few threads, so that many uploads starve nobody
    outside   ///< waits for somebody else's server: few threads that only wait, short queue
};

/// The rest of the shell, as the server sees it. Called from many threads at once.
class Handler {
public:
    virtual ~Handler() = default;
    virtual Lane lane(const Request& head) const = 0;
    /// The most body bytes this request may carry (declared or chunked).
    virtual std::size_t body_limit(const Request& head) const = 0;

    /// Whether the body is for a sink. Asked only where there is one.
    virtual bool streams(const Request&) const { return false; }

    /// The sink for a body that streams; asked on the lane for work before any of it is read. Null:
    /// `response` is the answer, and the body stays unread.
    virtual std::unique_ptr<BodySink> admit(const Request&, Response&) { return nullptr; }

    /// Must not throw; a handler answers its own failures.
    virtual void answer(const Request& request, Response& response) = 0;
    /// The answer to what never reached `answer`: 400, 408, 413, 414, 431, 501, 503 and the like.
    virtual void refuse(int status, Response& response) = 0;
};

/// Figures of the edge; the defaults are the house's.
struct ServerOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8000;  ///< 0: any free one, see Server::port
    unsigned io_threads = 2;
    unsigned work_threads = 64;  ///< started as needed, kept
    unsigned work_queue = 1024;
    unsigned slow_threads = 2;
    unsigned slow_queue = 64;
    unsigned image_threads = 2;
    unsigned image_queue = 64;
    unsigned outside_threads = 16;
    unsigned outside_queue = 32;
    std::size_t head_bytes = 8'192;
    std::size_t target_bytes = 8'000;
    std::size_t fields = 100;
    std::chrono::milliseconds tls_time{10'000};   ///< for a handshake, from the first moment on
    std::chrono::milliseconds head_time{10'000};  ///< from a head's first byte to its last
    std::chrono::milliseconds body_grace{5'000};  ///< after it a body must keep the rate
    std::size_t body_rate = 1024;                 ///< bytes a second
    std::chrono::milliseconds body_time{120'000};
    std::chrono::milliseconds idle_time{75'000};
    std::chrono::milliseconds write_stall{30'000};  ///< without one byte taken by the client
    std::chrono::milliseconds request_time{30'000};
    std::chrono::milliseconds queue_time{500};  ///< work that waited longer gets a 503
    /// Answers whose time must tell nothing wait for the end of such a step. Longer than a hash
    /// and all that differs about it.
    std::chrono::milliseconds even_step{50};
    std::chrono::milliseconds linger_time{750};  ///< to let the client read a last answer
    std::chrono::milliseconds shutdown_time{20'000};
    std::chrono::milliseconds tick{250};  ///< how often times are checked: all are as coarse
    unsigned connections = 12'000;
    unsigned connections_per_address = 256;  ///< IPv6 by the first 64 bits
    std::vector<app::IpRange> proxies = {};  ///< whose connections are many people's
    unsigned pipelined = 16;
};

class TlsContext;

/// An HTTP/1.1 server. Listens from construction on; throws std::system_error if it cannot.
class Server {
public:
    /// Speaks TLS alone if there is a context for it, which has to outlive the server.
    Server(ServerOptions options, Handler& handler, TlsContext* tls = nullptr);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    std::uint16_t port() const;
    /// Serves until `stop`; returns when the last answer is out or the shutdown time is over.
    void run();
    /// Stops accepting, lets running requests finish. From any thread, and from a signal watcher.
    void stop();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace asterism::http
