#include "libcore/places/photos.hpp"

#include "libcore/places/faults.hpp"
#include "libcore/places/photo_faults.hpp"
#include "libcore/places/rules.hpp"

namespace asterism::places {
namespace {

const Fault* number_refusal(std::size_t number) {
    return number >= 1 && number <= most_photos ? nullptr : &photo_number;
}

/// Why so many more photos may not be put there by this account; null: they may.
const Fault* refusal(const std::optional<Album>& album, AccountId sender, bool of_review,
                     std::size_t more) {
    if (!of_review) return album ? nullptr : &unknown_place;
    if (!album) return &unknown_review;
    if (album->owner != sender) return album->hidden ? &unknown_review : &not_your_review;
    if (album->hidden) return &review_hidden;
    return album->photos + static_cast<int>(more) > most_photos ? &review_photos_full : nullptr;
}

Result<Done> admit_all(Now now, AccountId sender, media::Blobs& blobs, const media::Files& files,
                       const std::vector<media::Upload>& uploads) {
    for (const auto& upload : uploads)
        if (auto admitted = media::admit(blobs, files, sender, now, upload); !admitted)
            return admitted.error();
    return Done{};
}

Result<Developed> developed(const media::Darkroom& darkroom,
                            const std::vector<media::Upload>& uploads) {
    auto prints = media::develop(darkroom, uploads, media::photo_plan);
    if (!prints) return field_error(*prints.error().fault, "photos");
    return prints;
}

/// Puts prints into an album that is held.
PhotoList put(Now now, AccountId sender, Photos& photos, media::Shelf shelf, Events& events,
              const Developed& prints, Album album) {
    PhotoList out;
    for (const auto& print : prints) {
        const auto blob = media::add(shelf, {"photo", album.place.value}, sender, now, *print);
        Photo photo;
        photo.place = album.place;
        photo.review = album.review;
        photo.account = sender;
        photo.position = ++album.photos;
        photo.blob = blob.id;
        photo.width = blob.width;
        photo.height = blob.height;
        photo.created_at = now.at;
        const auto id = photos.add(photo);
        events.tell(PhotoAdded{id, album.place, album.review, sender});
        if (auto shown = photos.find(id, sender)) out.photos.push_back(view_of(*std::move(shown)));
    }
    return out;
}

/// The photo as it is with its album held, if it is the one that is meant.
std::optional<ShownPhoto> held(Photos& photos, AccountId viewer, const ThisPhoto& input) {
    const auto before = photos.find(input.photo, viewer);
    if (!before || !is_meant(before->photo, input)) return std::nullopt;
    if (!photos.hold(before->photo.place, before->photo.review)) return std::nullopt;
    return photos.find(input.photo, viewer);
}

}  // namespace

bool is_meant(const Photo& photo, const ThisPhoto& input) {
    const auto kind = photo.review ? PhotoKind::review : PhotoKind::place;
    return input.place.value_or(photo.place) == photo.place &&
           (!input.review || input.review == photo.review) && input.kind.value_or(kind) == kind;
}

bool may_change(const ShownPhoto& shown, const Actor& actor) {
    return shown.photo.account == actor.account || shown.owner == actor.account ||
           actor.role >= Role::staff;
}

bool may_remove(const ShownPhoto& shown, const Actor& actor) {
    return shown.photo.account.value_or(shown.owner) == actor.account || actor.role >= Role::staff;
}

Result<Done> admit_place_photos(Now now, Actor actor, const Photos& photos, media::Blobs& blobs,
                                const media::Files& files, const AddPlacePhotos& input) {
    if (const Fault* fault = number_refusal(input.photos.size()))
        return field_error(*fault, "photos");
    const auto album = photos.album(input.place, {});
    if (const Fault* fault = refusal(album, actor.account, false, input.photos.size()))
        return *fault;
    return admit_all(now, actor.account, blobs, files, input.photos);
}

Result<Developed> develop_place_photos(const media::Darkroom& darkroom, const Done&,
                                       const AddPlacePhotos& input) {
    return developed(darkroom, input.photos);
}

Result<PhotoList> add_place_photos(Now now, Actor actor, Photos& photos, media::Shelf shelf,
                                   Events& events, const Developed& prints,
                                   const AddPlacePhotos& input) {
    const auto album = photos.hold(input.place, {});
    if (const Fault* fault = refusal(album, actor.account, false, prints.size())) return *fault;
    return put(now, actor.account, photos, shelf, events, prints, *album);
}

Result<Done> admit_review_photos(Now now, Actor actor, const Photos& photos, media::Blobs& blobs,
                                 const media::Files& files, const AddReviewPhotos& input) {
    if (const Fault* fault = number_refusal(input.photos.size()))
        return field_error(*fault, "photos");
    const auto album = photos.album(input.place, input.review);
    if (const Fault* fault = refusal(album, actor.account, true, input.photos.size()))
        return *fault;
    return admit_all(now, actor.account, blobs, files, input.photos);
}

Result<Developed> develop_review_photos(const media::Darkroom& darkroom, const Done&,
                                        const AddReviewPhotos& input) {
    return developed(darkroom, input.photos);
}

Result<PhotoList> add_review_photos(Now now, Actor actor, Photos& photos, media::Shelf shelf,
                                    Events& events, const Developed& prints,
                                    const AddReviewPhotos& input) {
    const auto album = photos.hold(input.place, input.review);
    if (const Fault* fault = refusal(album, actor.account, true, prints.size())) return *fault;
    return put(now, actor.account, photos, shelf, events, prints, *album);
}

Result<PhotoView> change_photo(Actor actor, Photos& photos, const ChangePhoto& input) {
    const auto caption = plain(input.caption.value_or(""));
    if (!fits(caption, longest_caption)) return field_error(bad_caption, "caption");
    const auto found = held(photos, actor.account, {input.photo, input.place});
    if (!found) return unknown_photo;
    if (!may_change(*found, actor)) return not_your_photo;
    const auto& photo = found->photo;
    if (input.position) {
        const auto album = photos.album(photo.place, photo.review);
        if (*input.position < 1 || *input.position > album->photos)
            return field_error(bad_position, "position");
        photos.move(photo, *input.position);
    }
    if (input.caption) photos.rename(photo.id, caption);
    return view_of(photos.find(photo.id, actor.account).value());
}

Result<RemovedPhoto> remove_photo(const accounts::Run& run, Actor actor, Photos& photos,
                                  media::Shelf shelf, Events& events, const ThisPhoto& input) {
    const auto found = held(photos, actor.account, input);
    if (!found) return unknown_photo;
    if (!may_remove(*found, actor)) return not_your_photo;
    const auto& photo = found->photo;
    photos.remove(photo);
    media::drop_loose(shelf);
    events.tell(PhotoRemoved{photo.id, photo.place, photo.review, photo.account});
    if (photo.account != actor.account)
        run.trail.note(
            {"photo_removed", true, actor.account, "", "photo=" + std::to_string(photo.id.value)});
    return RemovedPhoto{};
}

void forget_photos(Photos& photos, const accounts::AccountDeleted& event) {
    photos.forget(event.account);
}

}  // namespace asterism::places
