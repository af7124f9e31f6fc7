#include "shells/cli/demo/fill.hpp"

#include <fmt/format.h>

#include "shells/cli/demo/batch.hpp"
#include "shells/cli/demo/shop.hpp"
#include "shells/cli/demo/story.hpp"
#include "shells/cli/operate.hpp"

namespace asterism::cli::demo {
namespace {

constexpr std::size_t deeds_a_commit = 500;

void tell(Composition& parts, Story& story, const std::vector<Deed>& deeds) {
    for (std::size_t first = 0; first < deeds.size(); first += deeds_a_commit) {
        const auto last = std::min(first + deeds_a_commit, deeds.size());
        parts.store().write([&](app::Unit& unit) {
            Batch batch(unit);
            for (std::size_t i = first; i < last; ++i) story.act(batch, deeds[i]);
            story.award(batch, deeds[last - 1].at);
            if (last == deeds.size()) story.conclude(batch);
            return true;
        });
    }
}

/// The oldest of all: what is told afterwards is later.
void open_shop(Composition& parts) {
    const Caller caller{"", "asterism-demo", SiteId{1}};
    parts.store().write([&](app::Unit& unit) {
        Batch batch(unit);
        demo::open_shop(batch, parts.app().world(), {cli::keeper(), caller, parts.policy()});
        return true;
    });
}

std::string summary_of(const Plan& plan) {
    return fmt::format("{} people, {} places, {} reviews, {} photos", plan.people.size(),
                       plan.places.size(), plan.reviews.size(), plan.photos.size());
}

}  // namespace

Filled fill(Composition& parts, std::string_view password) {
    const auto plan = plan_until(std::chrono::floor<std::chrono::days>(parts.app().now()));
    const auto deeds = chronicle(plan);
    const auto& world = parts.app().world();
    Album album(world, plan, deeds);
    Story story(world, parts.policy(), plan, album, world.hasher.hash(password));
    open_shop(parts);
    tell(parts, story, deeds);
    return {summary_of(plan)};
}

}  // namespace asterism::cli::demo
