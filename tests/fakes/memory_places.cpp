#include "tests/fakes/memory_places.hpp"

#include <algorithm>
#include <set>

#include "tests/fakes/memory_photos.hpp"
#include "tests/fakes/memory_reviews.hpp"

namespace asterism::tests {
namespace {

using places::Favourite;
using places::FavouriteId;
using places::Found;
using places::Liked;
using places::Place;
using places::PlaceId;

std::string handle_of(const Tables& tables, AccountId account) {
    const auto at = static_cast<std::size_t>(account.value - 1);
    return at < tables.accounts.size() ? tables.accounts[at].account.handle : std::string();
}

Found found(const Tables& tables, const Place& place, AccountId viewer) {
    Found out{place, handle_of(tables, place.added_by)};
    if (place.mark.by) out.verified_by = handle_of(tables, place.mark.by);
    out.favourite = std::ranges::any_of(tables.favourites, [&](const Favourite& each) {
        return each.account == viewer && each.place == place.id;
    });
    out.visited = tables.visits.contains({viewer.value, place.id.value});
    return out;
}

/// The place's figures of visits, counted anew.
void recount(Tables& tables, PlaceId id) {
    auto& place = tables.places.at(id.value);
    place.visitors = 0;
    place.last_visited_at.reset();
    for (const auto& [key, at] : tables.visits) {
        if (key.second != id.value) continue;
        ++place.visitors;
        place.last_visited_at = std::max(place.last_visited_at.value_or(at), at);
    }
}

void drop(Tables& tables, PlaceId id) {
    drop_photos(tables, [&](const places::Photo& photo) { return photo.place == id; });
    tables.places.erase(id.value);
    std::erase_if(tables.favourites, [&](const Favourite& each) { return each.place == id; });
    std::erase_if(tables.visits, [&](const auto& each) { return each.first.second == id.value; });
    std::erase_if(tables.opinions, [&](const auto& each) { return each.first.second == id.value; });
    tables.summaries.erase(id.value);
    drop_reviews(tables, [&](const places::Review& each) { return each.place == id; });
    ++tables.map_version;
}

}  // namespace

std::optional<Found> MemoryPlaces::find(PlaceId id, AccountId viewer) const {
    return calls_.read([&]() -> std::optional<Found> {
        const auto at = tables_.places.find(id.value);
        if (at == tables_.places.end()) return std::nullopt;
        return found(tables_, at->second, viewer);
    });
}

std::vector<Found> MemoryPlaces::list(const places::Query& query, AccountId viewer,
                                      places::Slice slice) const {
    return calls_.read([&] {
        std::vector<Found> out;
        for (const auto& [id, place] : tables_.places) {
            if (!wanted(query, place)) continue;
            out.push_back(found(tables_, place, viewer));
            out.back().chord2 = chord2(direction(place.spot), query.centre);
        }
        std::ranges::sort(out,
                          [&](const Found& a, const Found& b) { return before(query.sort, a, b); });
        const auto size = std::ssize(out);
        out.erase(out.begin() + std::min(size, slice.offset + slice.limit), out.end());
        out.erase(out.begin(), out.begin() + std::min(std::ssize(out), slice.offset));
        return out;
    });
}

std::int64_t MemoryPlaces::count(const places::Query& query) const {
    return calls_.read([&] {
        return static_cast<std::int64_t>(std::ranges::count_if(
            tables_.places, [&](const auto& each) { return wanted(query, each.second); }));
    });
}

std::vector<Found> MemoryPlaces::owned_by(AccountId account) const {
    return calls_.read([&] {
        std::vector<Found> out;
        for (const auto& [id, place] : tables_.places)
            if (place.added_by == account) out.push_back(found(tables_, place, account));
        return out;
    });
}

std::vector<Place> MemoryPlaces::after(PlaceId id, std::int64_t limit) const {
    return calls_.read([&] {
        std::vector<Place> out;
        for (auto at = tables_.places.upper_bound(id.value);
             at != tables_.places.end() && std::ssize(out) < limit; ++at)
            out.push_back(at->second);
        return out;
    });
}

std::vector<Found> MemoryPlaces::batch(const places::Query& query, AccountId viewer,
                                       places::Batch batch) const {
    return calls_.read([&] {
        std::vector<Found> out;
        for (auto at = tables_.places.upper_bound(batch.after.value);
             at != tables_.places.end() && std::ssize(out) < batch.limit; ++at)
            if (wanted(query, at->second)) out.push_back(found(tables_, at->second, viewer));
        return out;
    });
}

PlaceId MemoryPlaces::add(const Place& place) {
    return calls_.write([&] {
        auto kept = place;
        kept.id = {++tables_.last_place};
        tables_.places[kept.id.value] = kept;
        ++tables_.map_version;
        return kept.id;
    });
}

std::optional<Place> MemoryPlaces::hold(PlaceId id) {
    return calls_.write([&]() -> std::optional<Place> {
        const auto at = tables_.places.find(id.value);
        if (at == tables_.places.end()) return std::nullopt;
        return at->second;
    });
}

void MemoryPlaces::save(const Place& place) {
    calls_.write([&] {
        tables_.places.at(place.id.value) = place;
        ++tables_.map_version;
    });
}

void MemoryPlaces::remove(PlaceId id) {
    calls_.write([&] { drop(tables_, id); });
}

void MemoryPlaces::forget(AccountId account) {
    calls_.write([&] {
        std::erase_if(tables_.visits,
                      [&](const auto& each) { return each.first.first == account.value; });
        std::erase_if(tables_.favourites,
                      [&](const Favourite& each) { return each.account == account; });
        std::vector<PlaceId> own;
        for (const auto& [id, place] : tables_.places) {
            if (place.added_by == account) own.push_back(place.id);
            recount(tables_, place.id);
        }
        for (const PlaceId id : own) drop(tables_, id);
    });
}

void MemoryPlaces::count_report(PlaceId id) {
    calls_.write([&] { ++tables_.places.at(id.value).reports; });
}

std::vector<AccountId> MemoryPlaces::touched(PlaceId id) const {
    return calls_.read([&] {
        std::set<AccountId> out;
        for (const auto& [key, at] : tables_.visits)
            if (key.second == id.value) out.insert({key.first});
        for (const auto& [number, review] : tables_.reviews)
            if (review.place == id) out.insert(review.account);
        for (const auto& [number, comment] : tables_.comments)
            if (tables_.reviews.at(comment.review.value).place == id) out.insert(comment.account);
        for (const auto& row : tables_.photos)
            if (row.photo.place == id && row.photo.account) out.insert(*row.photo.account);
        return std::vector<AccountId>(out.begin(), out.end());
    });
}

std::vector<PlaceId> MemoryPlaces::added_by(AccountId account) const {
    return calls_.read([&] {
        std::vector<PlaceId> out;
        for (const auto& [id, place] : tables_.places)
            if (place.added_by == account) out.push_back(place.id);
        return out;
    });
}

std::int64_t MemoryFavourites::count(AccountId account) const {
    return calls_.read([&] {
        return static_cast<std::int64_t>(std::ranges::count_if(
            tables_.favourites, [&](const Favourite& each) { return each.account == account; }));
    });
}

std::vector<PlaceId> MemoryFavourites::places(AccountId account) const {
    std::vector<PlaceId> out;
    for (const Favourite& each : tables_.favourites)
        if (each.account == account) out.push_back(each.place);
    return calls_.read([&] { return out; });
}

std::vector<Liked> MemoryFavourites::list(AccountId account, places::Slice slice) const {
    return calls_.read([&] {
        std::vector<Liked> out;
        for (auto at = tables_.favourites.rbegin(); at != tables_.favourites.rend(); ++at) {
            if (at->account != account || slice.offset-- > 0) continue;
            if (std::ssize(out) == slice.limit) break;
            out.push_back({*at, found(tables_, tables_.places.at(at->place.value), account),
                           handle_of(tables_, account)});
        }
        return out;
    });
}

std::optional<Liked> MemoryFavourites::find(AccountId account, FavouriteId id) const {
    return calls_.read([&]() -> std::optional<Liked> {
        for (const Favourite& each : tables_.favourites)
            if (each.id == id && each.account == account)
                return Liked{each, found(tables_, tables_.places.at(each.place.value), account),
                             handle_of(tables_, account)};
        return std::nullopt;
    });
}

std::optional<FavouriteId> MemoryFavourites::add(const Favourite& favourite) {
    return calls_.write([&]() -> std::optional<FavouriteId> {
        for (const Favourite& each : tables_.favourites)
            if (each.account == favourite.account && each.place == favourite.place)
                return std::nullopt;
        auto kept = favourite;
        kept.id = {++tables_.last_favourite};
        tables_.favourites.push_back(kept);
        return kept.id;
    });
}

void MemoryFavourites::rename(FavouriteId id, std::string_view nickname) {
    calls_.write([&] {
        for (Favourite& each : tables_.favourites)
            if (each.id == id) each.nickname = nickname;
    });
}

bool MemoryFavourites::remove(AccountId account, FavouriteId id) {
    return calls_.write([&] {
        return std::erase_if(tables_.favourites, [&](const Favourite& each) {
                   return each.account == account && each.id == id;
               }) > 0;
    });
}

bool MemoryFavourites::remove(AccountId account, PlaceId place) {
    return calls_.write([&] {
        return std::erase_if(tables_.favourites, [&](const Favourite& each) {
                   return each.account == account && each.place == place;
               }) > 0;
    });
}

std::int64_t MemoryVisits::count(AccountId account) const {
    return calls_.read([&] {
        return static_cast<std::int64_t>(std::ranges::count_if(
            tables_.visits, [&](const auto& each) { return each.first.first == account.value; }));
    });
}

std::vector<places::Visit> MemoryVisits::list(AccountId account) const {
    return calls_.read([&] {
        std::vector<places::Visit> out;
        for (const auto& [key, at] : tables_.visits)
            if (key.first == account.value)
                out.push_back({{key.second}, tables_.places.at(key.second).name, at});
        std::ranges::stable_sort(out, {}, &places::Visit::at);
        return out;
    });
}

bool MemoryVisits::add(AccountId account, PlaceId place, Instant at) {
    return calls_.write([&] {
        if (!tables_.visits.emplace(std::pair(account.value, place.value), at).second) return false;
        recount(tables_, place);
        return true;
    });
}

bool MemoryVisits::remove(AccountId account, PlaceId place) {
    return calls_.write([&] {
        if (tables_.visits.erase({account.value, place.value}) == 0) return false;
        recount(tables_, place);
        return true;
    });
}

}  // namespace asterism::tests
