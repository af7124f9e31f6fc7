#pragma once

#include "libcore/places/types.hpp"
#include "shells/store/db.hpp"

namespace asterism::store {

// A row of places as several statements read it.

/// Of place p.
inline constexpr Literal place_columns{
    " p.id, p.name, p.description, p.type, p.website, p.phone_number, p.phone_display,"
    " p.reservation_url, p.added_by, p.latitude, p.longitude, p.elevation, p.bortle, p.sqm,"
    " p.address, p.region, p.locality, p.country, p.reviews, p.rating, p.verified, p.verified_at,"
    " p.verified_by, p.verified_notes, p.reports, p.visitors, p.last_visited_at, p.created_at,"
    " p.updated_at, p.own_elevation"};

/// What an account sees beside it; place p, accounts a and v. Two parameters.
inline constexpr Literal viewer_columns{
    ", a.handle, v.handle,"
    " CASE WHEN EXISTS (SELECT 1 FROM favourite f WHERE f.account_id = :fan AND f.place_id = p.id)"
    " THEN 1 ELSE 0 END,"
    " CASE WHEN EXISTS (SELECT 1 FROM visit w WHERE w.account_id = :guest AND w.place_id = p.id)"
    " THEN 1 ELSE 0 END"};

inline constexpr Literal viewer_joins{
    " JOIN account a ON a.id = p.added_by LEFT JOIN account v ON v.id = p.verified_by"};

using PlaceRow =
    std::tuple<places::PlaceId, std::string, std::string, places::Type, std::string, std::string,
               std::string, std::string, AccountId, double, double, double, std::optional<int>,
               std::optional<double>, std::string, std::string, std::string, std::string,
               std::int64_t, std::optional<double>, bool, std::optional<Instant>,
               std::optional<AccountId>, std::string, std::int64_t, std::int64_t,
               std::optional<Instant>, Instant, Instant, bool>;
using ViewerRow = std::tuple<std::string, std::optional<std::string>, bool, bool>;

using FoundRow = decltype(std::tuple_cat(std::declval<PlaceRow>(), std::declval<ViewerRow>()));

/// As many columns from the start of a row as the part has.
template <class Part, std::size_t From = 0, class Row>
Part leading(Row&& row) {
    return [&]<std::size_t... At>(std::index_sequence<At...>) {
        return Part{std::get<From + At>(std::forward<Row>(row))...};
    }
    (std::make_index_sequence<std::tuple_size_v<Part>>());
}

places::Place place_of(PlaceRow&& row);
places::Found found_of(FoundRow&& row);

}  // namespace asterism::store
