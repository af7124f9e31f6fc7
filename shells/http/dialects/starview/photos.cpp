#include "shells/http/dialects/starview/photos.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "libcore/base/cursor.hpp"
#include "shells/http/dialects/starview/photo_shapes.hpp"

namespace asterism::http::starview_dialect {
namespace {

namespace json = boost::json;

constexpr Fault leads_nowhere{"not_found", Kind::missing, "Resource not found"};
constexpr Fault unknown_kind{"bad_request", Kind::invalid, "Invalid photo ID format."};

template <class Number>
std::optional<Number> number(std::string_view text) {
    Number out{};
    const auto* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, out);
    if (error != std::errc() || stop != end) return std::nullopt;
    return out;
}

/// "loc_12" as its two halves, where it is letters, a line and digits.
std::optional<std::pair<std::string_view, std::int64_t>> halves(std::string_view text) {
    const auto line = text.find('_');
    if (line == text.npos || line == 0) return std::nullopt;
    const auto kind = text.substr(0, line);
    if (!std::ranges::all_of(kind, [](char c) { return c >= 'a' && c <= 'z'; }))
        return std::nullopt;
    const auto id = number<std::int64_t>(text.substr(line + 1));
    if (!id || *id < 0) return std::nullopt;
    return std::pair{kind, *id};
}

std::string_view sort_in(std::string_view text) {
    if (text == "oldest") return text;
    return text == "most_upvoted" ? "most_voted" : "newest";
}

}  // namespace

Result<Done> photo_caught(std::string_view field, std::string_view text, json::object& input) {
    if (field != "photo") return number_caught(field, text, input);
    const auto both = halves(text);
    if (!both || both->second == 0) return leads_nowhere;
    const auto& [kind, id] = *both;
    if (kind != "loc" && kind != "rev") return unknown_kind;
    input["kind"] = kind == "loc" ? "place" : "review";
    input["photo"] = id;
    return Done{};
}

Result<Done> number_caught(std::string_view field, std::string_view text, json::object& input) {
    const auto id = number<std::int64_t>(text);
    if (!id || *id < 1) return leads_nowhere;
    input[field] = *id;
    return Done{};
}

void photo_refuse(const Error& error, const RequestFacts& facts, Response& response) {
    if (error.fault != &unknown_kind) return general_refuse(error, facts, response);
    response.status = 400;
    reply(response, json::object{{"detail", error.fault->text}});
}

Result<json::object> gallery_in(json::object&&, const RequestFacts& facts) {
    constexpr int usual = 24;
    constexpr int most = 50;
    const auto cursor = facts.asked("cursor");
    json::object out{{"sort", sort_in(facts.asked("sort"))}};
    out["limit"] = std::clamp(number<int>(facts.asked("limit")).value_or(usual), 1, most);
    if (facts.asked("mine") == "true") out["mine"] = true;
    if (read_cursor(cursor)) out["cursor"] = cursor;
    return out;
}

Result<json::object> photos_in(json::object&& sent, const RequestFacts&) {
    json::object out;
    if (auto* photos = sent.if_contains("photos")) out["photos"] = std::move(*photos);
    return out;
}

void gallery_out(json::object&& view, const RequestFacts&, Response& response) {
    json::array results;
    for (const json::value& each : view["photos"].get_array())
        results.push_back(gallery_photo(each.get_object()));
    reply(response, {{"results", std::move(results)},
                     {"next_cursor", view["next"]},
                     {"has_more", !view["next"].is_null()},
                     {"total_count", view["count"]}});
}

void photos_added_out(json::object&& view, const RequestFacts&, Response& response) {
    json::array photos;
    for (const json::value& each : view["photos"].get_array())
        photos.push_back(json::object{{"id", photo_name(each.at("id"), each.at("review"))},
                                      {"image_url", media_url(each.at("photo"))},
                                      {"thumbnail_url", media_url(each.at("thumbnail"))}});
    reply(response, {{"detail", "Photos uploaded."}, {"photos", std::move(photos)}});
}

void review_photos_added_out(json::object&& view, const RequestFacts& facts, Response& response) {
    json::array photos;
    for (const json::value& each : view["photos"].get_array())
        photos.push_back(
            json::object{{"id", each.at("id")},
                         {"image_url", std::string(facts.base_url) + media_url(each.at("photo"))},
                         {"order", each.at("position")}});
    reply(response, {{"detail", "Photos uploaded."}, {"photos", std::move(photos)}});
}

void photo_vote_out(json::object&& view, const RequestFacts&, Response& response) {
    reply(response, {{"upvote_count", view["votes"]},
                     {"user_has_upvoted", view["voted"]},
                     {"photo_id", photo_name(view["photo"], view["review"])}});
}

void photo_removed_out(json::object&&, const RequestFacts&, Response& response) {
    reply(response, json::object{{"detail", "Photo deleted."}});
}

void carousel_out(json::object&& view, const RequestFacts&, Response& response) {
    json::array out;
    for (const json::value& each : view["heroes"].get_array()) {
        const auto& photo = each.at("photo");
        out.push_back(json::object{
            {"id", each.at("place")},
            {"name", each.at("name")},
            {"image_url",
             photo.is_null() ? std::string("/static/images/default_hero.jpg") : media_url(photo)}});
    }
    reply_list(response, std::move(out));
}

}  // namespace asterism::http::starview_dialect
