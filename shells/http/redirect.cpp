#include "shells/http/redirect.hpp"

#include <utility>

#include "shells/http/headers.hpp"
#include "shells/http/health.hpp"
#include "shells/http/methods.hpp"
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

namespace {

bool asks_health(const Request& request) {
    const auto path = request.target.substr(0, request.target.find('?'));
    return is_read(request.verb) && (request.target == "/livez" || is_health(path));
}

}  // namespace

Redirect::Redirect(std::string_view base_url, std::vector<std::string> hosts, Handler& site)
    : origin_(origin_of(base_url)), hosts_(std::move(hosts)), site_(site) {}

Lane Redirect::lane(const Request& head) const {
    return asks_health(head) ? site_.lane(head) : Lane::at_once;
}

void Redirect::answer(const Request& request, Response& response) {
    if (asks_health(request)) {
        site_.answer(request, response);
        response.block = data_headers({});  // nothing of TLS is said in the clear
        return;
    }
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
