#pragma once

#include "shells/http/faults.hpp"
#include "shells/http/gate.hpp"
#include "shells/http/identity.hpp"

namespace asterism::http {

/// A request on its way through the gate, and what has become known of it.
struct Gate::Visit {
    const Request& request;
    const Match& match;
    RequestFacts facts;
    Caller caller;
    Asker asker;
    Response& response;
    Bill bill;
    const Fault* refused = nullptr;
    bool before_body = false;  ///< there will be another visit, with the answer

    const Route& route() const { return *match.route; }

    /// Whether it matters whose visitor's cart there is.
    bool carries_visitor() const {
        return route().extras.cookie != Cookie::none ||
               app::find_field(match.operation->input(), "visitor");
    }

    app::Call call(bool cookies = true) const {
        return {asker.actor,
                caller,
                match.mount->policy,
                cookies,
                {method_of(request.verb), route().path},
                match.mount->shop ? &*match.mount->shop : nullptr};
    }

    void refuse(const Error& error) {
        const auto own = error.fault == &too_often ? nullptr : route().extras.refuse;
        (own ? own : match.mount->dialect->refuse)(error, facts, response);
        if (error.retry_after)
            response.headers.emplace_back("Retry-After",
                                          std::to_string(error.retry_after->count()));
        refused = error.fault;
    }
};

}  // namespace asterism::http
