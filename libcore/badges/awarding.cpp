#include "libcore/badges/awarding.hpp"

namespace asterism::badges {

Standard standard_of(const accounts::Policy& policy, Now now) {
    return {policy.profile_requirements, now.at};
}

std::vector<BadgeId> evaluate(const Standard& standard, const Deeds& deeds, Awards& awards,
                              AccountId account) {
    // First held, then counted: whoever is judged at the same time by older rows has ended before.
    const auto held = awards.hold(account);
    const auto figures = deeds.of(account);
    if (!figures) return {};
    const auto verdict = judge(*figures, held, standard);
    std::vector<BadgeId> given;
    for (const BadgeId badge : verdict.missing)
        if (awards.add(account, badge, standard.now)) given.push_back(badge);
    for (const BadgeId badge : verdict.undeserved) awards.drop(account, badge);
    return given;
}

void ask(Tasks& tasks, Now now, AccountId account) {
    auto name = std::to_string(account.value);
    tasks.add({evaluate_task, "", name, name, now.at});
}

}  // namespace asterism::badges
