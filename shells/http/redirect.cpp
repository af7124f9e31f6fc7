#include "shells/http/redirect.hpp"

#include <utility>

#include "shells/http/headers.hpp"
#include "shells/http/origin.hpp"
#include "shells/http/problem.hpp"

namespace asterism::http {

void redirect(Response& response, int status, std::string to) {
    response.status = status;
    response.type = {};
    response.headers.emplace_back("Location", std::move(to));
}

void send_to_slash(const Request& request, const Target& target, Response& response) {
    auto to = std::string(request.target.substr(0, request.target.find('?'))) + "/";
    if (!target.query.empty()) to.append(1, '?').append(target.query);
    redirect(response, 301, std::move(to));
}

bool sends_to_tls(const Request& request, const Match& match, const Dialect* dialect,
                  bool site_has_tls) {
    const bool open = match.route && match.route->extras.in_the_clear;
    return request.plain && site_has_tls && dialect && dialect->tls_only && !open;
}

Redirect::Redirect(std::string_view base_url, std::vector<std::string> hosts)
    : origin_(origin_of(base_url)), hosts_(std::move(hosts)) {}

void Redirect::answer(const Request& request, Response& response) {
    if (!hosts_.hold(request) || !request.target.starts_with('/')) return refuse(400, response);
    response.status = 308;
    response.type = {};
    response.block = data_headers({});
    response.headers.emplace_back("Location", origin_ + std::string(request.target));
}

void Redirect::refuse(int status, Response& response) {
    response.block = data_headers({});
    problem(status, {}, response);
}

}  // namespace asterism::http
