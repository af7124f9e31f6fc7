#include "shells/http/place_card.hpp"

#include <charconv>

#include "libcore/places/card.hpp"
#include "shells/app/operation.hpp"

namespace asterism::http {
namespace {

/// The number in "/locations/12", with or without a slash behind it.
std::optional<places::PlaceId> place_at(const Target& target) {
    auto parts = target.segments;
    if (parts.size() > 2 && parts.back().empty()) parts.pop_back();
    if (parts.size() != 2 || parts[0] != "locations") return std::nullopt;
    places::PlaceId id;
    const auto* end = parts[1].data() + parts[1].size();
    const auto [stop, error] = std::from_chars(parts[1].data(), end, id.value);
    if (error != std::errc{} || stop != end || id.value < 1) return std::nullopt;
    return id;
}

}  // namespace

std::optional<PageCard> place_card(app::App& app, const Target& target, std::string_view base_url) {
    const auto id = place_at(target);
    if (!id) return std::nullopt;
    std::optional<places::Card> card;
    const auto known = app::guarded([&]() -> Result<Done> {
        app.store().read([&](app::Unit& unit) {
            card = places::card_of(unit.places(), unit.reviews(), unit.photos(), *id);
        });
        return Done{};
    });
    if (!known || !card) return std::nullopt;
    PageCard out{std::move(card->name) + " | Starview", std::move(card->about), {}};
    if (!card->photo.empty()) out.image = std::string(base_url) + "/media/" + card->photo;
    return out;
}

}  // namespace asterism::http
