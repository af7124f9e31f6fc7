#include "shells/http/dialects/starview/platform.hpp"

#include <string>

#include <boost/json/object.hpp>

namespace asterism::http::starview_dialect {
namespace {

namespace json = boost::json;

/// "1.2k+" is no less than there are: figures are cut, not rounded.
std::string formatted(std::int64_t count) {
    const auto in = [&](std::int64_t unit, const char* sign) {
        return std::to_string(count / unit) + '.' + std::to_string(count / (unit / 10) % 10) + sign;
    };
    if (count >= 1'000'000) return in(1'000'000, "M+");
    if (count >= 1'000) return in(1'000, "k+");
    return std::to_string(count);
}

json::object figure(const json::value& count) {
    return {{"count", count}, {"formatted", formatted(count.as_int64())}};
}

}  // namespace

void root_out(const RequestFacts& facts, Response& response) {
    json::object out;
    for (const std::string name : {"locations", "favorite-locations", "users"})
        out[name] = std::string(facts.base_url) + "/api/" + name + "/";
    reply(response, std::move(out));
}

void stats_out(json::object&& view, const RequestFacts&, Response& response) {
    reply(response, {{"locations", figure(view["places"])},
                     {"reviews", figure(view["reviews"])},
                     {"stargazers", figure(view["people"])}});
}

}  // namespace asterism::http::starview_dialect
