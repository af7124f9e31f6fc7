#include "libcore/badges/listening.hpp"

#include <algorithm>

namespace asterism::badges {
namespace {

using namespace std::chrono_literals;

constexpr std::int64_t hasty = 10;
constexpr auto in_so_long = 1h;

/// In the order of their numbers, so that two who ask for the same do not wait for each other.
void ask_all(Tasks& tasks, Now now, std::vector<AccountId> accounts, AccountId one) {
    accounts.push_back(one);
    std::ranges::sort(accounts);
    accounts.erase(std::unique(accounts.begin(), accounts.end()), accounts.end());
    for (const AccountId account : accounts) ask(tasks, now, account);
}

}  // namespace

void heed_place_removed(Now now, Tasks& tasks, const places::PlaceRemoved& event) {
    ask_all(tasks, now, event.touched, event.owner);
}

void heed_review_removed(Now now, Tasks& tasks, const places::ReviewRemoved& event) {
    ask_all(tasks, now, event.commented, event.account);
}

void watch_visits(const accounts::Run& run, const Deeds& deeds, const places::PlaceVisited& event) {
    const auto visits = deeds.visits_since(event.account, run.now.at - in_so_long);
    if (visits == 0 || visits % hasty != 0) return;
    run.trail.note({"suspicious_badge_activity", false, event.account, "",
                    "visits=" + std::to_string(visits) + " within=1h"});
}

void greet(Now now, const Deeds& deeds, Awards& awards, AccountId account) {
    const auto rank = deeds.rank(account, pioneer.value);
    if (rank > 0 && rank <= pioneer.value) awards.add(account, pioneer.id, now.at);
}

void greet_verified(Now now, const Deeds& deeds, Awards& awards,
                    const accounts::AddressVerified& event) {
    greet(now, deeds, awards, event.account);
}

void greet_connected(Now now, const Deeds& deeds, Awards& awards,
                     const accounts::IdentityConnected& event) {
    greet(now, deeds, awards, event.account);
}

void forget_awards(Now now, Tasks& tasks, const Deeds& deeds, Awards& awards,
                   const accounts::AccountDeleted& event) {
    for (const AccountId account : deeds.touched_by(event.account)) ask(tasks, now, account);
    awards.drop_all(event.account);
}

}  // namespace asterism::badges
