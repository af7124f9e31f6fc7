#include "shells/http/redirect.hpp"

#include <algorithm>
#include <utility>

#include "libcore/base/text.hpp"
#include "shells/http/headers.hpp"
#include "shells/http/origin.hpp"
#include "shells/http/problem.hpp"

namespace asterism::http {

Redirect::Redirect(std::string_view base_url, std::vector<std::string> hosts)
    : origin_(origin_of(base_url)), hosts_(std::move(hosts)) {}

void Redirect::answer(const Request& request, Response& response) {
    const bool known =
        hosts_.empty() || std::ranges::find(hosts_, host_of(request)) != hosts_.end();
    if (!known || !request.target.starts_with('/')) return refuse(400, response);
    response.status = 308;
    response.type = {};
    response.block = data_headers(false);
    response.headers.emplace_back("Location", origin_ + std::string(request.target));
}

void Redirect::refuse(int status, Response& response) {
    response.block = data_headers(false);
    problem(status, {}, response);
}

}  // namespace asterism::http
