#include "shells/outside/stripe_event.hpp"

#include <array>

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "shells/app/json.hpp"
#include "shells/outside/stripe_session.hpp"
#include "shells/outside/stripe_signature.hpp"

namespace asterism::outside {
namespace {

namespace json = boost::json;
using app::CallVerdict;
using shop::Signal;

constexpr std::array<std::pair<std::string_view, Signal>, 4> followed{
    {{"checkout.session.completed", Signal::completed},
     {"checkout.session.async_payment_succeeded", Signal::async_succeeded},
     {"checkout.session.async_payment_failed", Signal::async_failed},
     {"checkout.session.expired", Signal::expired}}};

std::optional<Signal> signal_of(const json::object& event) {
    const auto* type = event.if_contains("type");
    if (!type || !type->is_string()) return std::nullopt;
    for (const auto& [name, signal] : followed)
        if (name == std::string_view(type->get_string())) return signal;
    return std::nullopt;
}

const json::object* session_of(const json::object& event) {
    const auto* data = event.if_contains("data");
    const auto* object =
        data && data->is_object() ? data->get_object().if_contains("object") : nullptr;
    return object ? object->if_object() : nullptr;
}

std::optional<shop::PaymentNews> read_event(const json::object& event) {
    const auto signal = signal_of(event);
    const auto* session = signal ? session_of(event) : nullptr;
    auto payment = session ? read_session(*session) : std::nullopt;
    if (!payment) return std::nullopt;
    const auto* id = event.if_contains("id");
    const auto call = id && id->is_string() ? std::string(id->get_string()) : std::string();
    return shop::PaymentNews{call, *signal, *std::move(payment)};
}

}  // namespace

app::ReadCall StripeCalls::read(std::string_view body, std::string_view signature,
                                Instant now) const {
    if (secrets_.empty()) return {CallVerdict::not_configured};
    if (!is_signed_by(secrets_, signature, body, now)) return {CallVerdict::not_signed};
    const auto event = app::parse_strict(body);
    if (!event || !event->is_object()) return {CallVerdict::unreadable};
    auto news = read_event(event->get_object());
    if (!news) return {CallVerdict::passed_over};
    return {CallVerdict::news, std::move(news)};
}

}  // namespace asterism::outside
