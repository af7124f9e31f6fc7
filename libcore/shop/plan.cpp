#include "libcore/shop/plan.hpp"

#include <algorithm>

#include "libcore/audit/words.hpp"
#include "libcore/base/email.hpp"
#include "libcore/base/entropy.hpp"

namespace asterism::shop {
namespace {

constexpr std::size_t longest_email = 254;
constexpr std::size_t longest_name = 200;
constexpr std::size_t longest_code = 255;  // of names that others give

template <class Enum>
std::string_view name_of(Enum value) {
    for (const auto& [each, name] : names(value))
        if (each == value) return name;
    return {};
}

/// Who went to pay, unless the account is gone by now: then it is a guest's.
Owner owner_of(const Checkout& checkout, const Snapshot& snapshot) {
    Owner out = snapshot.owner;
    if (!checkout.owner.account) out.account = {};
    return out;
}

OrderRow order_row(const Snapshot& snapshot, const Payment& payment, const OrderDraw& drawn,
                   Instant at) {
    OrderRow out;
    out.identifier = drawn.name.identifier;
    out.reference = snapshot.reference;
    out.totals = snapshot.totals;
    out.promotion = {payment.promotion, snapshot.currency};
    out.paid = {payment.amount, snapshot.currency};
    out.needs_address = snapshot.needs_address;
    out.at = at;
    return out;
}

/// The name of the receiver is the buyer's where none was told.
PostalAddress addressed(const PostalAddress& told, std::string_view buyer) {
    auto out = kept_address(told);
    if (out.name.empty()) out.name = kept_text(buyer, longest_name);
    return out;
}

/// Where the buyer can be written to: as told while paying, else before; nowhere if neither can be.
Email address_of(const Payment& payment, const Snapshot& snapshot) {
    for (const auto& told : {payment.email, snapshot.email})
        if (const auto email = Email::parse(told)) return *email;
    return {};
}

audit::Event order_event(const OrderRow& order) {
    audit::Event out{"order_placed"};
    if (order.owner.account)
        out.account = order.owner.account;
    else
        out.handle = audit::anonymous;
    out.metadata = audit::words({{"order", order.identifier},
                                 {"paid", decimal(order.paid)},
                                 {"currency", name_of(order.paid.currency)}});
    return out;
}

OrderRecord recorded(const Snapshot& snapshot, const Payment& payment, const OrderDraw& drawn,
                     Instant at) {
    OrderRecord out;
    out.order = order_row(snapshot, payment, drawn, at);
    const auto email = address_of(payment, snapshot);
    const auto told = kept_text(payment.name, longest_name);
    const std::string_view buyer = told.empty() ? "Customer" : std::string_view(told);
    out.contact = {email.given(), email.normal(), split_name(told), snapshot.language};
    out.payment = {kept_text(payment.email, longest_email), "card", std::string(buyer),
                   payment.session, payment.intent};
    out.billing_address = addressed(payment.billing, buyer);
    if (snapshot.needs_address) out.shipping_address = addressed(payment.shipping, buyer);
    out.lines = snapshot.lines;
    out.codes = snapshot.codes;
    out.shipping = snapshot.shipping;
    return out;
}

}  // namespace

OrderPlan plan_order(const Checkout& checkout, const Snapshot& snapshot, const Payment& payment,
                     const OrderDraw& drawn, const Status& first, Instant at) {
    OrderPlan out;
    out.record = recorded(snapshot, payment, drawn, at);
    auto& order = out.record.order;
    order.owner = owner_of(checkout, snapshot);
    const bool guest = !order.owner.account;
    if (guest) order.secret_print = drawn.secret_print;
    out.status = {first.identifier, first.phase, at};
    out.cart = checkout.cart;
    out.audit = order_event(order);
    const MailErrand first_mail{{order.identifier, guest ? drawn.name.secret : ""}};
    out.mail = {order_mail_task, out.record.contact.normal, order.identifier, written(first_mail),
                at};
    return out;
}

std::string written(const MailErrand& errand) {
    const auto name = written(errand.name);
    return errand.again.empty() ? name : name + ' ' + errand.again;
}

std::optional<MailErrand> read_errand(std::string_view text) {
    const auto blank = std::min(text.find(' '), text.size());
    auto name = read_order_name(text.substr(0, blank));
    if (!name) return std::nullopt;
    if (blank == text.size()) return MailErrand{*std::move(name)};
    const auto again = text.substr(blank + 1);
    if (again.empty() || again.find_first_not_of(alphanumerics) != again.npos) return std::nullopt;
    return MailErrand{*std::move(name), std::string(again)};
}

Task alarm_of(std::string_view kind, std::string_view about, Instant at) {
    const std::string name(kind);
    return {alarm_task, "", name + ' ' + std::string(about), name, at};
}

std::string_view alarm_subject(const Task& alarm) {
    std::string_view out = alarm.key;
    out.remove_prefix(std::min(out.size(), alarm.payload.size() + 1));
    return out;
}

IncidentPlan plan_incident(IncidentKind kind, const Payment& payment, Instant at) {
    IncidentPlan out;
    out.incident = {kind,
                    kept_text(payment.reference, longest_code),
                    kept_text(payment.session, longest_code),
                    kept_text(payment.intent, longest_code),
                    payment.amount,
                    kept_text(payment.currency, 3),
                    kept_text(payment.email, longest_email),
                    at};
    const auto name = name_of(kind);
    out.audit = {"payment_incident", false, {}, std::string(audit::anonymous)};
    out.audit.metadata =
        audit::words({{"kind", name}, {"session", std::string_view(out.incident.session)}});
    out.alarm = alarm_of(name, out.incident.session, at);
    return out;
}

std::optional<Cart> left_over(Cart cart, const Snapshot& ordered) {
    for (const SnapshotLine& bought : ordered.lines) {
        const auto line = std::ranges::find(cart.lines, bought.sku, &CartLine::sku);
        if (line != cart.lines.end()) line->quantity -= bought.quantity;
    }
    std::erase_if(cart.lines, [](const CartLine& line) { return line.quantity <= 0; });
    for (const SnapshotCode& code : ordered.codes)
        if (code.counts) std::erase(cart.discounts, code.id);
    if (cart.lines.empty()) return std::nullopt;
    return cart;
}

}  // namespace asterism::shop
