#include "shells/http/cors.hpp"

#include <algorithm>

namespace asterism::http {
bool Cors::lists(std::string_view origin) const {
    return std::ranges::find(origins_, origin) != origins_.end();
}

bool Cors::answer(const Request& request, const Preflight& said, std::string_view methods,
                  Response& response) const {
    const bool ours = lists(request.header("Origin"));
    const bool asks =
        request.verb == Verb::options && !request.header("Access-Control-Request-Method").empty();
    if (!asks || (!ours && !said.everywhere)) return false;
    response.status = ours ? said.status : 200;
    response.type = {};
    if (!ours) return true;  // and hears nothing
    response.headers.emplace_back("Access-Control-Allow-Methods",
                                  said.methods.empty() ? methods : said.methods);
    response.headers.emplace_back("Access-Control-Allow-Headers", said.fields);
    response.headers.emplace_back("Access-Control-Max-Age", said.seconds);
    return true;
}

void Cors::let_read(const Request& request, Response& response) const {
    const auto origin = request.header("Origin");
    if (!lists(origin)) return;
    response.headers.emplace_back("Access-Control-Allow-Origin", origin);
    response.headers.emplace_back("Access-Control-Allow-Credentials", "true");
}

}  // namespace asterism::http
