#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

struct ssl_st;

namespace asterism::http {

/// What has to be so before a session can go on.
enum class TlsNeed : std::uint8_t {
    nothing,
    input,   ///< the socket can be read
    output,  ///< the socket can be written to
    end      ///< nothing helps: the other side has ended it, or broken it
};

/// The server's side of TLS on one connected socket, which must not block. Never waits, never
/// raises SIGPIPE; belongs to one thread at a time. Does not close the socket.
class TlsSession {
public:
    struct Moved {
        std::size_t bytes;
        TlsNeed need;
    };

    /// Takes over what TlsContext made.
    explicit TlsSession(ssl_st* ssl) : ssl_(ssl) {}

    /// The handshake, as far as it goes; to be called until it needs nothing.
    TlsNeed greet();
    /// No bytes exactly if something is needed.
    Moved receive(std::span<char> room);
    /// Sends both pieces as far as it goes. What is left has to be given again.
    Moved send(std::string_view first, std::string_view second);
    /// Tells the other side that no more will come, if it can be told at once.
    void end();

private:
    struct Free {
        void operator()(ssl_st* ssl) const;
    };

    TlsNeed need_after(int result);

    std::unique_ptr<ssl_st, Free> ssl_;
    bool broken_ = false;
};

}  // namespace asterism::http
