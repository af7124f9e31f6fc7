#include "shells/http/outbox.hpp"

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "shells/app/operation.hpp"
#include "shells/http/problem.hpp"

namespace asterism::http {

void answer_outbox(app::App& app, const accounts::Policy& policy, const Request& request,
                   Response& response) {
    const Caller caller{std::string(request.peer), {}};
    app::Answer answer;
    const auto& operation = *app::find_operation("read_outbox");
    const auto done =
        operation.run(app, {std::nullopt, caller, policy}, boost::json::object{}, answer);
    if (!done) return problem(done.error(), {policy.base_url, request.peer, {}}, response);
    response.body = std::move(answer.text);
    response.headers.emplace_back("Cache-Control", "no-store");
}

}  // namespace asterism::http
