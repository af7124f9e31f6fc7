#pragma once

#include "libcore/places/review_ports.hpp"
#include "shells/store/db.hpp"

namespace asterism::store {

class SqlSummaries final : public places::Summaries {
public:
    explicit SqlSummaries(Db& db) : db_(db) {}

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
    Db& db_;
};

}  // namespace asterism::store
