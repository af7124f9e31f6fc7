#pragma once

#include <functional>

#include "tests/fakes/tables.hpp"

namespace asterism::tests {

/// With their comments and all votes.
void drop_reviews(Tables& tables, const std::function<bool(const places::Review&)>& which);
void drop_comments(Tables& tables, const std::function<bool(const places::Comment&)>& which);

places::Writer writer_of(const Tables& tables, AccountId account);
community::Tally tally_of(const Tables& tables, std::string_view kind, std::int64_t id,
                          AccountId viewer);

/// The part of a list that makes a page.
template <class Each>
std::vector<Each> sliced(std::vector<Each> all, places::Slice slice) {
    const auto size = std::ssize(all);
    const auto from = std::min(size, slice.offset);
    const auto to = from + std::min(size - from, slice.limit);
    return {std::make_move_iterator(all.begin() + from), std::make_move_iterator(all.begin() + to)};
}

class MemoryReviews : public places::Reviews {
public:
    MemoryReviews(Tables& tables, Calls& calls) : tables_(tables), calls_(calls) {}

    std::optional<places::ReviewId> add(const places::Review& review) override;
    std::optional<places::Review> hold(places::ReviewId id) override;
    void save(const places::Review& review) override;
    std::vector<AccountId> remove(places::ReviewId id) override;
    std::optional<places::RatedPlace> recount(places::PlaceId place) override;
    places::ForgottenReviews forget(AccountId account) override;
    std::optional<places::FoundReview> find(places::ReviewId id, AccountId viewer) const override;
    std::int64_t count(places::PlaceId place) const override;
    std::vector<places::FoundReview> list(places::PlaceId place, AccountId viewer,
                                          places::Slice slice) const override;
    std::int64_t count_by(AccountId account) const override;
    std::vector<places::FoundReview> list_by(AccountId account, AccountId viewer,
                                             places::Slice slice) const override;
    std::vector<places::FoundReview> of_places(std::span<const places::PlaceId> places,
                                               AccountId viewer) const override;
    std::vector<places::FoundReview> of(AccountId account) const override;

private:
    std::vector<places::FoundReview> found(const std::function<bool(const places::Review&)>& which,
                                           AccountId viewer) const;

    Tables& tables_;
    Calls& calls_;
};

class MemoryComments : public places::Comments {
public:
    MemoryComments(Tables& tables, Calls& calls) : tables_(tables), calls_(calls) {}

    std::optional<places::CommentId> add(const places::Comment& comment) override;
    std::optional<places::Comment> hold(places::CommentId id) override;
    void save(const places::Comment& comment) override;
    void remove(places::CommentId id) override;
    void forget(AccountId account) override;
    std::optional<places::FoundComment> find(places::CommentId id, AccountId viewer) const override;
    std::int64_t count(places::ReviewId review) const override;
    std::vector<places::FoundComment> list(places::ReviewId review, AccountId viewer,
                                           places::Slice slice) const override;
    std::vector<places::FoundComment> of(AccountId account) const override;

private:
    std::vector<places::FoundComment> found(
        const std::function<bool(const places::Comment&)>& which, AccountId viewer) const;

    Tables& tables_;
    Calls& calls_;
};

class MemorySummaries : public places::Summaries {
public:
    MemorySummaries(Tables& tables, Calls& calls) : tables_(tables), calls_(calls) {}

    std::optional<places::Summary> find(places::PlaceId place, AccountId viewer) const override;
    std::vector<places::PlaceSummary> of_places(std::span<const places::PlaceId> places,
                                                AccountId viewer) const override;
    std::optional<places::Summary> hold(places::PlaceId place) override;
    void save(places::PlaceId place, const places::Summary& summary) override;
    places::Opinions judge(AccountId account, places::PlaceId place, bool helped,
                           Instant at) override;
    void forget(AccountId account) override;
    std::vector<places::OwnOpinion> of(AccountId account) const override;

private:
    std::optional<places::Summary> kept(places::PlaceId place) const;

    Tables& tables_;
    Calls& calls_;
};

}  // namespace asterism::tests
