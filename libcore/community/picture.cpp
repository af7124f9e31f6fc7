#include "libcore/community/picture.hpp"

namespace asterism::community {
namespace {

media::Subject subject_of(AccountId account) { return {"profile", account.value}; }

}  // namespace

Result<Done> admit_picture(Now now, Actor actor, media::Blobs& blobs, const media::Files& files,
                           const SetPicture& input) {
    return media::admit(blobs, files, actor.account, now, input.picture);
}

Result<std::unique_ptr<media::Prints>> develop_picture(const media::Darkroom& darkroom, const Done&,
                                                       const SetPicture& input) {
    auto prints = media::develop(darkroom, input.picture, media::picture_plan);
    if (!prints) return field_error(*prints.error().fault, "picture");
    return prints;
}

Result<PictureView> set_picture(Now now, Actor actor, Profiles& profiles, media::Shelf shelf,
                                Events& events, const std::unique_ptr<media::Prints>& prints,
                                const SetPicture&) {
    auto profile = profiles.hold(actor.account);
    const auto blob = media::put(shelf, subject_of(actor.account), actor.account, now, *prints);
    profile.picture = media::file_name(blob.name, blob.sides.front());
    profiles.save(profile, now.at);
    events.tell(ProfileChanged{actor.account});
    return PictureView{profile.picture, media::file_name(blob.name, blob.sides.back())};
}

Result<PictureView> remove_picture(Now now, Actor actor, Profiles& profiles, media::Shelf shelf,
                                   Events& events, const accounts::NoInput&) {
    auto profile = profiles.hold(actor.account);
    if (media::clear(shelf, subject_of(actor.account)) || !profile.picture.empty()) {
        profile.picture.clear();
        profiles.save(profile, now.at);
        events.tell(ProfileChanged{actor.account});
    }
    return PictureView{};
}

void forget_picture(media::Shelf shelf, const accounts::AccountDeleted& event) {
    media::clear(shelf, subject_of(event.account));
}

}  // namespace asterism::community
