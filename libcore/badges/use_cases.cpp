#include "libcore/badges/use_cases.hpp"

#include <algorithm>

#include "libcore/badges/faults.hpp"
#include "libcore/community/faults.hpp"
#include "libcore/community/rules.hpp"

namespace asterism::badges {
namespace {

constexpr std::size_t most_pins = 3;

std::vector<BadgeView> views_of(std::span<const BadgeId> badges, const Standard& standard) {
    std::vector<BadgeView> out;
    for (const BadgeId id : badges)
        if (const auto* badge = find_badge(id)) out.push_back(view_of(*badge, standard));
    return out;
}

bool has_double(std::vector<BadgeId> badges) {
    std::ranges::sort(badges);
    return std::ranges::adjacent_find(badges) != badges.end();
}

VisitOutcome judged(const accounts::Run& run, Actor actor, Bench bench,
                    const places::VisitState& state) {
    VisitOutcome out{state.visited, state.changed, state.visits, {}};
    if (!state.visited || !state.changed) return out;
    const auto standard = standard_of(run.policy, run.now);
    out.new_badges =
        views_of(evaluate(standard, bench.deeds, bench.awards, actor.account), standard);
    return out;
}

}  // namespace

Result<BadgeList> list_badges(Now now, const accounts::Policy& policy, const accounts::NoInput&) {
    BadgeList out;
    for (const Badge& badge : shown_order)
        out.badges.push_back(view_of(badge, standard_of(policy, now)));
    return out;
}

Result<BadgeCollection> show_badges(Now now, const accounts::Policy& policy, Actor actor,
                                    const Deeds& deeds, const Awards& awards,
                                    const accounts::NoInput&) {
    const auto figures = deeds.of(actor.account);
    if (!figures) return community::unknown_profile;
    return arranged(*figures, awards.of(actor.account), standard_of(policy, now));
}

Result<ProfileBadges> list_profile_badges(Now now, const accounts::Policy& policy,
                                          const accounts::Accounts& accounts, const Awards& awards,
                                          const community::ShowProfile& input) {
    const auto account = accounts.find_by_handle(input.handle.view());
    if (!account || !community::is_public(*account)) return community::unknown_profile;
    const auto held = awards.of(account->id);
    return ProfileBadges{earned_of(held, standard_of(policy, now)), pins_of(held)};
}

Result<PinnedBadges> pin_badges(Now now, const accounts::Policy& policy, Actor actor,
                                Awards& awards, const PinBadges& input) {
    if (input.badges.size() > most_pins) return field_error(too_many_pins, "badges");
    if (has_double(input.badges)) return field_error(pinned_twice, "badges");
    if (!awards.pin(actor.account, input.badges)) return field_error(badge_not_earned, "badges");
    return PinnedBadges{views_of(input.badges, standard_of(policy, now))};
}

Result<VisitOutcome> mark_visited(const accounts::Run& run, Actor actor,
                                  const places::Places& places, places::Visits& visits,
                                  Events& events, Bench bench, const places::ThatPlace& input) {
    const auto state = places::mark_visited(run.now, actor, places, visits, events, input);
    if (!state) return state.error();
    return judged(run, actor, bench, *state);
}

Result<VisitOutcome> toggle_visited(const accounts::Run& run, Actor actor,
                                    const places::Places& places, places::Visits& visits,
                                    Events& events, Bench bench, const places::ThatPlace& input) {
    const auto state = places::toggle_visited(run.now, actor, places, visits, events, input);
    if (!state) return state.error();
    return judged(run, actor, bench, *state);
}

}  // namespace asterism::badges
