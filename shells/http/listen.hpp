#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace asterism::http {

/// Listening TCP sockets on one address and port, among which the system spreads the connections.
class Listeners {
public:
    /// `address` in digits, of either family; port 0 takes any free one. Throws std::system_error;
    /// so it does where another process has the port, be it willing to share or not.
    Listeners(const std::string& address, std::uint16_t port, unsigned count);
    ~Listeners();
    Listeners(const Listeners&) = delete;
    Listeners& operator=(const Listeners&) = delete;

    std::uint16_t port() const { return port_; }

    bool six() const { return six_; }

    /// Hands a socket over, each once.
    int release();

private:
    std::vector<int> sockets_;
    std::uint16_t port_ = 0;
    bool six_ = false;
};

}  // namespace asterism::http
