#pragma once

#include "libcore/accounts/context.hpp"
#include "libcore/places/photo_ports.hpp"

namespace asterism::places {

// Photos for the front page: the same ones for everybody and all day long.

inline constexpr std::size_t heroes_shown = 5;

struct HeroView {
    std::optional<PlaceId> place;
    std::string name;
    std::optional<std::string> photo;

    static constexpr void fields(auto&& see) {
        see("place", &HeroView::place, "The place's number; null: there is no place yet.");
        see("name", &HeroView::name, "The place's name.");
        see("photo", &HeroView::photo,
            "The name of the picture below /media/; null: it has none, any night sky will do.");
    }
};

struct HeroList {
    std::vector<HeroView> heroes;

    static constexpr void fields(auto&& see) {
        see("heroes", &HeroList::heroes, "Up to five, each of another place. Never none.");
    }
};

/// Numbers from 1 to `last` that a day of UTC fixes.
std::vector<std::int64_t> draws(Instant midnight, std::int64_t last);

/// Wide photos if there are any, any photos if not; those of reviews where no place has one of its
/// own, and bare places if there are none at all. What has come in today waits until tomorrow, as
/// long as there is something else to show.
Result<HeroList> list_heroes(Now now, const Photos& photos, const accounts::NoInput& input);

inline constexpr UseCases carousel_cases{
    use_case<&list_heroes>("list_heroes", "Picks the day's photos for the front page."),
};

}  // namespace asterism::places
