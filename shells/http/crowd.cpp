#include "shells/http/crowd.hpp"

#include <algorithm>

namespace asterism::http {

std::optional<Crowd::Place> Crowd::enter(const app::IpAddress& from) {
    const bool counted =
        std::ranges::none_of(exempt_, [&](const auto& range) { return range.holds(from); });
    std::optional<app::IpAddress> household;
    if (counted) household = from.household();
    const std::lock_guard lock(mutex_);
    if (all_ >= most_) return std::nullopt;
    if (household) {
        const auto found = each_.try_emplace(*household, 0U).first;
        if (found->second >= most_each_) return std::nullopt;
        ++found->second;
    }
    ++all_;
    return std::optional<Place>(std::in_place, *this, household);
}

void Crowd::leave(const std::optional<app::IpAddress>& household) {
    const std::lock_guard lock(mutex_);
    --all_;
    if (!household) return;
    const auto found = each_.find(*household);
    if (--found->second == 0) each_.erase(found);
}

}  // namespace asterism::http
