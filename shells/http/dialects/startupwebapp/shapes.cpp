#include "shells/http/dialects/startupwebapp/shapes.hpp"

#include <algorithm>
#include <utility>

#include <boost/json/value.hpp>

#include "shells/http/problem.hpp"

namespace asterism::http::startupwebapp_dialect {
namespace {

namespace json = boost::json;

std::string_view area_of(std::string_view path) {
    return path.substr(0, path.find('/', 1)).substr(std::min<std::size_t>(1, path.size()));
}

}  // namespace

std::string text(const json::object& from, std::string_view name) {
    const auto* value = from.if_contains(name);
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

bool is_true(const json::object& from, std::string_view name) {
    const auto* value = from.if_contains(name);
    if (value && value->is_bool()) return value->get_bool();
    return text(from, name) == "true";
}

Result<Done> require(const json::object& sent, std::initializer_list<std::string_view> names) {
    return require(sent, std::span(names.begin(), names.size()));
}

Result<Done> require(const json::object& sent, std::span<const std::string_view> names) {
    Error lacks{&field_missing};
    for (const auto name : names)
        if (!sent.contains(name)) lacks.fields.push_back({std::string(name), &field_missing});
    if (lacks.fields.empty()) return Done{};
    lacks.detail = lacks.fields.front().field;
    return lacks;
}

std::string key_of(const RequestFacts& facts) {
    std::string out(facts.path.substr(facts.path.rfind('/') + 1));
    std::ranges::replace(out, '-', '_');
    return out;
}

void answer(Response& response, const RequestFacts& facts, json::object&& body) {
    body[std::string(area_of(facts.path)) + "-api-version"] = "0.0.1";
    reply(response, std::move(body));
}

void answer_word(Response& response, const RequestFacts& facts, std::string_view word) {
    answer(response, facts, {{key_of(facts), word}});
}

void answer_page(Response& response, int status, std::string_view sentence) {
    response.status = status;
    response.type = "text/html; charset=utf-8";
    response.body = "<!doctype html>\n<title>";
    response.body.append(sentence).append("</title>\n<h1>").append(sentence).append("</h1>\n");
}

bool refused_alike(const Error& error, const RequestFacts& facts, Response& response) {
    const auto slug = error.fault->slug;
    if (slug == "sign_in_required") {
        answer(response, facts,
               {{key_of(facts), "user_not_authenticated"}, {"endpoint", "user_not_authenticated"}});
        return true;
    }
    const auto kind = error.fault->kind;
    const bool door = facts.path.empty() || slug == "csrf_failed" || slug == "foreign_origin" ||
                      slug == "too_often" || slug == "not_allowed" || slug == "key_not_allowed" ||
                      slug == "no_route" || slug == "method_not_allowed" ||
                      slug == "unsupported_media_type";
    if (!door && kind != Kind::unavailable) return false;
    // Of one who asks too often the client knows by the same status as of a wrong token.
    const int status = kind == Kind::throttled ? 403 : status_of(*error.fault);
    answer_page(response, status, error.fault->text);
    return true;
}

void general_refuse(const Error& error, const RequestFacts& facts, Response& response) {
    if (refused_alike(error, facts, response)) return;
    answer(response, facts, {{key_of(facts), "error"}, {"errors", {{"error", error.fault->slug}}}});
    response.status = status_of(*error.fault);
}

std::string to_the_millisecond(std::string_view instant) {
    // 2026-11-21T01:26:01.230456Z, with any number of decimals or none.
    auto out = std::string(instant.substr(0, 19));
    auto decimals = instant.size() > 20 && instant[19] == '.'
                        ? std::string(instant.substr(20, instant.size() - 21))
                        : std::string();
    decimals.resize(3, '0');
    return out.append(1, '.').append(decimals).append(1, 'Z');
}

void front_page(json::object&&, const RequestFacts& facts, Response& response) {
    answer_page(response, 200, std::string(area_of(facts.path)) + " API, version 0.0.1");
    response.headers.emplace_back("Cache-Control",
                                  "max-age=0, no-cache, no-store, must-revalidate, private");
}

Result<json::object> nothing_in(json::object&&, const RequestFacts&) { return json::object{}; }

}  // namespace asterism::http::startupwebapp_dialect
