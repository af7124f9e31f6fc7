#pragma once

#include "libcore/community/votes.hpp"
#include "libcore/places/photos.hpp"

namespace asterism::places {

struct ListPhotos {
    PlaceId place;
    std::optional<PhotoSort> sort = {};
    std::optional<bool> mine = {};
    std::optional<int> limit = {};
    std::optional<std::string> cursor = {};

    static constexpr void fields(auto&& see) {
        see("place", &ListPhotos::place, "The place's number.");
        see("sort", &ListPhotos::sort, "In which order; newest first if absent.");
        see("mine", &ListPhotos::mine, "True: only one's own; nothing to visitors.");
        see("limit", &ListPhotos::limit, "At most so many, up to 50; 24 if absent.");
        see("cursor", &ListPhotos::cursor, "What an earlier page gave as its next.");
    }
};

/// Where a photo stands, whatever the order: a cursor of one order goes on in another.
std::string cursor_of(const PhotoMark& mark);
std::optional<PhotoMark> mark_of(std::string_view cursor);

/// A place's photos and its reviews', as one list. Those of hidden reviews are not in it.
Result<PhotoPage> list_photos(std::optional<Actor> actor, const Photos& photos,
                              const ListPhotos& input);
/// Up, or back again. One's own is refused.
Result<PhotoVotes> vote_photo(Now now, Actor actor, const Photos& photos,
                              community::Subjects& subjects, community::Votes& votes,
                              Events& events, const ThisPhoto& input);

inline constexpr UseCases gallery_cases{
    use_case<&list_photos>("list_photos", "Lists the photos of a place and of its reviews."),
    use_case<&vote_photo>("vote_photo", "Votes for a photo; the same again takes it back."),
};

}  // namespace asterism::places
