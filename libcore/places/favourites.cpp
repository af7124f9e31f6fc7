#include "libcore/base/text.hpp"
#include "libcore/places/faults.hpp"
#include "libcore/places/finding.hpp"
#include "libcore/places/keepsakes.hpp"
#include "libcore/places/rules.hpp"

namespace asterism::places {
namespace {

constexpr std::size_t longest_nickname = 50;

bool is_nickname(const std::optional<std::string>& text) {
    return !text || fits(trimmed(*text), longest_nickname);
}

}  // namespace

FavouriteView view_of(Liked&& liked) {
    auto& [favourite, found, owner] = liked;
    const auto& named = favourite.nickname.empty() ? found.place.name : favourite.nickname;
    auto display = shortened(named);
    std::optional<std::string> nickname;
    if (!favourite.nickname.empty()) nickname = std::move(favourite.nickname);
    return {favourite.id,        std::move(owner),   places::view_of(std::move(found)),
            std::move(nickname), std::move(display), favourite.created_at};
}

namespace {

/// With all that is said of their places, in three questions for however many.
std::vector<FavouriteDetail> in_full(std::vector<Liked>&& all, const Reading& from,
                                     AccountId viewer) {
    std::vector<PlaceId> ids;
    for (const auto& each : all) ids.push_back(each.favourite.place);
    auto said = said_of(ids, from, viewer);
    std::vector<FavouriteDetail> out;
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto [id, owner, place, nickname, display, since] = view_of(std::move(all[i]));
        auto& [reviews, summary, helped] = said[i];
        out.push_back({id, std::move(owner), std::move(place), std::move(nickname),
                       std::move(display), since, std::move(reviews), std::move(summary), helped});
    }
    std::vector<PlaceView*> shown;
    for (auto& each : out) shown.push_back(&each.place);
    hang_photos(shown, from.photos, viewer);
    return out;
}

FavouriteDetail alone(Liked&& liked, const Reading& from, const Actor& actor) {
    std::vector<Liked> one;
    one.push_back(std::move(liked));
    return std::move(in_full(std::move(one), from, actor.account).front());
}

}  // namespace

Result<FavouriteState> toggle_favourite(Now now, Actor actor, const Places& places,
                                        Favourites& favourites, const ThatPlace& input) {
    // Where another press came between the look and the mark, this one follows it.
    while (places.find(input.place, actor.account)) {
        if (favourites.remove(actor.account, input.place)) return FavouriteState{false};
        if (favourites.add({{}, actor.account, input.place, {}, now.at}))
            return FavouriteState{true};
    }
    return unknown_place;
}

Result<FavouritePage> list_favourites(Actor actor, const Favourites& favourites, Reading from,
                                      const WhichFavourites& input) {
    const auto count = favourites.count(actor.account);
    const auto slice = page_of(count, input.page, input.last.value_or(false));
    if (!slice) return slice.error();
    return FavouritePage{count, slice->offset / slice->limit + 1, pages_of(count),
                         in_full(favourites.list(actor.account, *slice), from, actor.account)};
}

Result<FavouriteDetail> add_favourite(Now now, Actor actor, Favourites& favourites, Reading from,
                                      const FavouriteChoice& input) {
    if (!is_nickname(input.nickname)) return field_error(nickname_too_long, "nickname");
    if (!from.places.find(input.place, actor.account)) return field_error(unknown_place, "place");
    const auto id = favourites.add({{},
                                    actor.account,
                                    input.place,
                                    std::string(trimmed(input.nickname.value_or(""))),
                                    now.at});
    if (!id) return favourite_already;
    return alone(favourites.find(actor.account, *id).value(), from, actor);
}

Result<FavouriteDetail> show_favourite(Actor actor, const Favourites& favourites, Reading from,
                                       const ThisFavourite& input) {
    auto liked = favourites.find(actor.account, input.favourite);
    if (!liked) return unknown_favourite;
    return alone(*std::move(liked), from, actor);
}

Result<FavouriteDetail> rename_favourite(Actor actor, Favourites& favourites, Reading from,
                                         const RenameFavourite& input) {
    if (!is_nickname(input.nickname)) return field_error(nickname_too_long, "nickname");
    auto liked = favourites.find(actor.account, input.favourite);
    if (!liked) return unknown_favourite;
    auto& favourite = liked->favourite;
    if (input.place && *input.place != favourite.place)
        return field_error(favourite_keeps_place, "place");
    if (input.nickname) {
        favourite.nickname = trimmed(*input.nickname);
        favourites.rename(favourite.id, favourite.nickname);
    }
    return alone(*std::move(liked), from, actor);
}

Result<FavouriteState> remove_favourite(Actor actor, Favourites& favourites,
                                        const ThisFavourite& input) {
    if (!favourites.remove(actor.account, input.favourite)) return unknown_favourite;
    return FavouriteState{false};
}

}  // namespace asterism::places
