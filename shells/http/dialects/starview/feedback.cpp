#include "shells/http/dialects/starview/feedback.hpp"

#include <array>

#include <boost/json/value.hpp>

#include "libcore/base/text.hpp"

namespace asterism::http::starview_dialect {
namespace {

namespace json = boost::json;

constexpr Fault required{"missing_field", Kind::invalid, "This field is required."};
constexpr Fault yes_or_no{"bad_feedback", Kind::invalid, "is_helpful must be true or false."};

constexpr std::array<Renamed, 1> vote_fields{{{"choice", "vote_type"}}};
constexpr std::array<Renamed, 2> report_fields{
    {{"reason", "report_type"}, {"text", "description"}}};

}  // namespace

Result<json::object> vote_in(json::object&& sent, const RequestFacts&) {
    if (empty(sent, "vote_type")) return field_error(required, "choice");
    return taken(sent, vote_fields);
}

void vote_out(json::object&& view, const RequestFacts&, Response& response) {
    const auto up = view["up"].to_number<std::int64_t>();
    const auto down = view["down"].to_number<std::int64_t>();
    const auto& mine = view["mine"];
    reply(response, {{"detail", mine.is_null() ? "Vote removed." : "Vote recorded."},
                     {"upvotes", up},
                     {"downvotes", down},
                     {"vote_count", up - down},
                     {"user_vote", mine}});
}

void vote_refuse(const Error& error, const RequestFacts& facts, Response& response) {
    refuse_as(error, vote_fields, facts, response);
}

Result<json::object> report_in(json::object&& sent, const RequestFacts&) {
    auto out = taken(sent, report_fields);
    if (auto* reason = out.if_contains("reason"); reason && reason->is_string())
        *reason = json::string(lowered(reason->get_string()));
    return out;
}

void report_out(json::object&&, const RequestFacts&, Response& response) {
    reply(response, json::object{{"detail", "Thank you. Our moderators will look at it."}});
}

void report_refuse(const Error& error, const RequestFacts& facts, Response& response) {
    refuse_as(error, report_fields, facts, response);
}

Result<json::object> helpful_in(json::object&& sent, const RequestFacts&) {
    const auto* helpful = sent.if_contains("is_helpful");
    if (!helpful || !helpful->is_bool()) return yes_or_no;
    return json::object{{"helped", *helpful}};
}

void helpful_out(json::object&& view, const RequestFacts&, Response& response) {
    reply(response, json::object{{"is_helpful", view["helped"]}});
}

void helpful_refuse(const Error& error, const RequestFacts& facts, Response& response) {
    if (error.fault != &yes_or_no) return place_refuse(error, facts, response);
    response.status = 400;
    reply(response, json::object{{"detail", error.fault->text}});
}

}  // namespace asterism::http::starview_dialect
