#include "shells/cli/demo/fill.hpp"

#include <fmt/format.h>

#include "shells/cli/demo/batch.hpp"
#include "shells/cli/demo/story.hpp"

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
    tell(parts, story, deeds);
    return {summary_of(plan)};
}

}  // namespace asterism::cli::demo
