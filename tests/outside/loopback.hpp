#pragma once

#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace asterism::outside::testing {

/// What a client sent.
struct Asked {
    std::string method;
    std::string target;
    std::string head;
    std::string body;
};

struct Said {
    int status = 200;
    std::string body = {};
};

/// A web server on this machine, on a port of its own, that answers one request a connection. Where
/// it has nothing to say it keeps silent and holds the connection.
class Loopback {
public:
    using Answer = std::function<std::optional<Said>(const Asked&)>;

    explicit Loopback(Answer answer);
    ~Loopback();
    Loopback(const Loopback&) = delete;
    Loopback& operator=(const Loopback&) = delete;

    /// "http://127.0.0.1:PORT".
    std::string url() const;

    std::vector<Asked> all_asked() const;

private:
    void serve();
    void attend(int client);

    Answer answer_;
    int socket_ = -1;
    int port_ = 0;
    mutable std::mutex mutex_;
    std::vector<Asked> asked_;
    std::vector<int> held_;
    std::jthread thread_;
};

}  // namespace asterism::outside::testing
