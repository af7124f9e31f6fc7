#include "shells/http/dialects/starview/reviews.hpp"

#include <algorithm>
#include <array>

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

#include "shells/http/dialects/starview/paging.hpp"
#include "shells/http/dialects/starview/profiles.hpp"

namespace asterism::http::starview_dialect {
namespace {

namespace json = boost::json;

constexpr Fault leads_nowhere{"not_found", Kind::missing, "Resource not found"};
constexpr Fault required{"missing_field", Kind::invalid, "This field is required."};

constexpr std::array<Renamed, 2> review_fields{{{"stars", "rating"}, {"text", "comment"}}};

bool is_of_address(std::string_view field) {
    return field == "place" || field == "review" || field == "comment";
}

/// Absolute, as the original has them.
json::array photos_of(const json::value& photos, const RequestFacts& facts) {
    const auto media = std::string(facts.base_url) + "/media/";
    json::array out;
    for (const json::value& each : photos.get_array()) {
        const auto image = media + std::string(each.at("photo").get_string());
        const auto thumbnail = media + std::string(each.at("thumbnail").get_string());
        out.push_back({{"id", each.at("id")},
                       {"image", image},
                       {"thumbnail", thumbnail},
                       {"caption", each.at("caption")},
                       {"order", each.at("position")},
                       {"image_url", image},
                       {"thumbnail_url", thumbnail},
                       {"created_at", each.at("created_at")},
                       {"upvote_count", each.at("votes")},
                       {"user_has_upvoted", each.at("voted")}});
    }
    return out;
}

}  // namespace

json::object taken(json::object& sent, std::span<const Renamed> fields) {
    json::object out;
    for (const auto& [ours, theirs] : fields)
        if (auto* value = sent.if_contains(theirs)) out[ours] = std::move(*value);
    return out;
}

void refuse_as(const Error& error, std::span<const Renamed> fields, const RequestFacts& facts,
               Response& response) {
    if (error.fault->kind == Kind::invalid && !error.fields.empty() &&
        is_of_address(error.fields[0].field))
        return listed_refuse(Error{&leads_nowhere}, facts, response);
    auto theirs = error;
    for (FieldError& each : theirs.fields)
        for (const auto& [ours, name] : fields)
            if (each.field == ours) {
                each.field = name;
                break;
            }
    listed_refuse(theirs, facts, response);
}

std::string picture_of(const json::object& writer) { return picture_url(writer.at("picture")); }

json::object review_shape(const json::object& view, const RequestFacts& facts) {
    const auto& author = view.at("author").get_object();
    const auto up = view.at("up").to_number<std::int64_t>();
    const auto down = view.at("down").to_number<std::int64_t>();
    return {{"id", view.at("id")},
            {"location", view.at("place")},
            {"user", author.at("handle")},
            {"user_full_name", author.at("name")},
            {"user_profile_picture", picture_of(author)},
            {"rating", view.at("stars")},
            {"comment", view.at("text")},
            {"created_at", view.at("created_at")},
            {"updated_at", view.at("updated_at")},
            {"vote_count", up - down},
            {"upvote_count", up},
            {"downvote_count", down},
            {"user_vote", view.at("mine")},
            {"photos", photos_of(view.at("photos"), facts)},
            {"is_edited", view.at("edited")}};
}

Result<json::object> page_in(json::object&&, const RequestFacts& facts) {
    json::object out;
    take_page(facts, out);
    return out;
}

void reviews_out(json::object&& view, const RequestFacts& facts, Response& response) {
    json::array results;
    for (const json::value& each : view["reviews"].get_array())
        results.push_back(review_shape(each.get_object(), facts));
    reply_page(view, std::move(results), facts.path, facts, response);
}

Result<json::object> review_in(json::object&& sent, const RequestFacts&) {
    auto out = taken(sent, review_fields);
    if (auto* text = out.if_contains("text"); text && text->is_null()) *text = "";
    return out;
}

Result<json::object> whole_review_in(json::object&& sent, const RequestFacts& facts) {
    if (empty(sent, "rating")) return field_error(required, "stars");
    return review_in(std::move(sent), facts);
}

void review_out(json::object&& view, const RequestFacts& facts, Response& response) {
    reply(response, review_shape(view, facts));
}

void review_refuse(const Error& error, const RequestFacts& facts, Response& response) {
    refuse_as(error, review_fields, facts, response);
}

}  // namespace asterism::http::starview_dialect
