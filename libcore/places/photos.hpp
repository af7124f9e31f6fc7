#pragma once

#include <memory>

#include "libcore/accounts/context.hpp"
#include "libcore/base/events.hpp"
#include "libcore/media/shelf.hpp"
#include "libcore/places/photo_ports.hpp"
#include "libcore/places/photo_views.hpp"

namespace asterism::places {

struct AddPlacePhotos {
    PlaceId place;
    std::vector<media::Upload> photos;

    static constexpr void fields(auto&& see) {
        see("place", &AddPlacePhotos::place, "The place's number.");
        see("photos", &AddPlacePhotos::photos,
            "1 to 5 JPEG, PNG, WebP, GIF or HEIC files of up to 5 MiB and at least 500 pixels a "
            "side.");
    }
};

struct AddReviewPhotos {
    ReviewId review;
    std::vector<media::Upload> photos;
    std::optional<PlaceId> place = {};

    static constexpr void fields(auto&& see) {
        see("review", &AddReviewPhotos::review, "The review's number.");
        see("photos", &AddReviewPhotos::photos,
            "JPEG, PNG, WebP, GIF or HEIC files of up to 5 MiB and at least 500 pixels a side, as "
            "many as make five with those that are there.");
        see("place", &AddReviewPhotos::place, "Only if the review is of this place.");
    }
};

struct ChangePhoto {
    PhotoId photo;
    std::optional<std::string> caption = {};
    std::optional<int> position = {};
    std::optional<PlaceId> place = {};

    static constexpr void fields(auto&& see) {
        see("photo", &ChangePhoto::photo, "The photo's number.");
        see("caption", &ChangePhoto::caption, "Up to 255 characters; tags are taken out.");
        see("position", &ChangePhoto::position,
            "From 1, among the place's own photos or the review's; the others make room.");
        see("place", &ChangePhoto::place, "Only if it is of this place.");
    }
};

struct ThisPhoto {
    PhotoId photo;
    std::optional<PlaceId> place = {};
    std::optional<ReviewId> review = {};
    std::optional<PhotoKind> kind = {};

    static constexpr void fields(auto&& see) {
        see("photo", &ThisPhoto::photo, "The photo's number.");
        see("place", &ThisPhoto::place, "Only if it is of this place.");
        see("review", &ThisPhoto::review, "Only if it is of this review.");
        see("kind", &ThisPhoto::kind, "Only if it is one of these.");
    }
};

inline constexpr std::size_t longest_caption = 255;

/// Whether that is the photo which is meant.
bool is_meant(const Photo& photo, const ThisPhoto& input);
/// Who sent it may change it, and whose place or review it is of, and the staff.
bool may_change(const ShownPhoto& shown, const Actor& actor);
/// Who sent it may remove it, in whose stead stands the owner, and the staff.
bool may_remove(const ShownPhoto& shown, const Actor& actor);

using Developed = std::vector<std::unique_ptr<media::Prints>>;

// Two stages go before: what is plainly refused is not worked on, and all photos of a request are
// worked on before the first is kept.

/// Counts the uploads towards what their sender may send in a day.
Result<Done> admit_place_photos(Now now, Actor actor, const Photos& photos, media::Blobs& blobs,
                                const media::Files& files, const AddPlacePhotos& input);
Result<Developed> develop_place_photos(const media::Darkroom& darkroom, const Done& admitted,
                                       const AddPlacePhotos& input);
/// Whoever is signed in may.
Result<PhotoList> add_place_photos(Now now, Actor actor, Photos& photos, media::Shelf shelf,
                                   Events& events, const Developed& prints,
                                   const AddPlacePhotos& input);

Result<Done> admit_review_photos(Now now, Actor actor, const Photos& photos, media::Blobs& blobs,
                                 const media::Files& files, const AddReviewPhotos& input);
Result<Developed> develop_review_photos(const media::Darkroom& darkroom, const Done& admitted,
                                        const AddReviewPhotos& input);
/// Who wrote the review may. Five are there at most, whoever sends at once.
Result<PhotoList> add_review_photos(Now now, Actor actor, Photos& photos, media::Shelf shelf,
                                    Events& events, const Developed& prints,
                                    const AddReviewPhotos& input);

Result<PhotoView> change_photo(Actor actor, Photos& photos, const ChangePhoto& input);
Result<RemovedPhoto> remove_photo(const accounts::Run& run, Actor actor, Photos& photos,
                                  media::Shelf shelf, Events& events, const ThisPhoto& input);

/// An account's photos of other people's places stay, without its name.
void forget_photos(Photos& photos, const accounts::AccountDeleted& event);

/// Takes the files along of photos that went with something else.
template <class Event>
void drop_photo_files(media::Shelf shelf, const Event&) {
    media::drop_loose(shelf);
}

inline constexpr UseCases photo_cases{
    use_case<&add_place_photos, &admit_place_photos, &develop_place_photos>(
        "add_place_photos", "Adds photos of a place."),
    use_case<&add_review_photos, &admit_review_photos, &develop_review_photos>(
        "add_review_photos", "Adds photos to a review that one wrote."),
    use_case<&change_photo>("change_photo", "Changes a photo's caption or position."),
    use_case<&remove_photo>("remove_photo", "Removes a photo, in every size."),
};

}  // namespace asterism::places
