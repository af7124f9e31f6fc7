#include "shells/outside/stand_in/stand_in.hpp"

#include <boost/json/serialize.hpp>
#include <fmt/format.h>

#include "shells/outside/stand_in/page.hpp"

namespace asterism::outside::stand_in {
namespace {

namespace json = boost::json;

constexpr std::string_view sessions_path = "/v1/checkout/sessions";
constexpr std::string_view pay_path = "/pay/";
constexpr std::string_view placeholder = "{CHECKOUT_SESSION_ID}";
constexpr std::size_t most_kept = 10'000;
constexpr std::chrono::seconds bank_time{2};

Answer refused(int status, std::string_view type, std::string_view code, std::string_view param,
               std::string_view message) {
    json::object error{{"type", type}, {"message", message}};
    if (!code.empty()) error["code"] = code;
    if (!param.empty()) error["param"] = param;
    return {status, json::serialize(json::object{{"error", std::move(error)}})};
}

Answer unknown(std::string_view id) {
    return refused(404, "invalid_request_error", "resource_missing", "session",
                   fmt::format("No such checkout.session: '{}'", id));
}

Answer shown(const Session& session) { return {200, json::serialize(view_of(session))}; }

Answer sent_to(const std::string& url) { return {303, "", true, url}; }

std::string filled_in(std::string url, const std::string& id) {
    for (auto at = url.find(placeholder); at != url.npos; at = url.find(placeholder))
        url.replace(at, placeholder.size(), id);
    return url;
}

std::string typed(const Asked& asked, std::string_view name) {
    const auto found = asked.fields.find(name);
    return found == asked.fields.end() ? std::string() : found->second;
}

}  // namespace

StandIn::StandIn(StandInOptions options, Entropy& entropy)
    : options_(std::move(options)), entropy_(entropy) {}

Answer StandIn::answer(const Asked& asked) {
    const std::lock_guard lock(mutex_);
    pass_time();
    const std::string_view path = asked.path;
    if (path.starts_with("/v1/")) return api(asked);
    if (!path.starts_with(pay_path))
        return {404, plain_page("Nothing here", "This stands in for Stripe."), true};
    Session* session = find(path.substr(pay_path.size()));
    if (!session) return {404, plain_page("Nothing here", "There is no such session."), true};
    return page(asked, *session);
}

Answer StandIn::api(const Asked& asked) {
    if (!asked.key.starts_with("sk_test_"))
        return refused(401, "invalid_request_error", "", "",
                       "The stand-in takes keys that begin with sk_test_.");
    std::string_view rest = asked.path;
    if (rest == sessions_path && asked.post) return create(asked);
    if (!rest.starts_with(sessions_path) || rest.size() <= sessions_path.size() + 1)
        return refused(404, "invalid_request_error", "", "",
                       fmt::format("The stand-in does not know {}.", asked.path));
    rest.remove_prefix(sessions_path.size() + 1);
    const auto id = rest.substr(0, rest.find('/'));
    const auto deed = rest.substr(id.size());
    Session* session = find(id);
    if (!session) return unknown(id);
    if (deed == "/expire" && asked.post) return expire(*session);
    if (deed.empty() && !asked.post) return shown(*session);
    return refused(404, "invalid_request_error", "", "",
                   fmt::format("The stand-in does not know {}.", asked.path));
}

/// The same request under the same key is answered the same.
Answer StandIn::create(const Asked& asked) {
    if (asked.idempotency.empty()) return created(asked);
    const auto before = given_.find(asked.idempotency);
    if (before == given_.end()) {
        if (given_.size() >= most_kept) given_.clear();
        auto answer = created(asked);
        given_.emplace(asked.idempotency, Given{asked.fields, answer});
        return answer;
    }
    if (before->second.fields != asked.fields)
        return refused(400, "idempotency_error", "", "",
                       "This key was used with other parameters before.");
    auto answer = before->second.answer;
    answer.replayed = true;
    return answer;
}

Answer StandIn::created(const Asked& asked) {
    Session session;
    if (const auto wrong = read_form(asked.fields, options_.clock(), session))
        return refused(400, "invalid_request_error", "parameter_invalid", wrong->param,
                       wrong->message);
    session.id = draw("cs_test_");
    session.url = url_ + std::string(pay_path) + session.id;
    if (sessions_.size() >= most_kept) sessions_.clear();
    return shown(sessions_.emplace(session.id, session).first->second);
}

Answer StandIn::expire(Session& session) {
    if (session.status != "open")
        return refused(400, "invalid_request_error", "", "", "Only open sessions can be expired.");
    session.status = "expired";
    announce("expired", session);
    return shown(session);
}

Answer StandIn::page(const Asked& asked, Session& session) {
    if (session.status == "expired")
        return {410, plain_page("Too late", "The time to pay is over."), true};
    if (session.status == "complete") return sent_to(filled_in(session.success_url, session.id));
    return asked.post ? press(asked, session) : Answer{200, page_of(session, ""), true};
}

/// One of the page's buttons.
Answer StandIn::press(const Asked& asked, Session& session) {
    const auto button = typed(asked, "do");
    if (button == "cancel")
        return session.cancel_url.empty() ? Answer{200, page_of(session, ""), true}
                                          : sent_to(session.cancel_url);
    if (button == "fail") return {402, page_of(session, "The card was declined."), true};
    if (button == "pay") {
        pay(asked, session, true);
        announce("completed", session);
    } else if (button == "bank" || button == "bank_fail") {
        pay(asked, session, false);
        announce("completed", session);
        const bool comes = button == "bank";
        auto then = session;
        if (comes) then.payment_status = "paid";
        if (comes) session.paid_at = options_.clock() + bank_time;
        announce(comes ? "async_payment_succeeded" : "async_payment_failed", then, bank_time);
    } else {
        return {400, page_of(session, "Press one of the buttons."), true};
    }
    return sent_to(filled_in(session.success_url, session.id));
}

void StandIn::pay(const Asked& asked, Session& session, bool at_once) {
    const bool free = total_of(session) == 0;
    session.status = "complete";
    session.buyer = Buyer{typed(asked, "email"),  typed(asked, "name"),  typed(asked, "line1"),
                          typed(asked, "city"),   typed(asked, "state"), typed(asked, "zip"),
                          typed(asked, "country")};
    if (free)
        session.payment_status = "no_payment_required";
    else
        session.intent = draw("pi_");
    if (!free && at_once) session.payment_status = "paid";
}

void StandIn::pass_time() {
    const auto now = options_.clock();
    for (auto& [id, session] : sessions_) {
        if (session.status == "open" && session.expires <= now) expire(session);
        if (session.paid_at && *session.paid_at <= now) session.payment_status = "paid";
    }
}

void StandIn::announce(std::string_view what, const Session& session, std::chrono::seconds later) {
    const auto now = std::chrono::floor<std::chrono::seconds>(options_.clock());
    json::object event{{"id", draw("evt_")},
                       {"object", "event"},
                       {"api_version", "2025-11-17.clover"},
                       {"created", now.time_since_epoch().count()},
                       {"data", {{"object", view_of(session)}}},
                       {"livemode", false},
                       {"pending_webhooks", 1},
                       {"request", {{"id", nullptr}, {"idempotency_key", nullptr}}},
                       {"type", fmt::format("checkout.session.{}", what)}};
    options_.tell(json::serialize(event), later);
}

std::string StandIn::draw(std::string_view prefix) {
    return std::string(prefix) + random_text(entropy_, alphanumerics, 24);
}

Session* StandIn::find(std::string_view id) {
    const auto found = sessions_.find(id);
    return found == sessions_.end() ? nullptr : &found->second;
}

}  // namespace asterism::outside::stand_in
