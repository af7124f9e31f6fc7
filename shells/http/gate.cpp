#include "shells/http/gate.hpp"

#include "libcore/shop/cart_cases.hpp"
#include "shells/http/faults.hpp"
#include "shells/http/identity.hpp"
#include "shells/http/origin.hpp"
#include "shells/http/problem.hpp"
#include "shells/http/signed_cookie.hpp"
#include "shells/http/told_place.hpp"
#include "shells/http/visit.hpp"

namespace asterism::http {
namespace {

constexpr std::chrono::days csrf_life{364};

bool is_safe(Verb verb) { return verb == Verb::get || verb == Verb::head || verb == Verb::options; }

constexpr Role least(Access access) {
    switch (access) {
        case Access::anyone:
        case Access::account: break;
        case Access::moderator: return Role::moderator;
        case Access::staff: return Role::staff;
        case Access::admin: return Role::admin;
    }
    return Role::user;
}

/// A key opens what names its scope, and nothing else; a session opens all doors of its role.
bool opens(const std::optional<Scopes>& scopes, const Route& route) {
    return !scopes || (route.extras.scope && scopes->has(*route.extras.scope));
}

}  // namespace

Gate::Visit Gate::visit_of(const Request& request, const Match& match, std::string_view request_id,
                           Response& response) const {
    return {request,
            match,
            {match.mount->policy.base_url, request.peer, request_id},
            {.address = std::string(request.peer),
             .agent = std::string(request.header("User-Agent").substr(0, 256)),
             .request_id = std::string(request_id),
             .language = preferred_language(request.header("Accept-Language")),
             .place = told_place(request)},
            {},
            response,
            {throttle_, request, match}};
}

/// Who asks, and whether they may come in; if not, they have been told.
bool Gate::enter(Visit& visit, const Target& target) const {
    auto query = read_pairs(target.query);
    if (!query) return visit.refuse({&bad_query}), false;
    visit.facts.query = *std::move(query);
    visit.facts.path = visit.request.target.substr(0, visit.request.target.find('?'));
    visit.facts.flow = cookie(visit.request, rules_.cookies.flow).value_or("");
    visit.facts.visitor = visitor_of(visit);
    visit.facts.cookie_domain = rules_.cookies.domain;
    visit.facts.secure_cookies = rules_.cookies.secure;
    visit.facts.verb = visit.request.verb;
    visit.facts.cross_site = visit.request.header("Sec-Fetch-Site") == "cross-site";
    const auto error = admit(visit);
    if (error) visit.refuse(*error);
    hand_out(visit);
    return !error;
}

/// What the route may give the browser to keep.
void Gate::hand_out(Visit& visit) const {
    const auto& extras = visit.route().extras;
    auto& entropy = app_.world().entropy;
    if (extras.hands_csrf) visit.facts.csrf = csrf_of(visit);
    if (extras.mark.empty()) return;
    const auto sent = cookie(visit.request, extras.mark);
    visit.facts.marked = sent && proved_value(signer_, extras.mark, *sent);
    visit.facts.mark =
        signed_value(signer_, extras.mark, random_text(entropy, alphanumerics, 20), app_.now());
}

/// Whose cart it is, where the route asks for that or ends a visit.
std::string_view Gate::visitor_of(const Visit& visit) const {
    if (!visit.carries_visitor()) return {};
    const auto name = rules_.cookies.visitor;
    const auto sent = cookie(visit.request, name);
    return sent ? proved_value(signer_, name, *sent).value_or("") : "";
}

bool Gate::lets_in(const Request& request, const Match& match, const Target& target,
                   std::string_view request_id, Response& response) const {
    auto visit = visit_of(request, match, request_id, response);
    visit.before_body = true;
    if (enter(visit, target)) return true;
    visit.bill.settle(visit.refused);
    return false;
}

Lane Gate::lane(const Request& head, const Match& match) const {
    const Extras& extras = match.route->extras;
    if (!extras.file.part.empty()) return Lane::images;
    if (match.operation->asks_outside) return Lane::outside;
    if (extras.brisk && !claims_account(head, rules_.cookies.session)) return Lane::at_once;
    return match.operation->hashes ? Lane::slow : Lane::work;
}

void Gate::serve(const Request& request, const Match& match, const Target& target,
                 std::string_view request_id, Response& response) const {
    auto visit = visit_of(request, match, request_id, response);
    if (enter(visit, target)) run(visit);
    visit.bill.settle(visit.refused);
    const auto& extras = match.route->extras;
    response.even = extras.even;
    if (extras.flow == FlowCookie::ends)
        expire_cookie(response, rules_.cookies, rules_.cookies.flow);
    if (visit.asker.actor || extras.cookie != Cookie::none || extras.flow != FlowCookie::none ||
        visit.carries_visitor())
        response.headers.emplace_back("Cache-Control", "no-store");
}

/// Who asks, and why they may not come in: throttled by address before anything is looked up.
std::optional<Error> Gate::admit(Visit& visit) const {
    const bool claims = claims_account(visit.request, rules_.cookies.session);
    const bool paid = visit.request.sink != nullptr;  // before the body was let in
    if (auto error = paid ? std::nullopt : visit.bill.at_door(claims))
        return refused_by_limit(visit, *std::move(error));
    const auto outcome = app::guarded([&]() -> Result<Done> {
        auto asker = identify(app_, visit.call(), visit.request, rules_.cookies.session);
        if (!asker) return asker.error();
        visit.asker = *std::move(asker);
        drop_lapsed(visit);
        if (!visit.before_body) renew(visit);
        return Done{};
    });
    const auto account =
        visit.asker.actor ? std::optional(visit.asker.actor->account) : std::nullopt;
    if (auto error = paid ? std::nullopt : visit.bill.known(account, claims))
        return refused_by_limit(visit, *std::move(error));
    if (!outcome) {
        const Fault& fault = *outcome.error().fault;
        return fault.kind == Kind::unauthenticated ? noted(visit, fault, claims) : outcome.error();
    }
    if (const Fault* fault = refusal(visit)) return noted(visit, *fault, claims);
    return std::nullopt;
}

/// A session that is over is of no use to the browser either.
void Gate::drop_lapsed(Visit& visit) const {
    const auto& session = rules_.cookies.session;
    const bool opens = visit.route().extras.cookie == Cookie::opens;
    if (visit.match.mount->dialect->drops_lapsed && !opens && !visit.asker.actor &&
        cookie(visit.request, session))
        expire_cookie(visit.response, rules_.cookies, session);
}

/// A new secret for a session whose one has grown old, unless the route hands one out itself. Where
/// another request was faster, that one carries it.
void Gate::renew(Visit& visit) const {
    if (!visit.asker.due || visit.route().extras.cookie != Cookie::none) return;
    const auto token = cookie(visit.request, rules_.cookies.session);
    const auto renewed = app_.run<&accounts::renew_session>(
        visit.call(), accounts::Renewal{visit.asker.actor->session, *token});
    if (renewed) carry(*renewed, visit.response);
}

/// Whether somebody else's page has made the browser ask: null if not.
const Fault* Gate::forgery(const Visit& visit) const {
    const auto& request = visit.request;
    const auto& extras = visit.route().extras;
    if (extras.by_address) return nullptr;
    const auto ours = [&] { return from_own_page(request, rules_.own_origin, rules_.origins); };
    if (extras.own_pages_only && !sent_by_own_page(request, rules_.own_origin, rules_.origins))
        return &foreign_origin;
    // A row that writes may do so without a form, too.
    const bool writes = !is_safe(visit.route().verb);
    if ((extras.no_foreign_pages || (writes && is_safe(request.verb))) && !ours())
        return &foreign_origin;
    // No page can make a browser send somebody else's key.
    if (is_safe(request.verb) || visit.asker.by_key()) return nullptr;
    if (!ours()) return &foreign_origin;
    const bool session = visit.asker.by_cookie;
    const bool for_all = visit.match.mount->dialect->csrf_for_all;
    if (!session && !for_all) return nullptr;
    const auto kept = cookie(request, rules_.cookies.csrf);
    if (for_all && !kept) return &csrf_failed;
    const auto token =
        session ? csrf_token(signer_, visit.asker.actor->session) : std::string(*kept);
    const auto sent = for_all ? csrf_token_of(request) : std::string(request.header("X-CSRFToken"));
    return csrf_matches(token, sent) ? nullptr : &csrf_failed;
}

/// The session's token; else what the browser has already; else a new one.
std::string Gate::csrf_of(const Visit& visit) const {
    if (visit.asker.by_cookie) return csrf_token(signer_, visit.asker.actor->session);
    const auto kept = cookie(visit.request, rules_.cookies.csrf);
    return kept && is_csrf_token(*kept) ? std::string(*kept)
                                        : fresh_csrf_token(app_.world().entropy);
}

/// Why this visitor may not come in, in the order in which it is told.
const Fault* Gate::refusal(const Visit& visit) const {
    const auto& actor = visit.asker.actor;
    if (const Fault* fault = forgery(visit)) return fault;
    const Access access = visit.route().access;
    if (access == Access::anyone) return nullptr;
    if (!actor) return &app::sign_in_required;
    if (!opens(actor->scopes, visit.route())) return &key_not_allowed;
    return actor->role < least(access) ? &not_allowed : nullptr;
}

/// The log hears of it, once. Who asks too often is refused even where nothing can be written.
Error Gate::refused_by_limit(const Visit& visit, Error error) const {
    if (const auto limit = visit.bill.to_note(); !limit.empty())
        static_cast<void>(app::guarded([&]() -> Result<Done> {
            const auto call = visit.call();
            app_.note(call, audit::too_many(call.actor, call.resource, limit));
            return Done{};
        }));
    return error;
}

/// A refusal at the door leaves a trace: no trace, no answer but "not now".
Error Gate::noted(const Visit& visit, const Fault& fault, bool claims) const {
    const auto call = visit.call();
    const bool stranger = fault.kind == Kind::unauthenticated;
    const auto done = app::guarded([&]() -> Result<Done> {
        if (!stranger)
            app_.note(call, audit::denied(call.actor, call.resource, fault.slug));
        else if (claims || call.policy.notes_every_401)
            app_.note(call, audit::not_signed_in(call.resource));
        return Done{};
    });
    return done ? Error{&fault} : done.error();
}

/// The view and the files it names as one file to keep.
void Gate::pack(Visit& visit) const {
    if (!rules_.packer) return visit.refuse({&no_archives});
    visit.response.body = rules_.packer->pack(visit.response.body);
    visit.response.type = "application/zip";
    visit.response.headers.emplace_back("Content-Disposition",
                                        "attachment; filename=\"own-data.zip\"");
}

void Gate::set_cookies(const Visit& visit, const app::Answer& answer) const {
    const auto& style = rules_.cookies;
    if (visit.route().extras.cookie == Cookie::ends) {
        expire_cookie(visit.response, style, style.session);
        if (!visit.match.mount->dialect->csrf_for_all)
            expire_cookie(visit.response, style, style.csrf);
        visit.response.headers.emplace_back("Clear-Site-Data", "\"cache\"");
    }
    if (visit.route().extras.hands_csrf && !answer.opened)
        set_cookie(visit.response, style, style.csrf, visit.facts.csrf, csrf_life);
    if (answer.browser)
        set_cookie(visit.response, style, style.flow, *answer.browser, std::chrono::minutes{10});
    if (answer.opened) carry(*answer.opened, visit.response);
    if (answer.visitor)
        set_cookie(visit.response, style, style.visitor,
                   signed_value(signer_, style.visitor, *answer.visitor, app_.now()),
                   std::chrono::days{365});
    // A visit ends where an account's begins, and leaves nothing behind when that ends.
    const bool over = visit.route().extras.cookie == Cookie::ends ||
                      (answer.opened && take_cart_along(visit, *answer.opened));
    if (over && cookie(visit.request, style.visitor))
        expire_cookie(visit.response, style, style.visitor);
}

/// Whoever has just signed in gets what he had in his cart before. False: not now, so it waits in
/// the visitor's cart for the next time.
bool Gate::take_cart_along(const Visit& visit, const accounts::Opened& opened) const {
    if (visit.facts.visitor.empty()) return true;
    const auto done = app::guarded([&]() -> Result<Done> {
        auto call = visit.call();
        const auto resumed =
            app_.run<&accounts::resume_session>(call, accounts::Token{opened.token});
        if (!resumed) return resumed.error();
        call.actor = resumed->actor;
        const auto adopted =
            app_.run<&shop::adopt_cart>(call, shop::AdoptCart{std::string(visit.facts.visitor)});
        if (!adopted) return adopted.error();
        return Done{};
    });
    return static_cast<bool>(done);
}

/// The cookies of a session. One that is not remembered has no age: it ends with the browser.
void Gate::carry(const accounts::Opened& opened, Response& response) const {
    const auto& style = rules_.cookies;
    const auto& life = opened.lifetime;
    std::optional<std::chrono::seconds> max_age;
    if (life.remember) max_age = std::chrono::ceil<std::chrono::seconds>(life.expires - app_.now());
    set_cookie(response, style, style.session, opened.token, max_age);
    set_cookie(response, style, style.csrf, csrf_token(signer_, opened.session), csrf_life);
}

}  // namespace asterism::http
