#include "shells/store/keepsakes.hpp"

#include "shells/store/place_rows.hpp"

namespace asterism::store {
namespace {

using places::Favourite;
using places::FavouriteId;
using places::Liked;
using places::PlaceId;

constexpr Literal select{
    joined<"SELECT", place_columns, viewer_columns,
           ", l.id, l.nickname, l.created_at, o.handle FROM favourite l"
           " JOIN account o ON o.id = l.account_id JOIN place p ON p.id = l.place_id",
           viewer_joins, " WHERE l.account_id = :account">};

using LikedRow = decltype(std::tuple_cat(
    std::declval<FoundRow>(),
    std::declval<std::tuple<FavouriteId, std::string, Instant, std::string>>()));

Liked liked_of(LikedRow&& row, AccountId account) {
    constexpr auto own = std::tuple_size_v<FoundRow>;
    Favourite favourite{
        std::get<own>(row), account, {}, std::move(std::get<own + 1>(row)), std::get<own + 2>(row)};
    auto found = found_of(leading<FoundRow>(std::move(row)));
    favourite.place = found.place.id;
    return {std::move(favourite), std::move(found), std::move(std::get<own + 3>(row))};
}

/// The place comes before the visits to it, as it does where somebody reviews it: so those who wait
/// for one another do it in one order, and what is counted then is all that others have ended.
bool hold(Db& db, PlaceId place) {
    constexpr Literal select_place{"SELECT id FROM place WHERE id = :place"};
    return db
        .one<PlaceId>(Sql{joined<select_place>, joined<select_place, " FOR NO KEY UPDATE">}, place)
        .has_value();
}

}  // namespace

std::int64_t SqlFavourites::count(AccountId account) const {
    return std::get<0>(*db_.one<std::int64_t>(
        "SELECT count(*) FROM favourite WHERE account_id = :account", account));
}

std::vector<PlaceId> SqlFavourites::places(AccountId account) const {
    std::vector<PlaceId> out;
    for (const auto& [id] : db_.all<PlaceId>(
             "SELECT place_id FROM favourite WHERE account_id = :account ORDER BY place_id",
             account))
        out.push_back(id);
    return out;
}

std::vector<Liked> SqlFavourites::list(AccountId account, places::Slice slice) const {
    std::vector<Liked> out;
    for (auto& row : db_.all<LikedRow>(
             sql<select, " ORDER BY l.created_at DESC, l.id DESC LIMIT :limit OFFSET :offset">,
             account, account, account, slice.limit, slice.offset))
        out.push_back(liked_of(std::move(row), account));
    return out;
}

std::optional<Liked> SqlFavourites::find(AccountId account, FavouriteId id) const {
    auto row = db_.one<LikedRow>(sql<select, " AND l.id = :id">, account, account, account, id);
    if (!row) return std::nullopt;
    return liked_of(*std::move(row), account);
}

std::optional<FavouriteId> SqlFavourites::add(const Favourite& favourite) {
    // The place is held, so that nobody takes it away between the look and the writing.
    constexpr Literal from{
        "INSERT INTO favourite (account_id, place_id, nickname, created_at)"
        " SELECT CAST(:account AS BIGINT), p.id, CAST(:nickname AS TEXT), CAST(:at AS BIGINT)"
        " FROM place p WHERE p.id = :place"};
    constexpr Literal unless{" ON CONFLICT (account_id, place_id) DO NOTHING RETURNING id"};
    const auto row = db_.one<FavouriteId>(
        Sql{joined<from, unless>, joined<from, " FOR KEY SHARE", unless>}, favourite.account,
        favourite.nickname, favourite.created_at, favourite.place);
    if (!row) return std::nullopt;
    return std::get<0>(*row);
}

void SqlFavourites::rename(FavouriteId id, std::string_view nickname) {
    db_.run("UPDATE favourite SET nickname = :nickname WHERE id = :id", nickname, id);
}

bool SqlFavourites::remove(AccountId account, FavouriteId id) {
    return db_.run("DELETE FROM favourite WHERE account_id = :account AND id = :id", account, id) >
           0;
}

bool SqlFavourites::remove(AccountId account, PlaceId place) {
    return db_.run("DELETE FROM favourite WHERE account_id = :account AND place_id = :place",
                   account, place) > 0;
}

std::int64_t SqlVisits::count(AccountId account) const {
    return std::get<0>(
        *db_.one<std::int64_t>("SELECT count(*) FROM visit WHERE account_id = :account", account));
}

std::vector<places::Visit> SqlVisits::list(AccountId account) const {
    std::vector<places::Visit> out;
    for (auto& row : db_.all<PlaceId, std::string, Instant>(
             "SELECT v.place_id, p.name, v.visited_at FROM visit v JOIN place p ON p.id = "
             "v.place_id"
             " WHERE v.account_id = :account ORDER BY v.visited_at, v.place_id",
             account))
        out.push_back(made<places::Visit>(std::move(row)));
    return out;
}

bool SqlVisits::add(AccountId account, PlaceId place, Instant at) {
    if (!hold(db_, place)) return false;
    constexpr Literal from{
        "INSERT INTO visit (account_id, place_id, visited_at)"
        " SELECT CAST(:account AS BIGINT), p.id, CAST(:at AS BIGINT) FROM place p"
        " WHERE p.id = :place"};
    constexpr Literal unless{" ON CONFLICT (account_id, place_id) DO NOTHING"};
    if (db_.run(Sql{joined<from, unless>, joined<from, " FOR KEY SHARE", unless>}, account, at,
                place) == 0)
        return false;
    db_.run(
        "UPDATE place SET visitors = visitors + 1, last_visited_at ="
        " CASE WHEN last_visited_at > :than THEN last_visited_at ELSE :at END WHERE id = :id",
        at, at, place);
    return true;
}

bool SqlVisits::remove(AccountId account, PlaceId place) {
    if (!hold(db_, place)) return false;
    if (db_.run("DELETE FROM visit WHERE account_id = :account AND place_id = :place", account,
                place) == 0)
        return false;
    db_.run(
        "UPDATE place SET visitors = visitors - 1, last_visited_at = (SELECT max(visited_at)"
        " FROM visit WHERE place_id = :of) WHERE id = :id",
        place, place);
    return true;
}

}  // namespace asterism::store
