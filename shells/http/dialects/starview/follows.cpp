#include "shells/http/dialects/starview/follows.hpp"

#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "libcore/base/page.hpp"
#include "shells/http/dialects/starview/paging.hpp"
#include "shells/http/dialects/starview/profiles.hpp"

namespace asterism::http::starview_dialect {

namespace json = boost::json;

void follow_out(json::object&& view, const RequestFacts&, Response& response) {
    const bool changed = view["changed"].as_bool();
    if (changed) response.status = 201;
    reply(response, {{"detail", changed ? "You follow them now." : "You follow them already."},
                     {"is_following", true}});
}

void unfollow_out(json::object&&, const RequestFacts&, Response& response) {
    reply(response, {{"detail", "You do not follow them any more."}, {"is_following", false}});
}

void is_following_out(json::object&& view, const RequestFacts&, Response& response) {
    reply(response, {{"is_following", view["followed"]}, {"username", view["handle"]}});
}

Result<json::object> follow_page_in(json::object&&, const RequestFacts& facts) {
    json::object input;
    take_page(facts, input);
    const auto* page = input.if_contains("page");
    if (page && page->as_int64() < 1) return no_such_page;
    if (input.erase("last") > 0) input["page"] = -1;
    if (input.empty()) input["page"] = 1;
    return input;
}

void profiles_out(json::object&& view, const RequestFacts& facts, Response& response) {
    json::array results;
    for (auto& each : view["items"].get_array())
        results.push_back(public_user(std::move(each.get_object())));
    reply_page(view, std::move(results), facts.path, facts, response);
}

}  // namespace asterism::http::starview_dialect
