#include "libcore/places/finding.hpp"

#include <algorithm>

#include "libcore/base/text.hpp"
#include "libcore/places/faults.hpp"
#include "libcore/places/rules.hpp"
#include "libcore/places/use_cases.hpp"

namespace asterism::places {
namespace {

constexpr std::int64_t page_size = 10;
constexpr double farthest_km = 20'117;
constexpr double usual_nearby_km = 804.67;  // 500 miles
constexpr int most_nearby = 20;
constexpr int usual_nearby = 8;
constexpr double same_place_km = 0.3;
constexpr std::int64_t most_similar = 10;

AccountId viewer(const std::optional<Actor>& actor) { return actor ? actor->account : AccountId{}; }

bool within(double value, double least, double most) { return value >= least && value <= most; }

std::optional<Error> centre_refusal(const ListPlaces& input) {
    if (!input.latitude && !input.longitude && !input.radius_km) return std::nullopt;
    if (!input.latitude || !input.longitude) return Error{&half_a_centre};
    if (auto error = spot_refusal(*input.latitude, *input.longitude)) return error;
    if (input.radius_km && !(*input.radius_km > 0 && *input.radius_km <= farthest_km))
        return field_error(bad_radius, "radius_km");
    return std::nullopt;
}

std::optional<Error> window_refusal(const ListPlaces& input) {
    if (!input.south && !input.north && !input.west && !input.east) return std::nullopt;
    const bool whole = input.south && input.north && input.west && input.east;
    if (!whole || !within(*input.south, -90, 90) || !within(*input.north, -90, 90) ||
        *input.south >= *input.north || !within(*input.west, -180, 180) ||
        !within(*input.east, -180, 180))
        return Error{&bad_window};
    return std::nullopt;
}

void look_near(Query& query, const Spot& middle, double km) {
    query.centre = direction(middle);
    query.chord2 = chord2_of(km);
    if (!query.window) query.window = window_around(middle, km);
}

PlaceList list_of(std::vector<Found>&& found) {
    PlaceList out;
    for (auto& each : found) out.places.push_back(view_of(std::move(each), true));
    return out;
}

std::vector<PlaceView*> pointers(std::vector<PlaceView>& places) {
    std::vector<PlaceView*> out;
    for (PlaceView& each : places) out.push_back(&each);
    return out;
}

}  // namespace

void hang_photos(const std::vector<PlaceView*>& places, const Photos& photos, AccountId viewer) {
    std::vector<PlaceId> ids;
    for (PlaceView* each : places) {
        ids.push_back(each->id);
        each->photos.emplace();
    }
    for (auto& shown : photos.best(ids, viewer)) {
        auto view = view_of(std::move(shown));
        for (PlaceView* each : places)
            if (each->id == view.place) each->photos->push_back(view);
    }
}

Result<Query> query_of(const ListPlaces& input) {
    if (auto error = centre_refusal(input)) return *std::move(error);
    if (auto error = window_refusal(input)) return *std::move(error);
    if (input.max_bortle && !within(*input.max_bortle, 0, 9))
        return field_error(bad_bortle, "max_bortle");
    Query query;
    query.needle = folded(trimmed(input.search.value_or("")));
    query.types = input.types.value_or(std::vector<Type>{});
    if (input.min_rating) query.least_rating = std::max(*input.min_rating, 0.0);
    query.darkest_to = input.max_bortle.value_or(query.darkest_to);
    query.verified = input.verified.value_or(false);
    query.sort = input.sort.value_or(Sort::newest);
    query.framed = input.south.has_value();
    if (query.framed) query.window = {*input.south, *input.north, *input.west, *input.east};
    if (input.latitude)
        look_near(query, {*input.latitude, *input.longitude},
                  input.radius_km.value_or(farthest_km));
    else if (query.sort == Sort::nearest || query.sort == Sort::farthest)
        query.sort = Sort::newest;
    return query;
}

Result<Slice> page_of(std::int64_t count, std::optional<int> page, bool last) {
    const auto pages = pages_of(count);
    const std::int64_t wanted = last ? pages : page.value_or(1);
    if (wanted < 1 || wanted > pages) return no_such_page;
    return Slice{page_size, (wanted - 1) * page_size, count};
}

std::int64_t pages_of(std::int64_t count) {
    return std::max<std::int64_t>(1, (count + page_size - 1) / page_size);
}

Result<PlaceView> show_place(std::optional<Actor> actor, const Places& places,
                             const ThisPlace& input) {
    auto found = places.find(input.place, viewer(actor));
    if (!found) return unknown_place;
    return view_of(*std::move(found));
}

Result<PlacePage> list_places(std::optional<Actor> actor, const Places& places,
                              const Photos& photos, const ListPlaces& input) {
    const auto query = query_of(input);
    if (!query) return query.error();
    const auto count = places.count(*query);
    const auto slice = page_of(count, input.page, input.last.value_or(false));
    if (!slice) return slice.error();
    PlacePage out{count, slice->offset / page_size + 1, pages_of(count), {}};
    for (auto& each : places.list(*query, viewer(actor), *slice))
        out.places.push_back(view_of(std::move(each), input.latitude.has_value()));
    hang_photos(pointers(out.places), photos, viewer(actor));
    return out;
}

Result<PlaceList> nearby_places(std::optional<Actor> actor, const Places& places,
                                const Photos& photos, const NearbyPlaces& input) {
    if (auto error = spot_refusal(input.latitude, input.longitude)) return *std::move(error);
    const double km = input.radius_km.value_or(usual_nearby_km);
    if (!(km > 0 && km <= farthest_km)) return field_error(bad_radius, "radius_km");
    const int limit = input.limit.value_or(usual_nearby);
    if (limit < 1 || limit > most_nearby) return field_error(bad_limit, "limit");
    Query query;
    query.sort = Sort::nearest;
    look_near(query, {input.latitude, input.longitude}, km);
    const double everywhere = static_cast<double>(places.count({}));
    const double about = everywhere * std::min(query.chord2, 4.0) / 4;
    auto out =
        list_of(places.list(query, viewer(actor), {limit, 0, static_cast<std::int64_t>(about)}));
    hang_photos(pointers(out.places), photos, viewer(actor));
    return out;
}

Result<PlaceList> similar_places(std::optional<Actor> actor, const Places& places,
                                 const SimilarPlaces& input) {
    if (auto error = spot_refusal(input.latitude, input.longitude)) return *std::move(error);
    Query query;
    query.sort = Sort::nearest;
    query.needle = folded(plain_name(input.name));
    if (query.needle.empty()) return field_error(bad_place_name, "name");
    look_near(query, {input.latitude, input.longitude}, same_place_km);
    auto found = places.list(query, viewer(actor), {most_similar});
    std::erase_if(found,
                  [&](const Found& each) { return folded(each.place.name) != query.needle; });
    return list_of(std::move(found));
}

}  // namespace asterism::places
