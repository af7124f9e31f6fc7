#pragma once

#include "libcore/badges/awarding.hpp"
#include "libcore/community/use_cases.hpp"
#include "libcore/places/keepsakes.hpp"

namespace asterism::badges {

/// Where badges are given: rows to judge by, and awards to write.
struct Bench {
    using Writes = void;
    const Deeds& deeds;
    Awards& awards;
};

Result<BadgeList> list_badges(Now now, const accounts::Policy& policy,
                              const accounts::NoInput& input);
Result<BadgeCollection> show_badges(Now now, const accounts::Policy& policy, Actor actor,
                                    const Deeds& deeds, const Awards& awards,
                                    const accounts::NoInput& input);
/// Of an account with a public profile.
Result<ProfileBadges> list_profile_badges(Now now, const accounts::Policy& policy,
                                          const accounts::Accounts& accounts, const Awards& awards,
                                          const community::ShowProfile& input);
/// Each must be earned, and comes once.
Result<PinnedBadges> pin_badges(Now now, const accounts::Policy& policy, Actor actor,
                                Awards& awards, const PinBadges& input);

// Visits, as places keep them, with the badges that they bring at once.

Result<VisitOutcome> mark_visited(const accounts::Run& run, Actor actor,
                                  const places::Places& places, places::Visits& visits,
                                  Events& events, Bench bench, const places::ThatPlace& input);
Result<VisitOutcome> toggle_visited(const accounts::Run& run, Actor actor,
                                    const places::Places& places, places::Visits& visits,
                                    Events& events, Bench bench, const places::ThatPlace& input);

inline constexpr UseCases use_cases{
    use_case<&list_badges>("list_badges", "Lists all badges that there are."),
    use_case<&show_badges>("show_badges",
                           "Shows one's own badges, and how far one has come with others."),
    use_case<&list_profile_badges>("list_profile_badges", "Lists the badges that an account has."),
    use_case<&pin_badges>("pin_badges", "Chooses which of one's own badges are shown first."),
    use_case<&mark_visited>("mark_visited", "Notes that one has been to a place."),
    use_case<&toggle_visited>("toggle_visited", "Notes it, or takes it back."),
};

}  // namespace asterism::badges
