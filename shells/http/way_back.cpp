#include "shells/http/way_back.hpp"

#include <algorithm>
#include <array>

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "shells/http/faults.hpp"

namespace asterism::http {

Result<boost::json::object> way_back_in(boost::json::object&&, const RequestFacts& facts) {
    constexpr std::array<std::string_view, 4> counted{"state", "code", "error", "iss"};
    boost::json::object out;
    for (const auto& [name, value] : facts.query) {
        if (std::ranges::find(counted, name) == counted.end()) continue;
        if (!out.emplace(name, value).second) return field_error(field_twice, name);
    }
    if (!facts.flow.empty()) out["browser"] = facts.flow;
    return out;
}

void way_back_out(boost::json::object&& view, const RequestFacts&, Response& response) {
    const auto next = std::string(view["next"].as_string());
    if (next.empty() || view["outcome"].as_string() == "verification_required")
        return reply(response, std::move(view));
    response.status = 303;
    response.type = {};
    response.body.clear();
    response.headers.emplace_back("Location", next);
}

}  // namespace asterism::http
