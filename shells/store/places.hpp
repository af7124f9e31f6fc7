#pragma once

#include "libcore/places/ports.hpp"
#include "shells/store/db.hpp"

namespace asterism::store {

class SqlPlaces final : public places::Places {
public:
    explicit SqlPlaces(Db& db) : db_(db) {}

    std::optional<places::Found> find(places::PlaceId id, AccountId viewer) const override;
    std::vector<places::Found> list(const places::Query& query, AccountId viewer,
                                    places::Slice slice) const override;
    std::int64_t count(const places::Query& query) const override;
    std::vector<places::Found> owned_by(AccountId account) const override;
    std::vector<places::Place> after(places::PlaceId id, std::int64_t limit) const override;
    std::vector<places::Found> batch(const places::Query& query, AccountId viewer,
                                     places::Batch batch) const override;
    places::PlaceId add(const places::Place& place) override;
    std::optional<places::Place> hold(places::PlaceId id) override;
    void save(const places::Place& place) override;
    void remove(places::PlaceId id) override;
    void forget(AccountId account) override;
    void count_report(places::PlaceId id) override;
    std::vector<AccountId> touched(places::PlaceId id) const override;
    std::vector<places::PlaceId> added_by(AccountId account) const override;
    Versions versions(AccountId viewer) const override;

private:
    /// SQLite's index is a table of its own; PostgreSQL's follows by itself.
    bool keeps_boxes() const { return db_.engine() == "sqlite"; }

    void box(places::PlaceId id, const places::Spot& spot);

    Db& db_;
};

}  // namespace asterism::store
