#pragma once

#include <vector>

#include "libcore/base/use_case.hpp"
#include "libcore/base/versions.hpp"
#include "libcore/places/query.hpp"

namespace asterism::places {

class Places : public Stored {
public:
    /// As `viewer` finds it; nobody where the id is none.
    virtual std::optional<Found> find(PlaceId id, AccountId viewer) const = 0;
    virtual std::vector<Found> list(const Query& query, AccountId viewer, Slice slice) const = 0;
    virtual std::int64_t count(const Query& query) const = 0;
    /// Whatever order the query asks for.
    virtual std::vector<Found> batch(const Query& query, AccountId viewer, Batch batch) const = 0;

    /// All that the account added, the oldest first.
    virtual std::vector<Found> owned_by(AccountId account) const = 0;

    /// Those that were added after that one, by number.
    virtual std::vector<Place> after(PlaceId id, std::int64_t limit) const = 0;

    virtual PlaceId add(const Place& place) = 0;
    /// The same as `find`, and keeps others from changing it until this run ends.
    virtual std::optional<Place> hold(PlaceId id) = 0;
    /// What its owner and the staff say of it, not what is counted.
    virtual void save(const Place& place) = 0;
    virtual void remove(PlaceId id) = 0;
    /// Lets go of all that this account added, marked or visited.
    virtual void forget(AccountId account) = 0;

    /// One more report of it.
    virtual void count_report(PlaceId id) = 0;
    /// Who has visited it, or written there.
    virtual std::vector<AccountId> touched(PlaceId id) const = 0;
    /// All that an account added.
    virtual std::vector<PlaceId> added_by(AccountId account) const = 0;

    virtual Versions versions(AccountId viewer) const = 0;
};

class Favourites : public Stored {
public:
    virtual std::int64_t count(AccountId account) const = 0;
    virtual std::vector<PlaceId> places(AccountId account) const = 0;
    /// Newest first.
    virtual std::vector<Liked> list(AccountId account, Slice slice) const = 0;
    virtual std::optional<Liked> find(AccountId account, FavouriteId id) const = 0;
    /// Nothing if it is one already.
    virtual std::optional<FavouriteId> add(const Favourite& favourite) = 0;
    virtual void rename(FavouriteId id, std::string_view nickname) = 0;
    virtual bool remove(AccountId account, FavouriteId id) = 0;
    /// False: it was none.
    virtual bool remove(AccountId account, PlaceId place) = 0;
};

class Visits : public Stored {
public:
    /// How many places the account has been to.
    virtual std::int64_t count(AccountId account) const = 0;
    /// All of them, the first one first.
    virtual std::vector<Visit> list(AccountId account) const = 0;
    /// False: it has been there before. The place's own figures follow.
    virtual bool add(AccountId account, PlaceId place, Instant at) = 0;
    virtual bool remove(AccountId account, PlaceId place) = 0;
};

}  // namespace asterism::places
