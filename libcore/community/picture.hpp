#pragma once

#include <memory>

#include "libcore/accounts/context.hpp"
#include "libcore/base/events.hpp"
#include "libcore/community/ports.hpp"
#include "libcore/media/shelf.hpp"

namespace asterism::community {

struct SetPicture {
    media::Upload picture;

    static constexpr void fields(auto&& see) {
        see("picture", &SetPicture::picture,
            "A JPEG, PNG, WebP, GIF or HEIC file of up to 5 MiB. It is kept as JPEG in two sizes.");
    }
};

struct PictureView {
    std::optional<std::string> picture = {};
    std::optional<std::string> thumbnail = {};

    static constexpr void fields(auto&& see) {
        see("picture", &PictureView::picture,
            "The name of the picture below /media/, at most 720 pixels a side; null: there is "
            "none.");
        see("thumbnail", &PictureView::thumbnail, "The same, at most 160 pixels a side.");
    }
};

/// Counts the upload towards what its sender may send in a day.
Result<Done> admit_picture(Now now, Actor actor, media::Blobs& blobs, const media::Files& files,
                           const SetPicture& input);
Result<std::unique_ptr<media::Prints>> develop_picture(const media::Darkroom& darkroom,
                                                       const Done& admitted,
                                                       const SetPicture& input);
/// Of two at once the one that is committed last stays.
Result<PictureView> set_picture(Now now, Actor actor, Profiles& profiles, media::Shelf shelf,
                                Events& events, const std::unique_ptr<media::Prints>& prints,
                                const SetPicture& input);
/// There being none is no fault.
Result<PictureView> remove_picture(Now now, Actor actor, Profiles& profiles, media::Shelf shelf,
                                   Events& events, const accounts::NoInput& input);

/// Takes the files along when an account goes.
void forget_picture(media::Shelf shelf, const accounts::AccountDeleted& event);

}  // namespace asterism::community
