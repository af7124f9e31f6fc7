#include "shells/http/dialects/starview/platform.hpp"

#include <string>

#include <boost/json/object.hpp>
#include <fmt/format.h>

namespace asterism::http::starview_dialect {
namespace {

namespace json = boost::json;

/// "1.2k+" is no less than there are: figures are cut, not rounded.
std::string formatted(std::int64_t count) {
    const auto tenths = [&](std::int64_t unit) { return count / (unit / 10); };
    if (count >= 1'000'000)
        return fmt::format("{}.{}M+", count / 1'000'000, tenths(1'000'000) % 10);
    if (count >= 1'000) return fmt::format("{}.{}k+", count / 1'000, tenths(1'000) % 10);
    return std::to_string(count);
}

json::object figure(const json::value& count) {
    return {{"count", count}, {"formatted", formatted(count.as_int64())}};
}

}  // namespace

void stats_out(json::object&& view, const RequestFacts&, Response& response) {
    reply(response, {{"locations", figure(view["places"])},
                     {"reviews", figure(view["reviews"])},
                     {"stargazers", figure(view["people"])}});
}

}  // namespace asterism::http::starview_dialect
