#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "libcore/base/time.hpp"
#include "shells/outside/http_client.hpp"

namespace asterism::outside::stand_in {

struct CallerOptions {
    std::string secret;  ///< that calls are signed with
    std::function<Instant()> clock;
    std::chrono::milliseconds patience{1'000};  ///< before the second try; then twice as long
    std::function<void(std::string_view what)> failed = {};
};

/// Calls a shop, in a thread of its own, until it has heard: as those do whom it stands in for.
class Caller {
public:
    Caller(CallerOptions options, const HttpClient& http);

    /// Where the shop listens; before that is known nothing is sent.
    void call_at(std::string url);
    /// Sends it so much later at the earliest.
    void tell(std::string body, std::chrono::milliseconds later = {});

private:
    using Moment = std::chrono::steady_clock::time_point;

    struct Letter {
        std::string body;
        Moment due;
        int tries = 0;
    };

    void work(const std::stop_token& stop);
    bool send(const std::string& url, const std::string& body) const;
    void retry(Letter letter);

    CallerOptions options_;
    const HttpClient& http_;
    std::mutex mutex_;
    std::condition_variable_any changed_;
    std::string url_;
    std::vector<Letter> letters_;
    std::jthread thread_{[this](const std::stop_token& stop) { work(stop); }};
};

}  // namespace asterism::outside::stand_in
