#include <algorithm>

#include "libcore/places/detail.hpp"
#include "shells/cli/demo/cast.hpp"
#include "shells/cli/demo/done.hpp"
#include "shells/cli/demo/story.hpp"
#include "shells/cli/demo/words.hpp"

namespace asterism::cli::demo {
namespace {

constexpr std::size_t summaries = 40;

}  // namespace

void Story::conclude(app::Store& store) {
    auto app = app_at(store, plan_.end);
    Dice dice(1610);
    for (std::size_t i = 0; i < summaries; ++i) {
        if (std::ranges::count(plan_.reviews, i, &NewReview::place) < 3) continue;
        const places::WriteSummary summary{places_[i], summary_text(dice, plan_.places[i].type)};
        done(app.run<&places::write_summary>(call_of(keeper), summary), "sum up reviews");
    }
}

}  // namespace asterism::cli::demo
