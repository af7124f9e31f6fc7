#include "shells/outside/stripe.hpp"

#include <utility>
#include <vector>

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <fmt/format.h>

#include "libcore/shop/faults.hpp"
#include "shells/app/json.hpp"
#include "shells/outside/form.hpp"

namespace asterism::outside {
namespace {

namespace json = boost::json;

/// The version whose names of fields are read and written here.
constexpr std::string_view version = "2025-11-17.clover";

std::optional<json::object> read_object(const HttpAnswer& answer) {
    auto parsed = app::parse_strict(answer.body);
    if (!parsed || !parsed->is_object()) return std::nullopt;
    return std::move(parsed->get_object());
}

std::string_view word_in(const json::object& from, std::string_view name) {
    const auto* value = from.if_contains(name);
    return value && value->is_string() ? std::string_view(value->get_string()) : std::string_view();
}

/// Why they refused, in their own words for programs. Those for people may quote a secret.
std::string reason_of(const HttpAnswer& answer) {
    const auto body = read_object(answer);
    const auto* error = body ? body->if_contains("error") : nullptr;
    if (!error || !error->is_object()) return fmt::format("status {}", answer.status);
    const auto& told = error->get_object();
    return fmt::format("status {} {} {} {}", answer.status, word_in(told, "type"),
                       word_in(told, "code"), word_in(told, "param"));
}

std::string encoded(const std::vector<std::pair<std::string, std::string>>& form) {
    const std::vector<Pair> pairs(form.begin(), form.end());
    return form_of(pairs);
}

/// Refusals that asking again may change: somebody else's try is under way, or it took too long.
bool may_pass(long status) { return status == 408 || status == 409 || status == 425; }

}  // namespace

Stripe::Stripe(StripeOptions options, const HttpClient& http, ServiceAlarm alarm)
    : options_(std::move(options)), line_("payments", http, std::move(alarm)) {}

HttpOutcome Stripe::ask(HttpRequest request) const {
    request.url.insert(0, options_.url);
    request.headers.push_back("Authorization: Bearer " + options_.secret_key);
    request.headers.push_back(fmt::format("Stripe-Version: {}", version));
    request.headers.emplace_back("Accept: application/json");
    return line_.ask(std::move(request), options_.clock(), options_.time);
}

Result<shop::PayCounter> Stripe::open(const shop::CounterRequest& request) const {
    const auto got = ask({"/v1/checkout/sessions",
                          {"Idempotency-Key: " + request.reference},
                          encoded(session_form(request, options_.pages))});
    if (!got.answer || may_pass(got.answer->status)) return shop::payments_away;
    if (got.answer->status != 200) {
        line_.complain(reason_of(*got.answer));
        return shop::payments_refused;
    }
    const auto session = read_object(*got.answer);
    const auto name = session ? word_in(*session, "id") : std::string_view();
    const auto url = session ? word_in(*session, "url") : std::string_view();
    const bool good = is_session_name(name) && url.starts_with("http");
    if (good) return shop::PayCounter{std::string(name), std::string(url)};
    line_.complain("no session in the answer");
    return shop::payments_away;
}

Result<std::optional<shop::Payment>> Stripe::look(std::string_view session) const {
    using Found = std::optional<shop::Payment>;
    if (!is_session_name(session)) return Found();
    const auto got = ask({fmt::format("/v1/checkout/sessions/{}", session)});
    if (!got.answer) return shop::payments_away;
    if (got.answer->status == 404) return Found();
    const auto told = got.answer->status == 200 ? read_object(*got.answer) : std::nullopt;
    auto payment = told ? read_session(*told) : std::nullopt;
    if (payment && payment->session == session) return Found(std::move(payment));
    line_.complain(reason_of(*got.answer));
    return shop::payments_away;
}

Result<Done> Stripe::close(std::string_view session) const {
    if (!is_session_name(session)) return Done{};
    const auto got =
        ask({fmt::format("/v1/checkout/sessions/{}/expire", session), {}, std::string()});
    if (!got.answer || may_pass(got.answer->status)) return shop::payments_away;
    // Theirs is a 400 where it was paid or is over.
    const bool shut =
        got.answer->status == 200 || got.answer->status == 400 || got.answer->status == 404;
    if (shut) return Done{};
    line_.complain(reason_of(*got.answer));
    return shop::payments_away;
}

}  // namespace asterism::outside
