#include "tests/fakes/memory_reviews.hpp"

#include <algorithm>
#include <set>

#include "tests/fakes/memory_photos.hpp"

namespace asterism::tests {
namespace {

using places::Comment;
using places::FoundReview;
using places::PlaceId;
using places::RatedPlace;
using places::Review;
using places::ReviewId;

void drop_votes(Tables& tables, std::string_view kind, std::int64_t id) {
    std::erase_if(tables.votes, [&](const community::Vote& each) {
        return each.subject.kind.view() == kind && each.subject.id.value == id;
    });
}

/// A place's figures, counted anew.
std::optional<RatedPlace> counted(Tables& tables, PlaceId id) {
    const auto at = tables.places.find(id.value);
    if (at == tables.places.end()) return std::nullopt;
    auto& place = at->second;
    place.reviews = 0;
    place.rating.reset();
    double sum = 0;
    for (const auto& [number, review] : tables.reviews) {
        if (review.place != id || review.hidden) continue;
        ++place.reviews;
        sum += review.stars;
    }
    if (place.reviews > 0) place.rating = sum / static_cast<double>(place.reviews);
    tables.summaries[id.value].stale = true;
    ++tables.map_version;
    return RatedPlace{id, place.added_by};
}

std::vector<AccountId> commenters(const Tables& tables, ReviewId id) {
    std::set<AccountId> out;
    for (const auto& [number, each] : tables.comments)
        if (each.review == id) out.insert(each.account);
    return {out.begin(), out.end()};
}

bool newer(const FoundReview& a, const FoundReview& b) {
    return std::pair(b.review.created_at, b.review.id) <
           std::pair(a.review.created_at, a.review.id);
}

}  // namespace

void drop_comments(Tables& tables, const std::function<bool(const Comment&)>& which) {
    std::erase_if(tables.comments, [&](const auto& each) {
        const bool goes = which(each.second);
        if (goes) drop_votes(tables, "comment", each.first);
        return goes;
    });
}

void drop_reviews(Tables& tables, const std::function<bool(const Review&)>& which) {
    std::erase_if(tables.reviews, [&](const auto& each) {
        if (!which(each.second)) return false;
        drop_votes(tables, "review", each.first);
        drop_photos(tables, [&](const places::Photo& of) { return of.review == each.second.id; });
        drop_comments(tables, [&](const Comment& on) { return on.review == each.second.id; });
        return true;
    });
}

places::Writer writer_of(const Tables& tables, AccountId account) {
    const auto& known = tables.accounts.at(static_cast<std::size_t>(account.value - 1)).account;
    places::Writer out{known.handle, known.first_name, known.last_name, {}};
    const auto profile = tables.profiles.find(account.value);
    const auto mark = tables.hidden_profiles.find(account.value);
    const bool hidden = mark != tables.hidden_profiles.end() && mark->second;
    if (profile != tables.profiles.end() && !hidden) out.picture = profile->second.picture;
    return out;
}

community::Tally tally_of(const Tables& tables, std::string_view kind, std::int64_t id,
                          AccountId viewer) {
    community::Tally out;
    for (const auto& vote : tables.votes) {
        if (vote.subject.kind.view() != kind || vote.subject.id.value != id) continue;
        ++(vote.choice == community::Choice::up ? out.up : out.down);
        if (vote.voter == viewer) out.mine = vote.choice;
    }
    return out;
}

std::optional<ReviewId> MemoryReviews::add(const Review& review) {
    return calls_.write([&]() -> std::optional<ReviewId> {
        const auto place = tables_.places.find(review.place.value);
        if (place == tables_.places.end() || place->second.added_by == review.account)
            return std::nullopt;
        for (const auto& [id, each] : tables_.reviews)
            if (each.account == review.account && each.place == review.place) return std::nullopt;
        auto kept = review;
        kept.id = {++tables_.last_review};
        tables_.reviews[kept.id.value] = kept;
        return kept.id;
    });
}

std::optional<Review> MemoryReviews::hold(ReviewId id) {
    return calls_.write([&]() -> std::optional<Review> {
        const auto at = tables_.reviews.find(id.value);
        if (at == tables_.reviews.end()) return std::nullopt;
        return at->second;
    });
}

void MemoryReviews::save(const Review& review) {
    calls_.write([&] { tables_.reviews.at(review.id.value) = review; });
}

std::vector<AccountId> MemoryReviews::remove(ReviewId id) {
    return calls_.write([&] {
        auto commented = commenters(tables_, id);
        drop_reviews(tables_, [&](const Review& each) { return each.id == id; });
        return commented;
    });
}

std::optional<RatedPlace> MemoryReviews::recount(PlaceId place) {
    return calls_.write([&] { return counted(tables_, place); });
}

places::ForgottenReviews MemoryReviews::forget(AccountId account) {
    return calls_.write([&] {
        places::ForgottenReviews out;
        for (const auto& [id, each] : tables_.reviews) {
            if (each.account != account) continue;
            const auto on = commenters(tables_, each.id);
            out.gone.push_back({each.id, each.place, on});
        }
        drop_reviews(tables_, [&](const Review& each) { return each.account == account; });
        for (const auto& gone : out.gone) out.rated.push_back(*counted(tables_, gone.place));
        return out;
    });
}

std::optional<FoundReview> MemoryReviews::find(ReviewId id, AccountId viewer) const {
    return calls_.read([&]() -> std::optional<FoundReview> {
        auto all = found([&](const Review& each) { return each.id == id; }, viewer);
        if (all.empty()) return std::nullopt;
        return std::move(all.front());
    });
}

std::int64_t MemoryReviews::count(PlaceId place) const {
    return calls_.read([&] {
        return static_cast<std::int64_t>(std::ranges::count_if(tables_.reviews, [&](auto& each) {
            return each.second.place == place && !each.second.hidden;
        }));
    });
}

std::vector<FoundReview> MemoryReviews::list(PlaceId place, AccountId viewer,
                                             places::Slice slice) const {
    return calls_.read([&] {
        return sliced(
            found([&](const Review& each) { return each.place == place && !each.hidden; }, viewer),
            slice);
    });
}

std::vector<FoundReview> MemoryReviews::of_places(std::span<const PlaceId> places,
                                                  AccountId viewer) const {
    return calls_.read([&] {
        return found(
            [&](const Review& each) {
                return !each.hidden && std::ranges::find(places, each.place) != places.end();
            },
            viewer);
    });
}

std::int64_t MemoryReviews::count_by(AccountId account) const {
    return calls_.read([&] {
        return static_cast<std::int64_t>(std::ranges::count_if(tables_.reviews, [&](auto& each) {
            return each.second.account == account && !each.second.hidden;
        }));
    });
}

std::vector<FoundReview> MemoryReviews::list_by(AccountId account, AccountId viewer,
                                                places::Slice slice) const {
    return calls_.read([&] {
        return sliced(
            found([&](const Review& each) { return each.account == account && !each.hidden; },
                  viewer),
            slice);
    });
}

std::vector<FoundReview> MemoryReviews::of(AccountId account) const {
    return calls_.read([&] {
        return found([&](const Review& each) { return each.account == account; }, account);
    });
}

std::vector<FoundReview> MemoryReviews::found(const std::function<bool(const Review&)>& which,
                                              AccountId viewer) const {
    std::vector<FoundReview> out;
    for (const auto& [id, each] : tables_.reviews)
        if (which(each))
            out.push_back({each, tables_.places.at(each.place.value).name,
                           writer_of(tables_, each.account),
                           tally_of(tables_, "review", id, viewer)});
    std::ranges::sort(out, newer);
    return out;
}

std::vector<places::OwnOpinion> MemorySummaries::of(AccountId account) const {
    return calls_.read([&] {
        std::vector<places::OwnOpinion> out;
        for (const auto& [key, helped] : tables_.opinions)
            if (key.first == account.value)
                out.push_back({{key.second}, tables_.places.at(key.second).name, helped});
        return out;
    });
}

}  // namespace asterism::tests
