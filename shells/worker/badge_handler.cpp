#include "shells/worker/badge_handler.hpp"

#include <array>
#include <charconv>
#include <optional>

#include "libcore/badges/awarding.hpp"

namespace asterism::worker {
namespace {

using namespace std::chrono_literals;

constexpr std::array<std::chrono::seconds, 5> waits{10s, 1min, 10min, 1h, 8h};

std::optional<AccountId> account_id(std::string_view payload) {
    AccountId id;
    const auto* end = payload.data() + payload.size();
    const auto [stop, ec] = std::from_chars(payload.data(), end, id.value);
    if (ec != std::errc{} || stop != end || !id) return std::nullopt;
    return id;
}

}  // namespace

Handler badge_handler(const accounts::Policy& policy) {
    const auto handle = [&policy](const app::LeasedTask& task, Instant now) -> Outcome {
        const auto account = account_id(task.payload);
        if (!account) return {Ending::hopeless, "the task names no account"};
        return {Ending::done, {}, [&policy, account = *account, now](app::Unit& unit, bool) {
                    badges::evaluate(badges::standard_of(policy, Now{now}), unit.deeds(),
                                     unit.awards(), account);
                }};
    };
    return {badges::evaluate_task, waits, handle};
}

}  // namespace asterism::worker
