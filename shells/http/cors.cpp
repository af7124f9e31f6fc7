#include "shells/http/cors.hpp"

#include <algorithm>

namespace asterism::http {
namespace {

/// The header fields that the web clients send; the contract's list.
constexpr std::string_view fields =
    "accept, accept-encoding, authorization, content-type, dnt, origin, user-agent, x-csrftoken, "
    "x-requested-with";

}  // namespace

bool Cors::lists(std::string_view origin) const {
    return std::ranges::find(origins_, origin) != origins_.end();
}

bool Cors::is_preflight(const Request& request) const {
    return request.verb == Verb::options && lists(request.header("Origin")) &&
           !request.header("Access-Control-Request-Method").empty();
}

void Cors::answer(std::string_view methods, Response& response) {
    response.status = 204;
    response.type = {};
    response.headers.emplace_back("Access-Control-Allow-Methods", methods);
    response.headers.emplace_back("Access-Control-Allow-Headers", fields);
    response.headers.emplace_back("Access-Control-Max-Age", "600");
}

void Cors::let_read(const Request& request, Response& response) const {
    const auto origin = request.header("Origin");
    if (!lists(origin)) return;
    response.headers.emplace_back("Access-Control-Allow-Origin", origin);
    response.headers.emplace_back("Access-Control-Allow-Credentials", "true");
}

}  // namespace asterism::http
