#include "shells/worker/shop_counter.hpp"

#include <array>

#include "libcore/shop/check_out.hpp"
#include "libcore/shop/faults.hpp"

namespace asterism::worker {
namespace {

using namespace std::chrono_literals;

/// A counter closes by itself within an hour or so; until then it is tried.
constexpr std::array<std::chrono::seconds, 5> waits{5s, 30s, 2min, 10min, 30min};

Outcome close(const shop::Payments& payments, const std::string& session) {
    const auto closed = payments.close(session);
    if (closed) return {};
    const auto& fault = *closed.error().fault;
    return {&fault == &shop::payments_away ? Ending::again : Ending::hopeless,
            std::string(fault.text)};
}

}  // namespace

Handler close_counter_handler(const shop::Payments* payments) {
    const auto handle = [payments](const app::LeasedTask& task, Instant) -> Outcome {
        if (task.payload.empty()) return {Ending::hopeless, "the task names no counter"};
        if (!payments) return {Ending::hopeless, "nobody takes money here"};
        return close(*payments, task.payload);
    };
    return {shop::close_counter_task, waits, handle};
}

}  // namespace asterism::worker
