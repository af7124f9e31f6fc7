#pragma once

#include "libcore/places/ports.hpp"
#include "shells/store/db.hpp"

namespace asterism::store {

class SqlFavourites final : public places::Favourites {
public:
    explicit SqlFavourites(Db& db) : db_(db) {}

    std::int64_t count(AccountId account) const override;
    std::vector<places::PlaceId> places(AccountId account) const override;
    std::vector<places::Liked> list(AccountId account, places::Slice slice) const override;
    std::optional<places::Liked> find(AccountId account, places::FavouriteId id) const override;
    std::optional<places::FavouriteId> add(const places::Favourite& favourite) override;
    void rename(places::FavouriteId id, std::string_view nickname) override;
    bool remove(AccountId account, places::FavouriteId id) override;
    bool remove(AccountId account, places::PlaceId place) override;

private:
    Db& db_;
};

class SqlVisits final : public places::Visits {
public:
    explicit SqlVisits(Db& db) : db_(db) {}

    std::int64_t count(AccountId account) const override;
    std::vector<places::Visit> list(AccountId account) const override;
    bool add(AccountId account, places::PlaceId place, Instant at) override;
    bool remove(AccountId account, places::PlaceId place) override;

private:
    Db& db_;
};

}  // namespace asterism::store
