#include <algorithm>

#include "libcore/badges/upkeep.hpp"
#include "libcore/badges/use_cases.hpp"
#include "libcore/places/detail.hpp"
#include "shells/cli/demo/cast.hpp"
#include "shells/cli/demo/done.hpp"
#include "shells/cli/demo/story.hpp"
#include "shells/cli/demo/words.hpp"

namespace asterism::cli::demo {
namespace {

constexpr std::size_t most_pinned = 3;
constexpr std::size_t summaries = 40;

}  // namespace

void Story::award(app::Store& store, Instant at) {
    auto app = app_at(store, at);
    // Those who only follow earn nothing but by joining, which is seen to at once.
    for (std::size_t i = 0; i < known_people().size(); ++i) {
        if (!people_[i].account) continue;
        const badges::RecomputeBadges input{*Handle::parse(plan_.people[i].handle), {}, {}};
        done(app.run<&badges::recompute_badges>(call_of(keeper), input), "look at badges");
    }
}

void Story::conclude(app::Store& store) {
    auto app = app_at(store, plan_.end);
    for (std::size_t i = 0; i < known_people().size(); i += 2) {
        const community::ShowProfile whose{*Handle::parse(plan_.people[i].handle)};
        const auto has =
            done(app.run<&badges::list_profile_badges>(call_of(i), whose), "list badges");
        badges::PinBadges pinned;
        for (const auto& earned : has.earned)
            if (pinned.badges.size() < most_pinned) pinned.badges.push_back(earned.badge.badge);
        done(app.run<&badges::pin_badges>(call_of(i), pinned), "pin badges");
    }
    Dice dice(1610);
    for (std::size_t i = 0; i < summaries; ++i) {
        if (std::ranges::count(plan_.reviews, i, &NewReview::place) < 3) continue;
        const places::WriteSummary summary{places_[i], summary_text(dice, plan_.places[i].type)};
        done(app.run<&places::write_summary>(call_of(keeper), summary), "sum up reviews");
    }
}

}  // namespace asterism::cli::demo
