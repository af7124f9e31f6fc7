#include "shells/http/dialects/startupwebapp/entry.hpp"

#include <utility>

#include <boost/json/object.hpp>

#include "shells/http/dialects/startupwebapp/shapes.hpp"
#include "shells/http/dialects/startupwebapp/visitors.hpp"

namespace asterism::http::startupwebapp_dialect {

namespace json = boost::json;

void token_out(json::object&&, const RequestFacts& facts, Response& response) {
    answer(response, facts,
           {{"token",
             R"(<input type="hidden" name="csrfmiddlewaretoken" value=")" + facts.csrf + R"(">)"}});
}

Result<json::object> login_in(json::object&& sent, const RequestFacts&) {
    if (auto all = require(sent, {"username", "password", "remember_me"}); !all) return all.error();
    return json::object{{"identifier", text(sent, "username")},
                        {"password", text(sent, "password")},
                        {"remember", is_true(sent, "remember_me")}};
}

void login_out(json::object&&, const RequestFacts& facts, Response& response) {
    answer_word(response, facts, "true");
}

/// No reason is given.
void login_refuse(const Error& error, const RequestFacts& facts, Response& response) {
    if (refused_alike(error, facts, response)) return;
    answer_word(response, facts, "false");
    if (error.fault->slug == field_missing.slug) response.status = 400;
}

void logout_out(json::object&&, const RequestFacts& facts, Response& response) {
    answer_word(response, facts, "true");
    hand_event_cookie(response, facts);
}

}  // namespace asterism::http::startupwebapp_dialect
