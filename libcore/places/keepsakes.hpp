#pragma once

#include "libcore/accounts/context.hpp"
#include "libcore/base/events.hpp"
#include "libcore/places/detail.hpp"
#include "libcore/places/photo_ports.hpp"
#include "libcore/places/ports.hpp"
#include "libcore/places/views.hpp"

namespace asterism::places {

// What an account keeps of places: those it likes, those it has been to.

struct FavouriteChoice {
    PlaceId place;
    std::optional<std::string> nickname = {};

    static constexpr void fields(auto&& see) {
        see("place", &FavouriteChoice::place, "The place's number.");
        see("nickname", &FavouriteChoice::nickname, "What one calls it, up to 50 characters.");
    }
};

struct ThisFavourite {
    FavouriteId favourite;

    static constexpr void fields(auto&& see) {
        see("favourite", &ThisFavourite::favourite, "The favourite's number.");
    }
};

struct RenameFavourite {
    FavouriteId favourite;
    std::optional<PlaceId> place = {};
    std::optional<std::string> nickname = {};

    static constexpr void fields(auto&& see) {
        see("favourite", &RenameFavourite::favourite, "The favourite's number.");
        see("place", &RenameFavourite::place, "The same as ever: a favourite keeps its place.");
        see("nickname", &RenameFavourite::nickname, "Up to 50 characters; empty takes it away.");
    }
};

struct WhichFavourites {
    std::optional<int> page = {};
    std::optional<bool> last = {};

    static constexpr void fields(auto&& see) {
        see("page", &WhichFavourites::page, "From 1, which is shown if absent.");
        see("last", &WhichFavourites::last, "True: the last page, whatever its number.");
    }
};

struct ThatPlace {
    PlaceId place;

    static constexpr void fields(auto&& see) {
        see("place", &ThatPlace::place, "The place's number.");
    }
};

struct FavouriteView {
    FavouriteId id;
    std::string owner;
    PlaceView place;
    std::optional<std::string> nickname;
    std::string display_name;
    Instant created_at;

    static constexpr void fields(auto&& see) {
        see("id", &FavouriteView::id, "The favourite's number.");
        see("owner", &FavouriteView::owner, "Whose it is.");
        see("place", &FavouriteView::place, "The place.");
        see("nickname", &FavouriteView::nickname, "What its owner calls it.");
        see("display_name", &FavouriteView::display_name,
            "The nickname or the place's name, cut to 25 characters.");
        see("created_at", &FavouriteView::created_at, "Since when.");
    }
};

/// The same with what is said of the place.
struct FavouriteDetail {
    FavouriteId id;
    std::string owner;
    PlaceView place;
    std::optional<std::string> nickname;
    std::string display_name;
    Instant created_at;
    std::vector<ReviewView> reviews;
    std::optional<std::string> summary;
    std::optional<bool> summary_helped;

    static constexpr void fields(auto&& see) {
        see("id", &FavouriteDetail::id, "The favourite's number.");
        see("owner", &FavouriteDetail::owner, "Whose it is.");
        see("place", &FavouriteDetail::place, "The place.");
        see("nickname", &FavouriteDetail::nickname, "What its owner calls it.");
        see("display_name", &FavouriteDetail::display_name,
            "The nickname or the place's name, cut to 25 characters.");
        see("created_at", &FavouriteDetail::created_at, "Since when.");
        see("reviews", &FavouriteDetail::reviews, "All reviews of the place, newest first.");
        see("summary", &FavouriteDetail::summary,
            "What they come to; null below three of them, or until it is written.");
        see("summary_helped", &FavouriteDetail::summary_helped,
            "Whether that helped who asks; null until he says so.");
    }
};

/// For who has been there.
struct VisitView {
    PlaceId place;
    std::string name;
    Instant visited_at;

    static constexpr void fields(auto&& see) {
        see("place", &VisitView::place, "The place's number.");
        see("name", &VisitView::name, "What the place is called.");
        see("visited_at", &VisitView::visited_at, "When that was noted first.");
    }
};

struct FavouritePage {
    std::int64_t count;
    std::int64_t page;
    std::int64_t pages;
    std::vector<FavouriteDetail> favourites;

    static constexpr void fields(auto&& see) {
        see("count", &FavouritePage::count, "How many there are on all pages.");
        see("page", &FavouritePage::page, "Which page this is, from 1.");
        see("pages", &FavouritePage::pages, "How many pages there are.");
        see("favourites", &FavouritePage::favourites, "Ten a page, newest first.");
    }
};

struct FavouriteState {
    bool favourite;

    static constexpr void fields(auto&& see) {
        see("favourite", &FavouriteState::favourite, "Whether it is one now.");
    }
};

struct VisitState {
    bool visited;
    bool changed;
    std::int64_t visits;

    static constexpr void fields(auto&& see) {
        see("visited", &VisitState::visited, "Whether one has been there, as is kept now.");
        see("changed", &VisitState::changed, "Whether that is news.");
        see("visits", &VisitState::visits, "How many places one has been to.");
    }
};

FavouriteView view_of(Liked&& liked);

Result<FavouriteState> toggle_favourite(Now now, Actor actor, const Places& places,
                                        Favourites& favourites, const ThatPlace& input);
Result<FavouritePage> list_favourites(Actor actor, const Favourites& favourites, Reading from,
                                      const WhichFavourites& input);
Result<FavouriteDetail> add_favourite(Now now, Actor actor, Favourites& favourites, Reading from,
                                      const FavouriteChoice& input);
Result<FavouriteDetail> show_favourite(Actor actor, const Favourites& favourites, Reading from,
                                       const ThisFavourite& input);
Result<FavouriteDetail> rename_favourite(Actor actor, Favourites& favourites, Reading from,
                                         const RenameFavourite& input);
Result<FavouriteState> remove_favourite(Actor actor, Favourites& favourites,
                                        const ThisFavourite& input);
/// To be shown to nobody before the badges that it brings: libcore/badges/use_cases.hpp.
Result<VisitState> mark_visited(Now now, Actor actor, const Places& places, Visits& visits,
                                Events& events, const ThatPlace& input);
/// There being none is no fault.
Result<VisitState> unmark_visited(Actor actor, const Places& places, Visits& visits, Events& events,
                                  const ThatPlace& input);
Result<VisitState> toggle_visited(Now now, Actor actor, const Places& places, Visits& visits,
                                  Events& events, const ThatPlace& input);

inline constexpr UseCases keepsake_cases{
    use_case<&toggle_favourite>("toggle_favourite", "Makes a place a favourite, or no longer one."),
    use_case<&list_favourites>("list_favourites", "Lists one's own favourites, newest first."),
    use_case<&add_favourite>("add_favourite", "Makes a place a favourite, with a nickname."),
    use_case<&show_favourite>("show_favourite", "Shows one of one's own favourites."),
    use_case<&rename_favourite>("rename_favourite", "Gives a favourite another nickname."),
    use_case<&remove_favourite>("remove_favourite", "Makes a favourite no longer one."),
    use_case<&unmark_visited>("unmark_visited", "Takes that back."),
};

}  // namespace asterism::places
