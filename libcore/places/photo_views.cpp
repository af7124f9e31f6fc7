#include "libcore/places/photo_views.hpp"

#include "libcore/base/text.hpp"

namespace asterism::places {
namespace {

UploaderView view_of(Uploader&& from) {
    const auto both = from.first_name + " " + from.last_name;
    const auto named = trimmed(both);
    UploaderView out{
        from.handle, std::string(named.empty() ? from.handle : named), {}, from.system};
    if (!from.picture.empty()) out.picture = std::move(from.picture);
    return out;
}

}  // namespace

PhotoView view_of(ShownPhoto&& shown) {
    auto& photo = shown.photo;
    return {.id = photo.id,
            .place = photo.place,
            .review = photo.review,
            .photo = std::move(photo.file),
            .thumbnail = std::move(photo.thumbnail),
            .width = photo.width,
            .height = photo.height,
            .caption = std::move(photo.caption),
            .position = photo.position,
            .votes = shown.votes,
            .voted = shown.voted,
            .created_at = photo.created_at,
            .uploaded_by = view_of(std::move(shown.uploader))};
}

std::vector<PhotoView> views_of(std::vector<ShownPhoto>&& shown) {
    std::vector<PhotoView> out;
    out.reserve(shown.size());
    for (auto& each : shown) out.push_back(view_of(std::move(each)));
    return out;
}

}  // namespace asterism::places
