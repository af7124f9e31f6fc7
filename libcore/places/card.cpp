#include "libcore/places/card.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>
#include <vector>

namespace asterism::places {
namespace {

/// "dark sky site"
std::string spoken(Type type) {
    for (const auto& [each, name] : names(Type{}))
        if (each == type) {
            std::string out(name);
            std::ranges::replace(out, '_', ' ');
            return out;
        }
    return {};
}

std::string one_decimal(double number) {
    std::array<char, 32> text{};
    const auto* end =
        std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed, 1)
            .ptr;
    return std::string(text.data(), static_cast<std::size_t>(end - text.data()));
}

/// Among the first so many of a place's gallery, its own first one; empty: there is none.
std::string own_photo(const Photos& photos, PlaceId place) {
    constexpr std::int64_t looked_at = 200;
    const auto gallery =
        photos.gallery({.place = place, .sort = PhotoSort::oldest, .limit = looked_at}, {});
    const Photo* first = nullptr;
    for (const ShownPhoto& each : gallery)
        if (!each.photo.review && (!first || each.photo.position < first->position))
            first = &each.photo;
    return first ? first->file : std::string();
}

std::string reviews_photo(const Reviews& reviews, const Photos& photos, PlaceId place) {
    constexpr std::int64_t newest = 5;
    std::vector<ReviewId> ids;
    for (const FoundReview& each : reviews.list(place, {}, {newest})) ids.push_back(each.review.id);
    const auto shown = photos.of_reviews(ids, {});  // each review's in their order
    for (const ReviewId id : ids)
        for (const ShownPhoto& each : shown)
            if (each.photo.review == id) return each.photo.file;
    return {};
}

}  // namespace

std::string about(const Place& place) {
    const auto& [formatted, region, locality, country] = place.address;
    std::string out = place.name + " - a " + spoken(place.type);
    if (!region.empty()) out += ". in " + region;
    if (!country.empty() && country != region) out += (region.empty() ? ". in " : ", ") + country;
    if (place.bortle) out += ". Bortle class " + std::to_string(*place.bortle);
    if (place.rating) out += ". rated " + one_decimal(*place.rating) + "/5";
    return out + '.';
}

std::optional<Card> card_of(const Places& places, const Reviews& reviews, const Photos& photos,
                            PlaceId place) {
    auto found = places.find(place, {});
    if (!found) return std::nullopt;
    auto text = about(found->place);
    auto photo = own_photo(photos, place);
    if (photo.empty() && found->place.reviews > 0) photo = reviews_photo(reviews, photos, place);
    return Card{std::move(found->place.name), std::move(text), std::move(photo)};
}

}  // namespace asterism::places
