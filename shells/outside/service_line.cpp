#include "shells/outside/service_line.hpp"

#include <fmt/format.h>

namespace asterism::outside {
namespace {

constexpr int tries = 2;
constexpr std::chrono::milliseconds worth_trying{500};

bool is_good(const HttpOutcome& outcome) {
    return outcome.answer && outcome.answer->status < 500 && outcome.answer->status != 429;
}

}  // namespace

HttpOutcome ServiceLine::ask(HttpRequest request, Instant now,
                             std::chrono::milliseconds time) const {
    {
        const std::lock_guard lock(mutex_);
        if (!breaker_.allows(now)) return {std::nullopt, "left alone for a while"};
    }
    auto out = try_within(request, time);
    if (!is_good(out)) {
        if (out.answer) out.error = fmt::format("status {}", out.answer->status);
        out.answer.reset();
        complain(out.error);
    }
    const std::lock_guard lock(mutex_);
    if (out.answer)
        breaker_.succeed();
    else
        breaker_.fail(now);
    return out;
}

HttpOutcome ServiceLine::try_within(HttpRequest& request, std::chrono::milliseconds time) const {
    const auto until = std::chrono::steady_clock::now() + time;
    HttpOutcome out;
    for (int i = 0; i < tries; ++i) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
            until - std::chrono::steady_clock::now());
        if (i > 0 && left < worth_trying) break;
        request.time = left;
        out = http_.send(request);
        // Who asks too often should not ask again at once.
        if (is_good(out) || (out.answer && out.answer->status == 429)) break;
    }
    return out;
}

void ServiceLine::complain(std::string_view what) const {
    if (alarm_) alarm_(fmt::format("{}: {}", name_, what));
}

}  // namespace asterism::outside
