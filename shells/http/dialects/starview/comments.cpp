#include "shells/http/dialects/starview/comments.hpp"

#include <array>

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

#include "shells/http/dialects/starview/paging.hpp"

namespace asterism::http::starview_dialect {
namespace {

namespace json = boost::json;

constexpr Fault required{"missing_field", Kind::invalid, "This field is required."};

constexpr std::array<Renamed, 1> fields{{{"text", "content"}}};

json::object comment_shape(const json::object& view) {
    const auto& author = view.at("author").get_object();
    const auto picture = picture_of(author);
    return {{"id", view.at("id")},
            {"review", view.at("review")},
            {"user", {{"username", author.at("handle")}, {"profile_picture_url", picture}}},
            {"user_profile_picture", picture},
            {"content", view.at("text")},
            {"created_at", view.at("created_at")},
            {"upvote_count", view.at("up")},
            {"downvote_count", view.at("down")},
            {"user_vote", view.at("mine")},
            {"is_edited", view.at("edited")}};
}

}  // namespace

void comments_out(json::object&& view, const RequestFacts& facts, Response& response) {
    json::array results;
    for (const json::value& each : view["comments"].get_array())
        results.push_back(comment_shape(each.get_object()));
    reply_page(view, std::move(results), facts.path, facts, response);
}

Result<json::object> comment_in(json::object&& sent, const RequestFacts&) {
    return taken(sent, fields);
}

Result<json::object> whole_comment_in(json::object&& sent, const RequestFacts& facts) {
    if (empty(sent, "content")) return field_error(required, "text");
    return comment_in(std::move(sent), facts);
}

void comment_out(json::object&& view, const RequestFacts&, Response& response) {
    reply(response, comment_shape(view));
}

void comment_refuse(const Error& error, const RequestFacts& facts, Response& response) {
    refuse_as(error, fields, facts, response);
}

}  // namespace asterism::http::starview_dialect
