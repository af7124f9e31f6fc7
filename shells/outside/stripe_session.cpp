#include "shells/outside/stripe_session.hpp"

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <fmt/format.h>

#include "libcore/base/text.hpp"

namespace asterism::outside {
namespace {

namespace json = boost::json;
using Form = std::vector<std::pair<std::string, std::string>>;

constexpr std::size_t longest_name = 255;

std::string_view code_of(Currency currency) {
    for (const auto& [each, name] : names(currency))
        if (each == currency) return name;
    return {};
}

void add_charge(Form& form, std::size_t number, const shop::Charge& charge,
                const StripePages& pages) {
    const auto item = fmt::format("line_items[{}]", number);
    const auto product = item + "[price_data][product_data]";
    form.emplace_back(item + "[price_data][currency]", lowered(code_of(charge.each.currency)));
    form.emplace_back(product + "[name]", charge.name);
    if (!trimmed(charge.description).empty())
        form.emplace_back(product + "[description]", charge.description);
    if (charge.picture.starts_with('/'))
        form.emplace_back(product + "[images][0]", pages.site + charge.picture);
    else if (!charge.picture.empty())
        form.emplace_back(product + "[images][0]", charge.picture);
    form.emplace_back(item + "[price_data][unit_amount]", std::to_string(charge.each.minor));
    form.emplace_back(item + "[quantity]", std::to_string(charge.quantity));
}

std::string text_in(const json::object& from, std::string_view name) {
    const auto* value = from.if_contains(name);
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

const json::object* object_in(const json::object* from, std::string_view name) {
    const auto* value = from ? from->if_contains(name) : nullptr;
    return value ? value->if_object() : nullptr;
}

std::optional<std::int64_t> number_in(const json::object& from, std::string_view name) {
    const auto* value = from.if_contains(name);
    const auto* number = value ? value->if_int64() : nullptr;
    return number ? std::optional(*number) : std::nullopt;
}

/// The name of something that may be told whole.
std::string name_in(const json::object& from, std::string_view name) {
    const auto* whole = object_in(&from, name);
    return whole ? text_in(*whole, "id") : text_in(from, name);
}

shop::PostalAddress read_address(const json::object* person) {
    shop::PostalAddress out;
    if (!person) return out;
    out.name = text_in(*person, "name");
    const auto* address = object_in(person, "address");
    if (!address) return out;
    out.line1 = text_in(*address, "line1");
    out.line2 = text_in(*address, "line2");
    out.city = text_in(*address, "city");
    out.state = text_in(*address, "state");
    out.zip = text_in(*address, "postal_code");
    out.country = out.country_code = text_in(*address, "country");
    return out;
}

shop::PaymentState state_of(std::string_view told) {
    if (told == "paid") return shop::PaymentState::paid;
    if (told == "no_payment_required") return shop::PaymentState::nothing_to_pay;
    return shop::PaymentState::unpaid;
}

void read_people(const json::object& session, shop::Payment& out) {
    const auto* buyer = object_in(&session, "customer_details");
    out.email = text_in(session, "customer_email");
    if (buyer) {
        if (out.email.empty()) out.email = text_in(*buyer, "email");
        out.name = text_in(*buyer, "name");
    }
    out.billing = read_address(buyer);
    // Older versions of the API tell it at the top.
    const auto* parcel =
        object_in(object_in(&session, "collected_information"), "shipping_details");
    out.shipping = read_address(parcel ? parcel : object_in(&session, "shipping_details"));
    if (parcel && out.shipping.name.empty()) out.shipping.name = out.name;
}

}  // namespace

Form session_form(const shop::CounterRequest& request, const StripePages& pages) {
    const auto until = std::chrono::floor<std::chrono::seconds>(request.expires);
    Form out{{"mode", "payment"},
             {"client_reference_id", request.reference},
             {"metadata[reference]", request.reference},
             {"metadata[cart_id]", std::to_string(request.cart.value)},
             {"success_url", pages.success},
             {"cancel_url", pages.cancel},
             {"billing_address_collection", "required"},
             {"expires_at", std::to_string(until.time_since_epoch().count())}};
    if (!request.email.empty()) out.emplace_back("customer_email", request.email);
    if (request.needs_address) {
        out.emplace_back("shipping_address_collection[allowed_countries][0]", "US");
        out.emplace_back("shipping_address_collection[allowed_countries][1]", "CA");
        out.emplace_back("phone_number_collection[enabled]", "true");
    }
    if (request.promotions) out.emplace_back("allow_promotion_codes", "true");
    for (std::size_t i = 0; i < request.charges.size(); ++i)
        add_charge(out, i, request.charges[i], pages);
    return out;
}

bool is_session_name(std::string_view text) {
    return text.starts_with("cs_") && text.size() <= longest_name &&
           text.find_first_not_of(
               "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") == text.npos;
}

std::optional<shop::Payment> read_session(const json::object& session) {
    shop::Payment out;
    out.session = text_in(session, "id");
    if (text_in(session, "object") != "checkout.session" || out.session.empty())
        return std::nullopt;
    out.reference = text_in(session, "client_reference_id");
    if (const auto* more = object_in(&session, "metadata"); more && out.reference.empty())
        out.reference = text_in(*more, "reference");
    out.intent = name_in(session, "payment_intent");
    out.state = state_of(text_in(session, "payment_status"));
    out.purpose = text_in(session, "mode");
    out.amount = number_in(session, "amount_total").value_or(-1);
    if (const auto* totals = object_in(&session, "total_details"))
        out.promotion = number_in(*totals, "amount_discount").value_or(0);
    out.currency = text_in(session, "currency");
    const auto* live = session.if_contains("livemode");
    out.live = live && live->is_bool() && live->get_bool();
    read_people(session, out);
    return out;
}

}  // namespace asterism::outside
