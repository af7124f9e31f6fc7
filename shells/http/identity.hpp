#pragma once

#include <optional>
#include <string_view>

#include "shells/app/app.hpp"
#include "shells/http/message.hpp"

namespace asterism::http {

/// Who asks, and how that was told.
struct Asker {
    std::optional<Actor> actor = {};  ///< none: a visitor
    bool by_cookie = false;           ///< a browser sent it by itself, so a form could have, too
    bool due = false;                 ///< the session's secret is worth exchanging
    /// Read along with a session, so that what is kept for its owner costs no second question.
    std::optional<Versions> versions = {};

    bool by_key() const { return actor && !by_cookie; }
};

/// Whether somebody is named at all, rightly or not.
bool claims_account(const Request& request, std::string_view session_cookie);

/// By the API key in Authorization, which then counts alone and has to be good; else by the
/// session's cookie. A session that has run out just now is ended for good; what was quiet for a
/// minute is noted as alive.
Result<Asker> identify(app::App& app, const app::Call& call, const Request& request,
                       std::string_view session_cookie);

}  // namespace asterism::http
