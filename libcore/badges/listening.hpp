#pragma once

#include <optional>

#include "libcore/accounts/types.hpp"
#include "libcore/badges/awarding.hpp"
#include "libcore/community/follows.hpp"
#include "libcore/community/types.hpp"
#include "libcore/community/votes.hpp"
#include "libcore/places/review_types.hpp"

namespace asterism::badges {

// What of the world changes somebody's figures. Each event has a task written beside it, which
// judges the account afterwards.

/// Whose figures an event changes.
template <class Event>
std::optional<AccountId> concerned(const Event& event) {
    return event.account;
}

inline std::optional<AccountId> concerned(const community::Followed& event) {
    return event.followed;
}

inline std::optional<AccountId> concerned(const community::Unfollowed& event) {
    return event.followed;
}

inline std::optional<AccountId> concerned(const places::PlaceRated& event) { return event.owner; }

/// Votes count on reviews alone.
inline std::optional<AccountId> concerned(const community::Voted& event) {
    return event.subject.kind.view() == "review" ? event.author : std::nullopt;
}

template <class Event>
void heed(Now now, Tasks& tasks, const Event& event) {
    if (const auto account = concerned(event)) ask(tasks, now, *account);
}

/// All who had left something at the place, too.
void heed_place_removed(Now now, Tasks& tasks, const places::PlaceRemoved& event);
/// All who had written something about the review, too.
void heed_review_removed(Now now, Tasks& tasks, const places::ReviewRemoved& event);

/// Ten visits within an hour are more than anybody makes: the audit log is told of every tenth.
void watch_visits(const accounts::Run& run, const Deeds& deeds, const places::PlaceVisited& event);

/// Whoever proves to be somebody while few have joined is a pioneer, for good.
void greet(Now now, const Deeds& deeds, Awards& awards, AccountId account);
void greet_verified(Now now, const Deeds& deeds, Awards& awards,
                    const accounts::AddressVerified& event);
void greet_connected(Now now, const Deeds& deeds, Awards& awards,
                     const accounts::IdentityConnected& event);

/// Goes before the other modules: those whose figures the account has a part in are known only
/// while its rows are there.
void forget_awards(Now now, Tasks& tasks, const Deeds& deeds, Awards& awards,
                   const accounts::AccountDeleted& event);

}  // namespace asterism::badges
