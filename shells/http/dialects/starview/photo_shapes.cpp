#include "shells/http/dialects/starview/photo_shapes.hpp"

#include "shells/http/dialects/starview/profiles.hpp"
#include "shells/http/dialects/starview/shapes.hpp"

namespace asterism::http::starview_dialect {
namespace {

namespace json = boost::json;

json::object uploader(const json::object& from, std::string_view picture) {
    return {{"username", from.at("handle")},
            {"display_name", from.at("display_name")},
            {picture, picture_url(from.at("picture"))},
            {"is_system_account", from.at("system")}};
}

}  // namespace

std::string media_url(const json::value& file) {
    return "/media/" + std::string(file.get_string());
}

std::string photo_name(const json::value& id, const json::value& review) {
    return (review.is_null() ? "loc_" : "rev_") + std::to_string(id.to_number<std::int64_t>());
}

json::array listed_images(const json::value& photos) {
    json::array out;
    if (!photos.is_array()) return out;
    for (const json::value& photo : photos.get_array())
        out.push_back(json::object{
            {"id", photo_name(photo.at("id"), photo.at("review"))},
            {"thumbnail", media_url(photo.at("thumbnail"))},
            {"full", media_url(photo.at("photo"))},
            {"uploaded_by", uploader(photo.at("uploaded_by").get_object(), "profile_picture")},
            {"uploaded_at", with_offset(photo.at("created_at"))},
            {"upvote_count", photo.at("votes")},
            {"user_has_upvoted", photo.at("voted")}});
    return out;
}

json::array mapped_images(const json::value& photos) {
    json::array out;
    for (const json::value& photo : photos.get_array())
        out.push_back(json::object{{"id", std::to_string(photo.at("id").to_number<std::int64_t>())},
                                   {"thumbnail", media_url(photo.at("thumbnail"))},
                                   {"full", media_url(photo.at("photo"))}});
    return out;
}

json::object gallery_photo(const json::object& photo) {
    const auto& review = photo.at("review");
    json::object out{
        {"id", photo_name(photo.at("id"), review)},
        {"type", review.is_null() ? "location" : "review"},
        {"image_url", media_url(photo.at("photo"))},
        {"thumbnail_url", media_url(photo.at("thumbnail"))},
        {"width", photo.at("width")},
        {"height", photo.at("height")},
        {"caption", photo.at("caption")},
        {"upvote_count", photo.at("votes")},
        {"user_has_upvoted", photo.at("voted")},
        {"created_at", with_offset(photo.at("created_at"))},
        {"uploaded_by", uploader(photo.at("uploaded_by").get_object(), "profile_picture_url")}};
    if (!review.is_null()) out["review_id"] = review;
    return out;
}

}  // namespace asterism::http::starview_dialect
