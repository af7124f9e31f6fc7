#pragma once

#include "tests/fakes/tables.hpp"

namespace asterism::tests {

class MemoryPlaces : public places::Places {
public:
    MemoryPlaces(Tables& tables, Calls& calls) : tables_(tables), calls_(calls) {}

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

    Versions versions(AccountId viewer) const override {
        return calls_.read([&] { return tables_.versions(viewer); });
    }

private:
    Tables& tables_;
    Calls& calls_;
};

class MemoryFavourites : public places::Favourites {
public:
    MemoryFavourites(Tables& tables, Calls& calls) : tables_(tables), calls_(calls) {}

    std::int64_t count(AccountId account) const override;
    std::vector<places::PlaceId> places(AccountId account) const override;
    std::vector<places::Liked> list(AccountId account, places::Slice slice) const override;
    std::optional<places::Liked> find(AccountId account, places::FavouriteId id) const override;
    std::optional<places::FavouriteId> add(const places::Favourite& favourite) override;
    void rename(places::FavouriteId id, std::string_view nickname) override;
    bool remove(AccountId account, places::FavouriteId id) override;
    bool remove(AccountId account, places::PlaceId place) override;

private:
    Tables& tables_;
    Calls& calls_;
};

class MemoryVisits : public places::Visits {
public:
    MemoryVisits(Tables& tables, Calls& calls) : tables_(tables), calls_(calls) {}

    std::int64_t count(AccountId account) const override;
    std::vector<places::Visit> list(AccountId account) const override;
    bool add(AccountId account, places::PlaceId place, Instant at) override;
    bool remove(AccountId account, places::PlaceId place) override;

private:
    Tables& tables_;
    Calls& calls_;
};

}  // namespace asterism::tests
