#include <algorithm>
#include <set>
#include <utility>

#include "shells/cli/demo/cast.hpp"
#include "shells/cli/demo/deeds.hpp"
#include "shells/cli/demo/words.hpp"

namespace asterism::cli::demo {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t wide_photos = 10;    ///< for the first page's carousel
constexpr std::size_t of_the_newest = 10;  ///< so that the newest places are no grey cards
constexpr std::size_t photographers = 22;  ///< more, of places that are spoken of
constexpr std::size_t with_reviews = 8;
constexpr std::size_t all_photo_votes = 160;

void add_photo(Plan& plan, std::size_t place, std::size_t author, Dice& dice,
               std::optional<std::size_t> review = {}) {
    const auto& about = plan.places[place];
    const bool wide = plan.photos.size() < wide_photos;
    auto from = std::max(about.at, plan.people[author].at);
    if (review) from = std::max(from, plan.reviews[*review].at);
    plan.photos.push_back({place, review, author, caption_text(dice), wide ? 1'600 : 840,
                           wide ? 1'000 : 560, dice.next(),
                           dice.between(from + 20min, plan.end - 12h)});
}

/// The places that were added last.
std::vector<std::size_t> newest(const Plan& plan) {
    std::vector<std::size_t> out(plan.places.size());
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = i;
    std::ranges::sort(out, std::greater{}, [&](std::size_t i) { return plan.places[i].at; });
    out.resize(of_the_newest);
    return out;
}

void add_photo_votes(Plan& plan, Dice& dice) {
    std::set<std::pair<std::size_t, std::size_t>> cast;
    while (plan.photo_votes.size() < all_photo_votes) {
        const auto number = dice.below(plan.photos.size());
        const auto voter = dice.below(plan.people.size());
        const auto& photo = plan.photos[number];
        if (photo.author == voter || !cast.emplace(voter, number).second) continue;
        const auto from = std::max(photo.at, plan.people[voter].at) + 1min;
        plan.photo_votes.push_back({number, voter, dice.between(from, plan.end - 1h)});
    }
}

}  // namespace

void add_photos(Plan& plan, Dice& dice) {
    for (std::size_t i = 0; i < wide_photos; ++i)
        add_photo(plan, i, i % 2 == 0 ? photographer : finder, dice);
    for (const auto place : newest(plan))
        add_photo(plan, place, dice.chance(0.5) ? photographer : plan.places[place].owner, dice);
    for (std::size_t i = 0; i < photographers; ++i) add_photo(plan, i % 12, photographer, dice);
    for (std::size_t i = 0; i < with_reviews; ++i)
        add_photo(plan, plan.reviews[i].place, plan.reviews[i].author, dice, i);
    add_photo_votes(plan, dice);
}

}  // namespace asterism::cli::demo
