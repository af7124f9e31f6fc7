#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libcore/audit/types.hpp"
#include "libcore/base/tasks.hpp"
#include "libcore/shop/checkout.hpp"
#include "libcore/shop/identifiers.hpp"
#include "libcore/shop/status.hpp"

namespace asterism::shop {

// What a payment does, as values: one for an order, one for an incident. They hold every row that
// is written, and one transaction writes them all or none.

/// Writes the order's mail; its payload is a MailErrand. It is composed afterwards, so that a
/// faulty template never keeps an order from being made.
inline constexpr std::string_view order_mail_task = "shop.order_mail";

/// Which mail is to be written.
struct MailErrand {
    OrderName name;          ///< as it stands in the mail's link
    std::string again = {};  ///< tells a mail that the staff asked for from all others of its
                             ///< order; empty: it is the first

    friend bool operator==(const MailErrand&, const MailErrand&) = default;
};

/// The order's name as in a link, and whatever tells it apart behind a blank.
std::string written(const MailErrand& errand);
/// Nothing where it cannot be one.
std::optional<MailErrand> read_errand(std::string_view text);

/// Tells the operators of what needs them; its payload is the kind. Those who run it limit how
/// often somebody is written to.
inline constexpr std::string_view alarm_task = "shop.alarm";

/// `about` is what it is about, of which one that waits is enough: a session, an order.
Task alarm_of(std::string_view kind, std::string_view about, Instant at);
/// What such an alarm is about.
std::string_view alarm_subject(const Task& alarm);

/// What was drawn for an order before it was planned.
struct OrderDraw {
    OrderName name;            ///< the secret is for guests alone
    std::string secret_print;  ///< fingerprint of the secret; all that is kept of it
};

struct OrderRow {
    std::string identifier;
    std::string reference;     ///< of the snapshot, which has no other order
    Owner owner;               ///< who went to pay
    std::string secret_print;  ///< lets whoever has the mail see it; empty where an account can
    Totals totals;
    Money promotion;  ///< what whoever took the money took off besides
    Money paid;       ///< total less promotion
    bool agreed_to_terms = true;
    bool needs_address = true;
    Instant at;

    friend bool operator==(const OrderRow&, const OrderRow&) = default;
};

struct OrderPayment {
    std::string email;  ///< as told, whatever it is
    std::string kind = "card";
    std::string card_name;
    std::string session;
    std::string intent;  ///< empty where there was nothing to pay

    friend bool operator==(const OrderPayment&, const OrderPayment&) = default;
};

/// Who ordered, for the people the shop may write to.
struct OrderContact {
    std::string email;   ///< for sending; empty where nobody told one that can be written to
    std::string normal;  ///< the same, for comparing
    SplitName name;
    std::optional<Language> language = {};  ///< of mails to a guest; none: nobody said

    friend bool operator==(const OrderContact&, const OrderContact&) = default;
};

/// All that an order is made of, but for its history.
struct OrderRecord {
    OrderRow order;
    OrderPayment payment;
    PostalAddress shipping_address;
    PostalAddress billing_address;
    OrderContact contact;
    std::vector<SnapshotLine> lines;  ///< their pieces leave the stock
    std::vector<SnapshotCode> codes;  ///< those that count are used once more
    SnapshotShipping shipping;

    friend bool operator==(const OrderRecord&, const OrderRecord&) = default;
};

struct OrderPlan {
    OrderRecord record;
    StatusEntry status;
    CartId cart;  ///< what was ordered leaves it
    audit::Event audit;
    Task mail;
};

/// Of a payment that was judged to fit.
OrderPlan plan_order(const Checkout& checkout, const Snapshot& snapshot, const Payment& payment,
                     const OrderDraw& drawn, const Status& first, Instant at);

/// Money that needs a person.
struct Incident {
    IncidentKind kind = IncidentKind::unknown_checkout;
    std::string reference;  ///< as the payment names it
    std::string session;
    std::string intent;
    std::int64_t amount = 0;
    std::string currency;
    std::string email;
    Instant at;

    friend bool operator==(const Incident&, const Incident&) = default;
};

struct IncidentPlan {
    Incident incident;  ///< one of a kind for each session
    audit::Event audit;
    Task alarm;
};

IncidentPlan plan_incident(IncidentKind kind, const Payment& payment, Instant at);

/// What is left of a cart when its order is made: what was put in since. None: nothing.
std::optional<Cart> left_over(Cart cart, const Snapshot& ordered);

}  // namespace asterism::shop
