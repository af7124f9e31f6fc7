#include <algorithm>

#include "tests/fakes/memory_reviews.hpp"

namespace asterism::tests {

using places::Comment;
using places::CommentId;
using places::FoundComment;
using places::PlaceId;
using places::ReviewId;
using places::Summary;

std::optional<CommentId> MemoryComments::add(const Comment& comment) {
    return calls_.write([&]() -> std::optional<CommentId> {
        if (!tables_.reviews.contains(comment.review.value)) return std::nullopt;
        auto kept = comment;
        kept.id = {++tables_.last_comment};
        tables_.comments[kept.id.value] = kept;
        return kept.id;
    });
}

std::optional<Comment> MemoryComments::hold(CommentId id) {
    return calls_.write([&]() -> std::optional<Comment> {
        const auto at = tables_.comments.find(id.value);
        if (at == tables_.comments.end()) return std::nullopt;
        return at->second;
    });
}

void MemoryComments::save(const Comment& comment) {
    calls_.write([&] { tables_.comments.at(comment.id.value) = comment; });
}

void MemoryComments::remove(CommentId id) {
    calls_.write(
        [&] { drop_comments(tables_, [&](const Comment& each) { return each.id == id; }); });
}

void MemoryComments::forget(AccountId account) {
    calls_.write([&] {
        drop_comments(tables_, [&](const Comment& each) { return each.account == account; });
    });
}

std::optional<FoundComment> MemoryComments::find(CommentId id, AccountId viewer) const {
    return calls_.read([&]() -> std::optional<FoundComment> {
        auto all = found([&](const Comment& each) { return each.id == id; }, viewer);
        if (all.empty()) return std::nullopt;
        return std::move(all.front());
    });
}

std::int64_t MemoryComments::count(ReviewId review) const {
    return calls_.read([&] {
        return static_cast<std::int64_t>(std::ranges::count_if(tables_.comments, [&](auto& each) {
            return each.second.review == review && !each.second.hidden;
        }));
    });
}

std::vector<FoundComment> MemoryComments::list(ReviewId review, AccountId viewer,
                                               places::Slice slice) const {
    return calls_.read([&] {
        return sliced(
            found([&](const Comment& each) { return each.review == review && !each.hidden; },
                  viewer),
            slice);
    });
}

std::vector<FoundComment> MemoryComments::of(AccountId account) const {
    return calls_.read([&] {
        auto out = found([&](const Comment& each) { return each.account == account; }, account);
        std::ranges::reverse(out);
        return out;
    });
}

std::vector<FoundComment> MemoryComments::found(const std::function<bool(const Comment&)>& which,
                                                AccountId viewer) const {
    std::vector<FoundComment> out;
    for (const auto& [id, each] : tables_.comments)
        if (which(each))
            out.push_back({each, tables_.reviews.at(each.review.value).place,
                           writer_of(tables_, each.account),
                           tally_of(tables_, "comment", id, viewer)});
    std::ranges::sort(out, [](const FoundComment& a, const FoundComment& b) {
        return std::pair(a.comment.created_at, a.comment.id) <
               std::pair(b.comment.created_at, b.comment.id);
    });
    return out;
}

std::optional<Summary> MemorySummaries::kept(PlaceId place) const {
    if (!tables_.places.contains(place.value)) return std::nullopt;
    const auto at = tables_.summaries.find(place.value);
    auto out = at == tables_.summaries.end() ? Summary{} : at->second;
    out.helped.reset();
    return out;
}

std::optional<Summary> MemorySummaries::find(PlaceId place, AccountId viewer) const {
    return calls_.read([&] {
        auto out = kept(place);
        const auto said = tables_.opinions.find({viewer.value, place.value});
        if (out && said != tables_.opinions.end()) out->helped = said->second;
        return out;
    });
}

std::vector<places::PlaceSummary> MemorySummaries::of_places(std::span<const PlaceId> places,
                                                             AccountId viewer) const {
    std::vector<places::PlaceSummary> out;
    for (const PlaceId each : places)
        if (auto summary = find(each, viewer)) out.push_back({each, *std::move(summary)});
    return out;
}

std::optional<Summary> MemorySummaries::hold(PlaceId place) {
    return calls_.write([&] { return kept(place); });
}

void MemorySummaries::save(PlaceId place, const Summary& summary) {
    calls_.write([&] { tables_.summaries[place.value] = summary; });
}

places::Opinions MemorySummaries::judge(AccountId account, PlaceId place, bool helped, Instant) {
    return calls_.write([&] {
        tables_.opinions[{account.value, place.value}] = helped;
        places::Opinions out;
        for (const auto& [key, good] : tables_.opinions) {
            if (key.second != place.value) continue;
            ++out.all;
            if (!good) ++out.bad;
        }
        return out;
    });
}

void MemorySummaries::forget(AccountId account) {
    calls_.write([&] {
        std::erase_if(tables_.opinions,
                      [&](const auto& each) { return each.first.first == account.value; });
    });
}

}  // namespace asterism::tests
