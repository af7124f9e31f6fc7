#include "shells/http/dialects/startupwebapp/startupwebapp.hpp"

#include <array>
#include <vector>

#include "shells/http/dialects/startupwebapp/areas.hpp"
#include "shells/http/dialects/startupwebapp/members.hpp"
#include "shells/http/dialects/startupwebapp/shapes.hpp"
#include "shells/http/dialects/startupwebapp/webhook.hpp"

namespace asterism::http {
namespace {

using namespace startupwebapp_dialect;

constexpr std::array<std::string_view, 3> prefixes{"/user/", "/order/", "/clientevent/"};

constexpr std::array detours{Detour{"/user", "/user/", 301}, Detour{"/order", "/order/", 301},
                             Detour{"/clientevent", "/clientevent/", 301}};

constexpr Preflight preflight{
    .status = 200,
    .methods = "DELETE, GET, OPTIONS, PATCH, POST, PUT",
    .fields = "accept, authorization, content-type, user-agent, x-csrftoken, x-requested-with",
    .seconds = "86400",
    .everywhere = true};

std::vector<Route> joined() {
    std::vector<Route> out;
    for (const auto area : {user_routes(), order_routes(), client_event_routes()})
        out.insert(out.end(), area.begin(), area.end());
    return out;
}

/// One limit more than the contract has keeps people from filling a mailbox; whose page asks for
/// that mail knows no other word for one that does not go out.
void refuse(const Error& error, const RequestFacts& facts, Response& response) {
    const bool mails = facts.path == "/user/verify-email-address";
    if (mails && error.fault->kind == Kind::throttled) return mailed_refuse(error, facts, response);
    general_refuse(error, facts, response);
}

}  // namespace

const Dialect& startupwebapp() {
    static const auto table = joined();
    static const Dialect dialect{.name = "startupwebapp",
                                 .routes = table,
                                 .prefixes = prefixes,
                                 .refuse = &refuse,
                                 .lenient = true,
                                 .detours = detours,
                                 .csrf_for_all = true,
                                 .preflight = preflight,
                                 .calls = {"/order/stripe-webhook", &webhook_told},
                                 .referrer = Referrer::same_origin,
                                 .any_method = true,
                                 .tls_only = true,
                                 .drops_lapsed = true};
    return dialect;
}

}  // namespace asterism::http
