#include "shells/http/payment_call.hpp"

#include <algorithm>

#include <boost/json/object.hpp>

#include "shells/http/faults.hpp"
#include "shells/http/problem.hpp"

namespace asterism::http {
namespace {

const Fault* refusal_of(app::CallVerdict verdict) {
    switch (verdict) {
        case app::CallVerdict::not_configured: return &calls_not_configured;
        case app::CallVerdict::not_signed: return &call_not_signed;
        case app::CallVerdict::unreadable: return &call_unreadable;
        case app::CallVerdict::news:
        case app::CallVerdict::passed_over: break;
    }
    return nullptr;
}

}  // namespace

const Mount* CallDesks::mount_at(std::string_view path) const {
    const auto found = std::ranges::find_if(mounts_, [path](const Mount& mount) {
        return !path.empty() && mount.dialect->calls.path == path;
    });
    return found == mounts_.end() ? nullptr : &*found;
}

bool CallDesks::stands_at(std::string_view target) const {
    return mount_at(target.substr(0, target.find('?'))) != nullptr;
}

bool CallDesks::answer(const Request& request, const Target& target, const RequestFacts& facts,
                       Response& response) const {
    const Mount* mount = mount_at(target.path);
    if (!mount) return false;
    response.headers.emplace_back("Cache-Control", "no-store");
    const auto heard = hear(request, facts, *mount, response);
    mount->dialect->calls.answer(heard, facts, response);
    return true;
}

CallHeard CallDesks::hear(const Request& request, const RequestFacts& facts, const Mount& mount,
                          Response& response) const {
    if (request.verb != Verb::post) {
        response.headers.emplace_back("Allow", "POST");
        return {&method_not_allowed};
    }
    if (!calls_) return {&calls_not_configured};
    const auto call = calls_->read(request.body, request.header("Stripe-Signature"), app_.now());
    if (const Fault* fault = refusal_of(call.verdict)) return {fault};
    if (!call.news) return {};
    const auto order = settle(facts, mount, *call.news);
    if (order) return {nullptr, *order};
    if (const auto after = order.error().retry_after)
        response.headers.emplace_back("Retry-After", std::to_string(after->count()));
    return {order.error().fault};
}

/// What the shop makes of it, committed: the order's identifier, or empty.
Result<std::string> CallDesks::settle(const RequestFacts& facts, const Mount& mount,
                                      const shop::PaymentNews& news) const {
    const Caller caller{.address = std::string(facts.peer),
                        .agent = {},
                        .request_id = std::string(facts.request_id)};
    const app::Call call{std::nullopt,
                         caller,
                         mount.policy,
                         false,
                         {"POST", mount.dialect->calls.path},
                         mount.shop ? &*mount.shop : nullptr};
    std::string order;
    const auto done = refused_if_broken(facts, failed_, [&]() -> Result<Done> {
        const auto outcome = app_.run<&shop::hear_payment>(call, news);
        if (!outcome) return outcome.error();
        order = outcome->order.value_or("");
        return Done{};
    });
    if (!done) return done.error();
    return order;
}

void tell_call(const CallHeard& heard, const RequestFacts& facts, Response& response) {
    if (heard.fault) return problem({heard.fault}, facts, response);
    boost::json::object body{{"received", true}};
    if (!heard.order.empty()) body["order"] = heard.order;
    reply(response, std::move(body));
}

}  // namespace asterism::http
