#include "shells/http/dialects/startupwebapp/wishes.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "shells/http/dialects/startupwebapp/form_errors.hpp"
#include "shells/http/dialects/startupwebapp/shapes.hpp"

namespace asterism::http::startupwebapp_dialect {
namespace {

namespace json = boost::json;

/// Fields that the client never leaves out, so that the answer has no words for it.
constexpr std::array message_fields{FormField{"name", "name"}, FormField{"email_address", "email"},
                                    FormField{"message", "message"}};
constexpr std::array interest_fields{FormField{"email_address", "email"},
                                     FormField{"how_excited", "excitement"}};

void answer_code(const RequestFacts& facts, Response& response, std::string_view code) {
    answer(response, facts, {{key_of(facts), "error"}, {"errors", {{"error", code}}}});
}

constexpr std::array<std::string_view, 5> reason_names{
    "no_longer_want_to_receive", "never_signed_up", "inappropriate", "spam", "other"};

bool is_reason(std::string_view field) {
    return std::ranges::find(reason_names, field) != reason_names.end();
}

void take_reasons(const json::object& sent, json::object& out) {
    out["no_longer_wanted"] = is_true(sent, "no_longer_want_to_receive");
    out["never_signed_up"] = is_true(sent, "never_signed_up");
    out["inappropriate"] = is_true(sent, "inappropriate");
    out["spam"] = is_true(sent, "spam");
    out["other"] = text(sent, "other");
}

constexpr Fault not_one_click{"not_one_click", Kind::invalid, "Send List-Unsubscribe=One-Click."};

constexpr std::array<std::string_view, 3> token_names{"token", "pr_token",
                                                      "email_unsubscribe_string"};

/// A member's token wins over a stranger's.
Result<json::object> token_among(const json::object& sent) {
    for (const auto name : token_names)
        if (auto found = text(sent, name); !found.empty())
            return json::object{{"token", std::move(found)}};
    return field_error(field_missing, "token");
}

}  // namespace

void terms_out(json::object&& view, const RequestFacts& facts, Response& response) {
    json::object out{{key_of(facts), view["agreed"]}};
    if (!view["agreed"].get_bool()) {
        out["version"] = std::move(view["version"]);
        out["version_note"] = std::move(view["note"]);
    }
    answer(response, facts, std::move(out));
}

void terms_refuse(const Error& error, const RequestFacts& facts, Response& response) {
    if (error.fault->slug != "sign_in_required") return general_refuse(error, facts, response);
    response.status = 302;
    response.type = {};
    response.body.clear();
    response.headers.emplace_back("Location", "/login?next=" + std::string(facts.path));
}

Result<json::object> agree_in(json::object&& sent, const RequestFacts&) {
    if (auto all = require(sent, {"version"}); !all) return all.error();
    const auto told = text(sent, "version");
    std::int64_t version = 0;
    const auto* end = told.data() + told.size();
    const auto [stop, wrong] = std::from_chars(told.data(), end, version);
    // What is no number is no version either.
    return json::object{{"version", wrong == std::errc{} && stop == end ? version : 0}};
}

void agree_out(json::object&&, const RequestFacts& facts, Response& response) {
    answer(response, facts,
           {{key_of(facts), "success"}, {"version", text(*facts.sent, "version")}});
}

void agree_refuse(const Error& error, const RequestFacts& facts, Response& response) {
    if (refused_alike(error, facts, response)) return;
    const auto slug = error.fault->slug;
    if (slug == field_missing.slug) return answer_code(facts, response, "version-required");
    const auto* code = slug == "outdated_terms"         ? "version-provided-not-most-recent"
                       : slug == "terms_agreed_already" ? "version-already-agreed"
                                                        : "version-not-found";
    json::object out{{key_of(facts), "error"}, {"errors", {{"error", code}}}};
    if (facts.sent) out["version"] = text(*facts.sent, "version");
    answer(response, facts, std::move(out));
}

Result<json::object> preferences_in(json::object&& sent, const RequestFacts&) {
    if (auto all = require(sent, {"newsletter", "email_unsubscribe"}); !all) return all.error();
    if (auto all = require(sent, reason_names); !all) return all.error();
    json::object out{{"newsletter", is_true(sent, "newsletter")},
                     {"opted_out", is_true(sent, "email_unsubscribe")}};
    take_reasons(sent, out);
    return out;
}

void preferences_refuse(const Error& error, const RequestFacts& facts, Response& response) {
    if (refused_alike(error, facts, response)) return;
    const bool lacks = error.fault->slug == field_missing.slug;
    answer(response, facts,
           {{key_of(facts), "errors"},
            {"errors", {{lacks ? "data_missing" : "invalid_data", error.fault->text}}}});
    // That the two wishes are missing has a word of its own.
    if (lacks && is_reason(error.detail)) response.status = 400;
}

Result<json::object> link_in(json::object&& sent, const RequestFacts& facts) {
    for (const auto name : token_names)
        if (const auto asked = facts.asked(name); !asked.empty()) sent.emplace(name, asked);
    return token_among(sent);
}

Result<json::object> shown_link_in(json::object&&, const RequestFacts& facts) {
    if (facts.verb == Verb::post) return field_error(field_missing, "token");
    return link_in({}, facts);
}

Result<json::object> sent_link_in(json::object&& sent, const RequestFacts&) {
    return token_among(sent);
}

Result<json::object> one_click_in(json::object&& sent, const RequestFacts& facts) {
    if (text(sent, "List-Unsubscribe") != "One-Click") return not_one_click;
    return link_in(std::move(sent), facts);
}

void link_out(json::object&& view, const RequestFacts& facts, Response& response) {
    json::object out{{key_of(facts), "success"}, {"email_address", std::move(view["email"])}};
    if (view.contains("next_token")) out["token"] = std::move(view["next_token"]);
    answer(response, facts, std::move(out));
}

Result<json::object> reasons_in(json::object&& sent, const RequestFacts&) {
    auto out = token_among(sent);
    if (!out) return out.error();
    if (auto all = require(sent, reason_names); !all) return all.error();
    take_reasons(sent, *out);
    return out;
}

void link_refuse(const Error& error, const RequestFacts& facts, Response& response) {
    if (refused_alike(error, facts, response)) return;
    const auto slug = error.fault->slug;
    const bool malformed = slug == not_one_click.slug;
    if (malformed || is_reason(error.detail)) {
        answer_code(facts, response, malformed ? "one-click-required" : "reason-required");
        response.status = 400;
        return;
    }
    answer_code(facts, response,
                slug == field_missing.slug    ? "token-required"
                : slug == "unknown_contact"   ? "member-not-found"
                : slug == "opted_out_already" ? "email-address-already-unsubscribed"
                                              : "token-invalid");
}

Result<json::object> message_in(json::object&& sent, const RequestFacts&) {
    if (auto all = require(sent, {"name", "email_address", "message"}); !all) return all.error();
    return json::object{{"name", text(sent, "name")},
                        {"email", text(sent, "email_address")},
                        {"message", text(sent, "message")}};
}

void message_out(json::object&&, const RequestFacts& facts, Response& response) {
    answer_word(response, facts, "true");
}

void message_refuse(const Error& error, const RequestFacts& facts, Response& response) {
    answer_errors(error, facts, response, "validation_error", message_fields);
}

Result<json::object> interest_in(json::object&& sent, const RequestFacts&) {
    if (auto all = require(sent, {"email_address", "how_excited"}); !all) return all.error();
    return json::object{{"email", text(sent, "email_address")},
                        {"excitement", text(sent, "how_excited")}};
}

void interest_refuse(const Error& error, const RequestFacts& facts, Response& response) {
    const bool known = error.fault->slug == "contact_known";
    answer_errors(error, facts, response, known ? "duplicate_prospect" : "validation_error",
                  interest_fields);
}

}  // namespace asterism::http::startupwebapp_dialect
