#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <openssl/ssl.h>

namespace asterism::bench {

using Clock = std::chrono::steady_clock;

/// What of an answer is of interest.
struct Answer {
    int status = 0;
    bool retry_after = false;
};

struct LinkOptions {
    std::uint16_t port = 0;
    unsigned from = 0;       ///< which of this machine's many loopback addresses it comes from
    SSL_CTX* tls = nullptr;  ///< null: bare
    int room = 0;            ///< bytes that may be on their way to it; 0: the system's choice
    bool deaf = false;       ///< never reads
};

/// A client's end of one connection, which waits for nothing. To be polled edge-triggered for input
/// and output, and to `turn` at every event.
class Link {
public:
    /// Throws std::system_error where no socket is to be had.
    explicit Link(const LinkOptions& options);
    ~Link();
    Link(const Link&) = delete;
    Link& operator=(const Link&) = delete;

    int socket() const { return socket_; }

    /// Goes on as far as it goes: connects, sends what was said, hears what came.
    void turn();
    /// To be sent, now or when there is room.
    void say(std::string_view bytes);

    /// Closes the connection.
    void leave();

    /// The next whole answer that came.
    std::optional<Answer> answer();

    /// Ended by the other side, or broken.
    bool over() const { return over_; }

    /// Connected, and the handshake done.
    bool ready() const { return ready_; }

    Clock::time_point met = Clock::now();  ///< when it was ready, or made if it never was
    Clock::time_point ended;               ///< when it was found to be over
    Clock::time_point asked;               ///< for whoever uses it
    bool waiting = false;                  ///< likewise
    std::size_t row = 0;                   ///< likewise

private:
    struct Free {
        void operator()(SSL* ssl) const { SSL_free(ssl); }
    };

    bool open();
    void flush();
    void hear();
    void end_unless(bool again);

    int socket_ = -1;
    std::unique_ptr<SSL, Free> ssl_;
    std::string unsent_;
    std::string heard_;
    bool deaf_;
    bool ready_ = false;
    bool over_ = false;
};

}  // namespace asterism::bench
