#pragma once

#include "libcore/places/review_ports.hpp"
#include "shells/store/db.hpp"

namespace asterism::store {

class SqlReviews final : public places::Reviews {
public:
    explicit SqlReviews(Db& db) : db_(db) {}

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
    Db& db_;
};

}  // namespace asterism::store
