#include "libcore/places/records.hpp"

#include <algorithm>

#include "libcore/places/description.hpp"
#include "libcore/places/faults.hpp"
#include "libcore/places/likeness.hpp"
#include "libcore/places/rules.hpp"

namespace asterism::places {
namespace {

constexpr std::int64_t usual_page = 200;
constexpr std::int64_t longest_page = 1'000;
constexpr std::size_t longest_address = 500;
constexpr std::size_t longest_part = 200;

bool within(double value, double least, double most) { return value >= least && value <= most; }

DescribePlace said_of(const PlaceRecord& record) {
    return {{},
            record.description,
            record.website,
            record.phone_number,
            record.phone_display,
            record.reservation_url};
}

std::optional<Error> refusal(const PlaceRecord& record) {
    if (auto error = places::refusal(said_of(record))) return error;
    const auto bad = [](const auto& text, std::size_t most) { return text && !fits(*text, most); };
    if (bad(record.address, longest_address)) return field_error(bad_place_text, "address");
    if (bad(record.locality, longest_part)) return field_error(bad_place_text, "locality");
    if (bad(record.region, longest_part)) return field_error(bad_place_text, "region");
    if (bad(record.country, longest_part)) return field_error(bad_place_text, "country");
    if (record.bortle && !within(*record.bortle, 1, 9)) return field_error(bad_bortle, "bortle");
    if (record.sqm && !within(*record.sqm, 10, 25)) return field_error(bad_sqm, "sqm");
    return std::nullopt;
}

/// What the file says of where the place is goes before what is found out.
void tell_where(Place& place, const PlaceRecord& record, const sky::LightMap& map) {
    look_around(place, map);
    auto& address = place.address;
    address.locality = record.locality.value_or(address.locality);
    address.region = record.region.value_or(address.region);
    address.country = record.country.value_or(address.country);
    address.formatted = record.address.value_or(joined(address));
    if (record.bortle) place.bortle = record.bortle;
    if (record.sqm) place.sqm = record.sqm;
}

Place place_of(const PlaceRecord& record, AccountId owner, Instant at) {
    Place out;
    out.name = plain_name(record.name);
    out.type = record.type.value_or(Type::viewpoint);
    out.spot = {record.latitude, record.longitude};
    out.elevation_metres = record.elevation.value_or(0);
    out.own_elevation = out.elevation_metres != 0;
    out.added_by = owner;
    out.created_at = out.updated_at = at;
    describe(out, said_of(record));
    return out;
}

/// The same place, if it is there.
std::optional<PlaceId> twin(const Places& places, const Place& place) {
    constexpr double near_degrees = 0.002;
    const auto& [latitude, longitude] = place.spot;
    Query query;
    query.window = {latitude - near_degrees, latitude + near_degrees,
                    std::max(longitude - near_degrees, -180.0),
                    std::min(longitude + near_degrees, 180.0)};
    const auto near = places.list(query, {}, {longest_page});
    const auto found =
        std::ranges::find_if(near, [&](const Found& each) { return is_same(each.place, place); });
    return found == near.end() ? std::nullopt : std::optional(found->place.id);
}

PlaceRecord record_of(Place&& place) {
    auto& [formatted, region, locality, country] = place.address;
    auto& [website, number, display, booking] = place.contact;
    return {std::move(place.name),  place.spot.latitude,
            place.spot.longitude,   place.type,
            place.elevation_metres, std::move(place.description),
            std::move(website),     std::move(number),
            std::move(display),     std::move(booking),
            std::move(formatted),   std::move(locality),
            std::move(region),      std::move(country),
            place.bortle,           place.sqm};
}

}  // namespace

Result<ImportedPlace> import_place(Now now, Actor actor, Intake intake, const sky::LightMap& map,
                                   const ImportPlace& input) {
    if (actor.role != Role::admin) return operators_alone;
    if (auto error = refusal(input.place)) return *std::move(error);
    auto place = place_of(input.place, input.owner, now.at);
    if (auto error = places::refusal(place)) return *std::move(error);
    if (const auto there = twin(intake.places, place)) return ImportedPlace{there, false};
    if (input.dry_run.value_or(false)) return ImportedPlace{{}, true};
    if (!intake.accounts.find(input.owner)) return field_error(unknown_owner, "owner");
    tell_where(place, input.place, map);
    place.id = intake.places.add(place);
    intake.events.tell(PlaceAdded{place.id, input.owner, true});
    return ImportedPlace{place.id, true};
}

Result<ExportedPlaces> export_places(Actor actor, const Places& places, const ExportPlaces& input) {
    if (actor.role != Role::admin) return operators_alone;
    const auto limit = input.limit.value_or(usual_page);
    if (limit < 1 || limit > longest_page) return field_error(bad_export_limit, "limit");
    ExportedPlaces out;
    auto found = places.after(input.after.value_or(PlaceId{}), limit);
    if (std::ssize(found) == limit) out.next = found.back().id;
    for (auto& each : found) out.places.push_back(record_of(std::move(each)));
    return out;
}

}  // namespace asterism::places
