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

FavouriteView alone(Liked&& liked, const Photos& photos, const Actor& actor) {
    auto out = view_of(std::move(liked));
    hang_photos({&out.place}, photos, actor.account);
    return out;
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

Result<FavouritePage> list_favourites(Actor actor, const Favourites& favourites,
                                      const Photos& photos, const WhichFavourites& input) {
    const auto count = favourites.count(actor.account);
    const auto slice = page_of(count, input.page, input.last.value_or(false));
    if (!slice) return slice.error();
    FavouritePage out{count, slice->offset / slice->limit + 1, pages_of(count), {}};
    for (auto& each : favourites.list(actor.account, *slice))
        out.favourites.push_back(view_of(std::move(each)));
    std::vector<PlaceView*> shown;
    for (auto& each : out.favourites) shown.push_back(&each.place);
    hang_photos(shown, photos, actor.account);
    return out;
}

Result<FavouriteView> add_favourite(Now now, Actor actor, const Places& places,
                                    Favourites& favourites, const Photos& photos,
                                    const FavouriteChoice& input) {
    if (!is_nickname(input.nickname)) return field_error(nickname_too_long, "nickname");
    if (!places.find(input.place, actor.account)) return field_error(unknown_place, "place");
    const auto id = favourites.add({{},
                                    actor.account,
                                    input.place,
                                    std::string(trimmed(input.nickname.value_or(""))),
                                    now.at});
    if (!id) return favourite_already;
    return alone(favourites.find(actor.account, *id).value(), photos, actor);
}

Result<FavouriteView> show_favourite(Actor actor, const Favourites& favourites,
                                     const Photos& photos, const ThisFavourite& input) {
    auto liked = favourites.find(actor.account, input.favourite);
    if (!liked) return unknown_favourite;
    return alone(*std::move(liked), photos, actor);
}

Result<FavouriteView> rename_favourite(Actor actor, Favourites& favourites, const Photos& photos,
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
    return alone(*std::move(liked), photos, actor);
}

Result<FavouriteState> remove_favourite(Actor actor, Favourites& favourites,
                                        const ThisFavourite& input) {
    if (!favourites.remove(actor.account, input.favourite)) return unknown_favourite;
    return FavouriteState{false};
}

}  // namespace asterism::places
