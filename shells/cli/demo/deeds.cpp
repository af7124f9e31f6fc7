#include "shells/cli/demo/deeds.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "shells/cli/demo/cast.hpp"
#include "shells/cli/demo/words.hpp"

namespace asterism::cli::demo {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t all_reviews = 640;
constexpr std::size_t critics_reviews = 112;
constexpr std::size_t all_votes = 1'640;
constexpr std::size_t all_comments = 320;
constexpr std::size_t all_visits = 260;
constexpr std::size_t all_favourites = 220;

/// What there is one of at most: a person's deed on a thing.
using Pairs = std::set<std::pair<std::size_t, std::size_t>>;

/// Few are spoken of much, many hardly.
std::size_t popular(std::size_t count, Dice& dice) {
    const double part = dice.part();
    return static_cast<std::size_t>(part * part * static_cast<double>(count));
}

int stars_for(const NewPlace& place, Dice& dice) {
    if (place.owner == finder) return dice.chance(0.75) ? 5 : 4;
    constexpr std::array drawn{5, 5, 5, 4, 4, 4, 4, 3, 3, 2, 1};
    return drawn[dice.below(drawn.size())];
}

bool add_review(Plan& plan, Pairs& written, std::size_t place, std::size_t author, Dice& dice) {
    const auto& about = plan.places[place];
    if (about.owner == author || !written.emplace(author, place).second) return false;
    const int stars = stars_for(about, dice);
    const auto from = std::max(about.at, plan.people[author].at) + 1h;
    plan.reviews.push_back({place, author, stars, review_text(dice, stars, about.type),
                            dice.between(from, plan.end - 24h)});
    return true;
}

/// The known ones talk more than those who only follow.
std::size_t somebody(const Plan& plan, Dice& dice) {
    return dice.below(dice.chance(0.6) ? known_people().size() : plan.people.size());
}

void add_votes(Plan& plan, Dice& dice) {
    Pairs cast;
    while (plan.votes.size() < all_votes) {
        const auto number = popular(plan.reviews.size(), dice);
        const auto& review = plan.reviews[number];
        const auto voter = somebody(plan, dice);
        if (voter == review.author || !cast.emplace(voter, number).second) continue;
        const bool up = dice.chance(review.author == critic ? 0.97 : 0.86);
        const auto from = std::max(review.at, plan.people[voter].at) + 1min;
        plan.votes.push_back({number, voter, up ? community::Choice::up : community::Choice::down,
                              dice.between(from, plan.end - 1h)});
    }
}

void add_comments(Plan& plan, Dice& dice) {
    while (plan.comments.size() < all_comments) {
        const auto number = popular(plan.reviews.size(), dice);
        const auto& review = plan.reviews[number];
        const bool own = dice.chance(0.1);
        const auto author = own ? review.author : dice.below(known_people().size());
        const auto from = std::max(review.at, plan.people[author].at) + 10min;
        plan.comments.push_back({number, author, comment_text(dice, author == review.author),
                                 dice.between(from, plan.end - 1h)});
    }
}

/// A person and a place that were not together yet.
Mark mark(const Plan& plan, Pairs& taken, Dice& dice) {
    for (;;) {
        const auto person = dice.below(known_people().size());
        const auto number = popular(plan.places.size(), dice);
        if (!taken.emplace(person, number).second) continue;
        const auto from = std::max(plan.places[number].at, plan.people[person].at) + 2h;
        return {number, person, {}, dice.between(from, plan.end - 1h)};
    }
}

}  // namespace

void add_reviews(Plan& plan, Dice& dice) {
    Pairs written;
    // Every place of the finder's is judged, most of the critic's own are among the best known.
    for (std::size_t i = 0; i < plan.places.size(); ++i)
        if (plan.places[i].owner == finder)
            add_review(plan, written, i, 1 + dice.below(known_people().size() - 1), dice);
    while (std::ranges::count(plan.reviews, critic, &NewReview::author) <
           static_cast<std::ptrdiff_t>(critics_reviews))
        add_review(plan, written, dice.below(plan.places.size()), critic, dice);
    while (plan.reviews.size() < all_reviews)
        add_review(plan, written, popular(plan.places.size(), dice),
                   dice.below(known_people().size()), dice);
}

void add_echoes(Plan& plan, Dice& dice) {
    add_votes(plan, dice);
    add_comments(plan, dice);
}

void add_marks(Plan& plan, Dice& dice) {
    // Who added a place or wrote of it has been there.
    Pairs been;
    for (std::size_t i = 0; i < plan.places.size(); ++i) been.emplace(plan.places[i].owner, i);
    for (const auto& review : plan.reviews) been.emplace(review.author, review.place);
    Pairs liked;
    while (plan.visits.size() < all_visits) plan.visits.push_back(mark(plan, been, dice));
    while (plan.favourites.size() < all_favourites) {
        plan.favourites.push_back(mark(plan, liked, dice));
        if (dice.chance(0.3)) plan.favourites.back().nickname = nickname_text(dice);
    }
}

void add_follows(Plan& plan, Dice& dice) {
    const auto follow = [&](std::size_t followed, std::size_t follower) {
        if (followed == follower) return;
        const auto from = std::max(plan.people[followed].at, plan.people[follower].at) + 30min;
        plan.follows.push_back({followed, follower, dice.between(from, plan.end - 1h)});
    };
    const auto known = known_people().size();
    for (std::size_t i = 0; i < plan.people.size(); ++i) {
        follow(teacher, i);
        if (dice.chance(0.55)) follow(critic, i);
        if (dice.chance(0.3)) follow(photographer, i);
        if (dice.chance(0.12)) follow(finder, i);
        for (std::size_t j = keeper; j < known; ++j)
            if (dice.chance(i < known ? 0.2 : 0.02)) follow(j, i);
    }
}

}  // namespace asterism::cli::demo
