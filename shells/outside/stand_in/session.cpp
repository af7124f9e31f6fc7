#include "shells/outside/stand_in/session.hpp"

#include <charconv>
#include <chrono>

#include <boost/json/array.hpp>
#include <fmt/format.h>

namespace asterism::outside::stand_in {
namespace {

namespace json = boost::json;
using std::chrono::seconds;

constexpr std::int64_t most_each = 99'999'999;
constexpr std::int64_t most_pieces = 999'999;
constexpr std::size_t most_lines = 100;
constexpr std::chrono::minutes shortest{30};
constexpr std::chrono::hours longest{24};

std::string text_in(const Fields& fields, std::string_view name) {
    const auto found = fields.find(name);
    return found == fields.end() ? std::string() : found->second;
}

std::optional<std::int64_t> number_in(const Fields& fields, const std::string& name,
                                      std::int64_t least, std::int64_t most) {
    const auto text = text_in(fields, name);
    std::int64_t out = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    const bool whole = error == std::errc{} && stop == text.data() + text.size() && !text.empty();
    return whole && out >= least && out <= most ? std::optional(out) : std::nullopt;
}

std::optional<Refusal> read_line(const Fields& fields, std::size_t number, Session& out) {
    const auto item = fmt::format("line_items[{}]", number);
    const auto price = item + "[price_data]";
    Line line;
    line.name = text_in(fields, price + "[product_data][name]");
    line.description = text_in(fields, price + "[product_data][description]");
    const auto currency = text_in(fields, price + "[currency]");
    const auto each = number_in(fields, price + "[unit_amount]", 0, most_each);
    const auto quantity = number_in(fields, item + "[quantity]", 1, most_pieces);
    if (line.name.empty())
        return Refusal{price + "[product_data][name]", "A product needs a name."};
    if (currency.size() != 3 || (number > 0 && currency != out.currency))
        return Refusal{price + "[currency]", "All lines need one currency."};
    if (!each) return Refusal{price + "[unit_amount]", "This is not an amount in cents."};
    if (!quantity) return Refusal{item + "[quantity]", "This is not a quantity."};
    line.each = *each;
    line.quantity = *quantity;
    out.currency = currency;
    out.lines.push_back(std::move(line));
    return std::nullopt;
}

std::optional<Refusal> read_lines(const Fields& fields, Session& out) {
    const auto has = [&](std::size_t number) {
        const auto item = fmt::format("line_items[{}]", number);
        const auto next = fields.lower_bound(item);
        return next != fields.end() && next->first.starts_with(item);
    };
    for (std::size_t i = 0; has(i); ++i) {
        if (i == most_lines) return Refusal{"line_items", "There may be 100 lines."};
        if (auto wrong = read_line(fields, i, out)) return wrong;
    }
    if (out.lines.empty()) return Refusal{"line_items", "There is nothing to be paid for."};
    return std::nullopt;
}

bool is_address(std::string_view url) {
    return url.starts_with("http://") || url.starts_with("https://");
}

std::optional<Refusal> read_times(const Fields& fields, Instant now, Session& out) {
    out.made = std::chrono::floor<seconds>(now);
    out.expires = out.made + longest;
    if (!fields.contains("expires_at")) return std::nullopt;
    const auto told = number_in(fields, "expires_at", 0, INT32_MAX);
    if (told) out.expires = Instant{seconds{*told}};
    // A few seconds of grace: theirs has some, too.
    const bool good = told && out.expires >= now + shortest - seconds{5} &&
                      out.expires <= now + longest + seconds{5};
    if (good) return std::nullopt;
    return Refusal{"expires_at", "A session ends after 30 minutes to 24 hours."};
}

std::int64_t posix(Instant at) {
    return std::chrono::floor<seconds>(at).time_since_epoch().count();
}

json::value or_null(const std::string& text) {
    return text.empty() ? json::value() : json::value(text);
}

json::object address_of(const Buyer& buyer) {
    return {{"city", buyer.city}, {"country", buyer.country}, {"line1", buyer.line1},
            {"line2", nullptr},   {"postal_code", buyer.zip}, {"state", buyer.state}};
}

void add_buyer(const Session& session, json::object& out) {
    out["customer_details"] = nullptr;
    out["collected_information"] = nullptr;
    if (!session.buyer) return;
    const auto& buyer = *session.buyer;
    out["customer_details"] = {{"address", address_of(buyer)}, {"email", buyer.email},
                               {"name", buyer.name},           {"phone", nullptr},
                               {"tax_exempt", "none"},         {"tax_ids", json::array()}};
    if (session.asks_address)
        out["collected_information"] = {
            {"shipping_details", {{"address", address_of(buyer)}, {"name", buyer.name}}}};
}

}  // namespace

std::int64_t total_of(const Session& session) {
    std::int64_t out = 0;
    for (const Line& line : session.lines) out += line.each * line.quantity;
    return out;
}

std::optional<Refusal> read_form(const Fields& fields, Instant now, Session& out) {
    if (text_in(fields, "mode") != "payment")
        return Refusal{"mode", "The stand-in knows payments alone."};
    if (auto wrong = read_lines(fields, out)) return wrong;
    out.success_url = text_in(fields, "success_url");
    out.cancel_url = text_in(fields, "cancel_url");
    if (!is_address(out.success_url)) return Refusal{"success_url", "This is no address."};
    if (!out.cancel_url.empty() && !is_address(out.cancel_url))
        return Refusal{"cancel_url", "This is no address."};
    if (auto wrong = read_times(fields, now, out)) return wrong;
    out.reference = text_in(fields, "client_reference_id");
    out.email = text_in(fields, "customer_email");
    out.asks_address = fields.contains("shipping_address_collection[allowed_countries][0]");
    constexpr std::string_view more = "metadata[";
    for (auto at = fields.lower_bound(more); at != fields.end() && at->first.starts_with(more);
         ++at)
        if (at->first.ends_with(']'))
            out.metadata[at->first.substr(more.size(), at->first.size() - more.size() - 1)] =
                at->second;
    return std::nullopt;
}

json::object view_of(const Session& session) {
    json::object metadata;
    for (const auto& [name, value] : session.metadata) metadata[name] = value;
    const auto total = total_of(session);
    json::object out{
        {"id", session.id},
        {"object", "checkout.session"},
        {"amount_subtotal", total},
        {"amount_total", total},
        {"cancel_url", or_null(session.cancel_url)},
        {"client_reference_id", or_null(session.reference)},
        {"created", posix(session.made)},
        {"currency", session.currency},
        {"customer", nullptr},
        {"customer_email", or_null(session.email)},
        {"expires_at", posix(session.expires)},
        {"livemode", false},
        {"metadata", std::move(metadata)},
        {"mode", "payment"},
        {"payment_intent", or_null(session.intent)},
        {"payment_method_types", {"card"}},
        {"payment_status", session.payment_status},
        {"status", session.status},
        {"success_url", session.success_url},
        {"total_details", {{"amount_discount", 0}, {"amount_shipping", 0}, {"amount_tax", 0}}},
        {"ui_mode", "hosted"}};
    out["url"] = session.status == "open" ? json::value(session.url) : json::value();
    add_buyer(session, out);
    return out;
}

}  // namespace asterism::outside::stand_in
