#include "shells/http/identity.hpp"

#include "libcore/accounts/keys.hpp"
#include "libcore/base/text.hpp"
#include "shells/http/cookies.hpp"

namespace asterism::http {
namespace {

/// RFC 6750 section 2.1; the scheme in any case. Other schemes are none of ours.
std::optional<std::string_view> bearer(const Request& request) {
    constexpr std::string_view scheme = "bearer ";
    const auto field = request.header("Authorization");
    if (lowered(field.substr(0, scheme.size())) != scheme) return std::nullopt;
    return trimmed(field.substr(scheme.size()));
}

std::optional<accounts::Resumed> resume(app::App& app, const app::Call& call,
                                        std::string_view token) {
    auto resumed = app.run<&accounts::resume_session>(call, accounts::Token{token});
    if (!resumed) return std::nullopt;
    if (resumed->lapsed) {
        (void)app.run<&accounts::lapse_session>(call, resumed->actor.session);
        return std::nullopt;
    }
    if (resumed->stale) (void)app.run<&accounts::keep_session>(call, resumed->actor.session);
    return *std::move(resumed);
}

}  // namespace

bool claims_account(const Request& request, std::string_view session_cookie) {
    return bearer(request) || cookie(request, session_cookie);
}

Result<Asker> identify(app::App& app, const app::Call& call, const Request& request,
                       std::string_view session_cookie) {
    if (const auto secret = bearer(request)) {
        const auto key = app.run<&accounts::resume_key>(call, accounts::KeySecret{*secret});
        if (!key) return key.error();
        if (key->stale) (void)app.run<&accounts::keep_key>(call, key->key);
        return Asker{key->actor};
    }
    const auto token = cookie(request, session_cookie);
    if (!token) return Asker{};
    const auto resumed = resume(app, call, *token);
    if (!resumed) return Asker{};
    return Asker{resumed->actor, true, resumed->due, resumed->versions};
}

}  // namespace asterism::http
