#include "shells/http/dialects/starview/shapes.hpp"

#include <utility>

#include <boost/json/value.hpp>

#include "libcore/base/text.hpp"

namespace asterism::http::starview_dialect {

namespace json = boost::json;

std::string text(const json::object& from, std::string_view name) {
    const auto* value = from.if_contains(name);
    return value && value->is_string() ? std::string(trimmed(value->get_string())) : std::string();
}

bool empty(const json::object& from, std::string_view name) {
    const auto* value = from.if_contains(name);
    return !value || value->is_null() || (value->is_string() && value->get_string().empty());
}

std::string with_offset(const json::value& instant) {
    std::string out(instant.get_string());
    if (out.ends_with('Z')) out.replace(out.size() - 1, 1, "+00:00");
    return out;
}

void redirect(Response& response, std::string to) {
    response.status = 302;
    response.type = {};
    response.body.clear();
    response.headers.emplace_back("Location", std::move(to));
}

void nothing_out(json::object&&, const RequestFacts&, Response& response) {
    response.status = 204;
    response.type = {};
    response.body.clear();
}

}  // namespace asterism::http::starview_dialect
