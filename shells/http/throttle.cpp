#include "shells/http/throttle.hpp"

#include <algorithm>
#include <chrono>

#include <boost/json/object.hpp>

#include "libcore/accounts/faults.hpp"
#include "libcore/base/email.hpp"
#include "libcore/base/text.hpp"
#include "shells/app/ip_address.hpp"
#include "shells/http/faults.hpp"

namespace asterism::http {
namespace {

/// Rows about limits that the audit log takes from all clients together.
constexpr Rate noted_at_most{1'000, std::chrono::hours{1}};

constexpr bool is_read(Verb verb) {
    return verb == Verb::get || verb == Verb::head || verb == Verb::options;
}

/// FNV-1a: tells the names of limits apart, which nobody from outside chooses.
constexpr std::uint64_t digest_of(std::string_view name) {
    std::uint64_t sum = 14'695'981'039'346'656'037U;
    for (const char c : name) sum = (sum ^ static_cast<unsigned char>(c)) * 1'099'511'628'211U;
    return sum;
}

bool counts_handles(const Limit& limit) { return limit.by == Counted::handle; }

/// Whether a secret was tried and found wrong.
bool is_wrong_secret(const Fault* refusal) {
    return refusal == &accounts::bad_credentials || refusal == &accounts::login_locked ||
           refusal == &accounts::wrong_password;
}

/// Whom an address stands for; of one that is none, as of a link with its zone, the text.
std::string household_of(const Request& request) {
    const auto address = app::read_ip(request.peer);
    if (!address) return std::string(request.peer);
    const auto bytes = address->household().bytes;
    return {bytes.begin(), bytes.end()};
}

std::array<Limits, 2> limits_of(const Request& request, const Match& match) {
    if (match.route->extras.exempt) return {};
    const auto& dialect = *match.mount->dialect;
    if (!is_read(request.verb)) return {dialect.writes, match.route->limits};
    // What a row that writes answers to a form that was not sent costs no more than reading.
    return {dialect.reads, is_read(match.route->verb) ? match.route->limits : Limits{}};
}

bool is_forgery(const Fault* refusal) {
    return refusal == &csrf_failed || refusal == &foreign_origin;
}

}  // namespace

app::Toll Throttle::toll_of(const Limit& limit) const {
    const auto changed =
        std::ranges::find(rules_.changed, limit.name, &std::pair<std::string, Rate>::first);
    return {digest_of(limit.name), changed == rules_.changed.end() ? limit.rate : changed->second};
}

Bill::Bill(const Throttle& throttle, const Request& request, const Match& match)
    : throttle_(throttle),
      request_(request),
      limits_(limits_of(request, match)),
      proves_pages_(match.mount->dialect->csrf_for_all) {
    if (!throttle.rules_.enabled) limits_ = {};
}

Bill::Bill(const Throttle& throttle, const Request& request, Limits limits)
    : throttle_(throttle), request_(request), limits_{limits, {}} {
    if (!throttle.rules_.enabled) limits_ = {};
}

/// Which of them lets nobody through.
const Limit& Bill::spent(const app::Payer& payer, const std::vector<const Limit*>& due) {
    for (const Limit* limit : due) {
        const auto toll = throttle_.toll_of(*limit);
        const auto alone = throttle_.limiter_.charge(payer, {&toll, 1});
        if (!alone) return *limit;
        throttle_.limiter_.give_back(payer, {&toll, 1}, alone);
    }
    return *due.front();
}

bool Bill::is_news(const app::Payer& payer, const Limit& limit) {
    const auto own = throttle_.toll_of(limit);
    const app::Toll once{~own.limit, {1, own.rate.window}};
    if (!throttle_.limiter_.charge(payer, {&once, 1})) return false;
    const app::Toll all{digest_of("noted refusals"), noted_at_most};
    return bool(
        throttle_.limiter_.charge(app::payer_of(throttle_.signer_, "limit:all"), {&all, 1}));
}

template <class Wanted>
std::optional<Error> Bill::charge(char kind, std::string_view whom, Wanted wanted) {
    std::vector<const Limit*> due;
    std::vector<app::Toll> tolls;
    for (const Limits& limits : limits_) {
        for (const Limit& limit : limits) {
            if (!wanted(limit)) continue;
            due.push_back(&limit);
            tolls.push_back(throttle_.toll_of(limit));
        }
    }
    if (due.empty()) return std::nullopt;
    const auto payer =
        app::payer_of(throttle_.signer_, std::string("limit:") + kind + std::string(whom));
    const auto receipt = throttle_.limiter_.charge(payer, tolls);
    if (!receipt) {
        if (const Limit& limit = spent(payer, due); is_news(payer, limit)) to_note_ = limit.name;
        return Error{&too_often, {}, {}, std::chrono::ceil<std::chrono::seconds>(receipt.wait)};
    }
    for (std::size_t i = 0; i < due.size(); ++i) {
        if (due[i]->failures_only) kept_.push_back({payer, tolls[i], receipt});
        if (proves_pages_ && is_own(*due[i])) unproved_.push_back({payer, tolls[i], receipt});
    }
    return std::nullopt;
}

/// Whether it is the row's, not its surface's.
bool Bill::is_own(const Limit& limit) const {
    return std::ranges::any_of(limits_[1], [&](const Limit& each) { return &each == &limit; });
}

std::optional<Error> Bill::at_door(bool claims_session) {
    return charge('a', household_of(request_), [=](const Limit& limit) {
        return limit.by == Counted::address && !(limit.visitors_only && claims_session);
    });
}

std::optional<Error> Bill::known(const std::optional<AccountId>& account, bool claims_session) {
    if (account)
        return charge('u', std::to_string(account->value),
                      [](const Limit& limit) { return limit.by == Counted::account; });
    if (!claims_session) return std::nullopt;
    return charge('a', household_of(request_), [](const Limit& limit) {
        return limit.by == Counted::address && limit.visitors_only;
    });
}

std::optional<Error> Bill::named(const boost::json::object& input) {
    if (const auto* handle = input.if_contains("handle"); handle && handle->is_string())
        if (auto error = charge('h', lowered(trimmed(handle->get_string())), counts_handles))
            return error;
    const auto* given = input.if_contains("email");
    if (!given || !given->is_string()) return std::nullopt;
    const std::string_view text = given->get_string();
    const auto email = Email::parse(text);
    return charge('m', email ? email->normal() : lowered(trimmed(text)),
                  [](const Limit& limit) { return limit.by == Counted::mailbox; });
}

std::optional<Error> Bill::nameless() { return charge('h', "", counts_handles); }

void Bill::settle(const Fault* refusal) {
    if (is_forgery(refusal))
        for (const auto& [payer, toll, receipt] : unproved_)
            throttle_.limiter_.give_back(payer, {&toll, 1}, receipt);
    unproved_.clear();
    if (is_wrong_secret(refusal)) return;
    for (const auto& [payer, toll, receipt] : kept_)
        throttle_.limiter_.give_back(payer, {&toll, 1}, receipt);
    kept_.clear();
}

}  // namespace asterism::http
