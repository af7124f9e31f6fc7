#pragma once

#include <chrono>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>

#include "shells/outside/breaker.hpp"
#include "shells/outside/http_client.hpp"

namespace asterism::outside {

/// Told what an operator should know: "weather: timed out". Never a secret.
using ServiceAlarm = std::function<void(std::string_view what)>;

/// A line to one service: keeps to a time, tries a second time where there is some left, and leaves
/// a service alone for a while that fails again and again. May be used by many threads at once.
class ServiceLine {
public:
    ServiceLine(std::string name, const HttpClient& http, ServiceAlarm alarm)
        : name_(std::move(name)), http_(http), alarm_(std::move(alarm)) {}

    /// An answer of any status below 500 but 429, or why there is none.
    HttpOutcome ask(HttpRequest request, Instant now, std::chrono::milliseconds time) const;

    /// Tells the operator that an answer was not what it should be.
    void complain(std::string_view what) const;

private:
    HttpOutcome try_within(HttpRequest& request, std::chrono::milliseconds time) const;

    std::string name_;
    const HttpClient& http_;
    ServiceAlarm alarm_;
    mutable std::mutex mutex_;
    mutable Breaker breaker_;
};

}  // namespace asterism::outside
