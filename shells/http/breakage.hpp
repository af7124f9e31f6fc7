#pragma once

#include <exception>
#include <functional>
#include <string_view>

#include "shells/app/operation.hpp"
#include "shells/app/store.hpp"
#include "shells/http/faults.hpp"
#include "shells/http/routes.hpp"

namespace asterism::http {

/// Hears of what broke: the request's id, and what happened.
using Failed = std::function<void(std::string_view request_id, std::string_view what)>;

/// Runs `body`, with whatever it throws turned into a refusal that may pass. `failed`, which may be
/// empty, hears of it, be it our bug or a database that is away.
inline Result<Done> refused_if_broken(const RequestFacts& facts, const Failed& failed,
                                      app::FunctionRef<Result<Done>()> body) {
    const auto tell = [&](const std::exception& what) {
        if (failed) failed(facts.request_id, what.what());
    };
    try {
        return app::guarded([&]() -> Result<Done> {
            try {
                return body();
            } catch (const app::StoreUnavailable& away) {
                tell(away);
                throw;
            }
        });
    } catch (const std::exception& bug) {
        tell(bug);
        return went_wrong;
    }
}

}  // namespace asterism::http
