#include "shells/store/places.hpp"

#include "libcore/places/rules.hpp"
#include "shells/store/place_query.hpp"
#include "shells/store/place_rows.hpp"

namespace asterism::store {

using places::Found;
using places::Place;
using places::PlaceId;

std::optional<Found> SqlPlaces::find(PlaceId id, AccountId viewer) const {
    auto row = db_.one<FoundRow>(sql<"SELECT", place_columns, viewer_columns, " FROM place p",
                                     viewer_joins, " WHERE p.id = :id">,
                                 viewer, viewer, id);
    if (!row) return std::nullopt;
    return found_of(*std::move(row));
}

std::vector<Found> SqlPlaces::list(const places::Query& query, AccountId viewer,
                                   places::Slice slice) const {
    return list_places(db_, query, viewer, slice);
}

std::int64_t SqlPlaces::count(const places::Query& query) const { return count_places(db_, query); }

std::vector<Found> SqlPlaces::owned_by(AccountId account) const {
    std::vector<Found> out;
    for (auto& row :
         db_.all<FoundRow>(sql<"SELECT", place_columns, viewer_columns, " FROM place p",
                               viewer_joins, " WHERE p.added_by = :owner ORDER BY p.id">,
                           account, account, account))
        out.push_back(found_of(std::move(row)));
    return out;
}

std::vector<Place> SqlPlaces::after(PlaceId id, std::int64_t limit) const {
    std::vector<Place> out;
    for (auto& row :
         db_.all<PlaceRow>(sql<"SELECT", place_columns,
                               " FROM place p WHERE p.id > :after ORDER BY p.id LIMIT :limit">,
                           id, limit))
        out.push_back(place_of(std::move(row)));
    return out;
}

std::vector<Found> SqlPlaces::batch(const places::Query& query, AccountId viewer,
                                    places::Batch batch) const {
    return batch_of_places(db_, query, viewer, batch);
}

PlaceId SqlPlaces::add(const Place& place) {
    const auto [x, y, z] = direction(place.spot);
    const auto& [website, number, display, booking] = place.contact;
    const auto id = std::get<0>(*db_.one<PlaceId>(
        "INSERT INTO place (name, description, type, website, phone_number, phone_display,"
        " reservation_url, added_by, latitude, longitude, x, y, z, elevation, bortle, sqm, address,"
        " region, locality, country, haystack, created_at, updated_at, own_elevation)"
        " VALUES (:name, :description, :type, :website, :number, :display, :booking, :owner,"
        " :latitude, :longitude, :x, :y, :z, :elevation, :bortle, :sqm, :address, :region,"
        " :locality, :country, :haystack, :at, :changed, :own) RETURNING id",
        place.name, place.description, place.type, website, number, display, booking,
        place.added_by, place.spot.latitude, place.spot.longitude, x, y, z, place.elevation_metres,
        place.bortle, place.sqm, place.address.formatted, place.address.region,
        place.address.locality, place.address.country, haystack(place), place.created_at,
        place.updated_at, place.own_elevation));
    box(id, place.spot);
    return id;
}

std::optional<Place> SqlPlaces::hold(PlaceId id) {
    constexpr Literal select{joined<"SELECT", place_columns, " FROM place p WHERE p.id = :id">};
    auto row = db_.one<PlaceRow>(Sql{joined<select>, joined<select, " FOR UPDATE">}, id);
    if (!row) return std::nullopt;
    return place_of(*std::move(row));
}

void SqlPlaces::save(const Place& place) {
    const auto [x, y, z] = direction(place.spot);
    const auto& [website, number, display, booking] = place.contact;
    const auto& [verified, since, by, notes] = place.mark;
    const auto verifier = by ? std::optional(by) : std::nullopt;
    db_.run(
        "UPDATE place SET name = :name, description = :description, type = :type,"
        " website = :website, phone_number = :number, phone_display = :display,"
        " reservation_url = :booking, latitude = :latitude, longitude = :longitude, x = :x, y = :y,"
        " z = :z, elevation = :elevation, bortle = :bortle, sqm = :sqm, address = :address,"
        " region = :region, locality = :locality, country = :country, haystack = :haystack,"
        " own_elevation = :own, verified = :verified, verified_at = :since, verified_by = :by, "
        "verified_notes = :notes,"
        " updated_at = :at WHERE id = :id",
        place.name, place.description, place.type, website, number, display, booking,
        place.spot.latitude, place.spot.longitude, x, y, z, place.elevation_metres, place.bortle,
        place.sqm, place.address.formatted, place.address.region, place.address.locality,
        place.address.country, haystack(place), place.own_elevation, verified, since, verifier,
        notes, place.updated_at, place.id);
    box(place.id, place.spot);
}

void SqlPlaces::remove(PlaceId id) {
    if (keeps_boxes()) db_.run("DELETE FROM place_box WHERE id = :id", id);
    db_.run("DELETE FROM place WHERE id = :id", id);
}

void SqlPlaces::forget(AccountId account) {
    // Held first: only a statement that begins afterwards sees what others have committed.
    constexpr Literal visited{
        "SELECT id FROM place WHERE id IN (SELECT place_id FROM visit WHERE account_id = :account)"
        " ORDER BY id"};
    db_.all<PlaceId>(Sql{joined<visited>, joined<visited, " FOR NO KEY UPDATE">}, account);
    db_.run(
        "UPDATE place SET visitors = visitors - 1, last_visited_at = (SELECT max(visited_at)"
        " FROM visit WHERE place_id = place.id AND account_id <> :other)"
        " WHERE id IN (SELECT place_id FROM visit WHERE account_id = :account)",
        account, account);
    db_.run("DELETE FROM visit WHERE account_id = :account", account);
    db_.run("DELETE FROM favourite WHERE account_id = :account", account);
    if (keeps_boxes())
        db_.run(
            "DELETE FROM place_box WHERE id IN (SELECT id FROM place WHERE added_by = :account)",
            account);
    db_.run("DELETE FROM place WHERE added_by = :account", account);
}

void SqlPlaces::count_report(PlaceId id) {
    db_.run("UPDATE place SET reports = reports + 1 WHERE id = :id", id);
}

std::vector<AccountId> SqlPlaces::touched(PlaceId id) const {
    std::vector<AccountId> out;
    for (const auto& [account] : db_.all<AccountId>(
             "SELECT account_id FROM visit WHERE place_id = :visited"
             " UNION SELECT account_id FROM review WHERE place_id = :reviewed"
             " UNION SELECT c.account_id FROM comment c JOIN review r ON r.id = c.review_id"
             " WHERE r.place_id = :discussed"
             " UNION SELECT account_id FROM photo WHERE place_id = :shown"
             " AND account_id IS NOT NULL ORDER BY 1",
             id, id, id, id))
        out.push_back(account);
    return out;
}

std::vector<PlaceId> SqlPlaces::added_by(AccountId account) const {
    std::vector<PlaceId> out;
    for (const auto& [id] :
         db_.all<PlaceId>("SELECT id FROM place WHERE added_by = :account ORDER BY id", account))
        out.push_back(id);
    return out;
}

Versions SqlPlaces::versions(AccountId viewer) const {
    return made<Versions>(*db_.one<std::int64_t, std::int64_t, std::int64_t>(
        "SELECT m.version, m.seen, COALESCE((SELECT a.version FROM account a WHERE a.id = :viewer),"
        " 0) FROM place_map m WHERE m.id = 1",
        viewer));
}

void SqlPlaces::box(PlaceId id, const places::Spot& spot) {
    if (!keeps_boxes()) return;
    const auto& [latitude, longitude] = spot;
    db_.run(
        "INSERT OR REPLACE INTO place_box (id, min_lng, max_lng, min_lat, max_lat)"
        " VALUES (:id, :west, :east, :south, :north)",
        id, longitude, longitude, latitude, latitude);
}

}  // namespace asterism::store
