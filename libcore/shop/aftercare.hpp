#pragma once

#include "libcore/accounts/context.hpp"
#include "libcore/shop/order_views.hpp"
#include "libcore/shop/ports.hpp"

namespace asterism::shop {

// What needs a person: money that made no order, and mails that did not arrive.

struct ListIncidents {
    std::optional<std::int64_t> limit = {};

    static constexpr void fields(auto&& see) {
        see("limit", &ListIncidents::limit, "The most incidents, 1 to 200; 50 if not given.");
    }
};

struct IncidentView {
    IncidentId id;
    IncidentKind kind = IncidentKind::unknown_checkout;
    std::string session;
    std::string intent;
    std::int64_t amount = 0;
    std::string currency;
    std::string email;
    Instant at;

    static constexpr void fields(auto&& see) {
        see("id", &IncidentView::id, "The incident's number.");
        see("kind", &IncidentView::kind, "Why there is no order.");
        see("session", &IncidentView::session, "The counter at which it was paid.");
        see("intent", &IncidentView::intent, "What the money is filed under.");
        see("amount", &IncidentView::amount, "What was paid, in the currency's minor units.");
        see("currency", &IncidentView::currency, "As whoever took the money calls it.");
        see("email", &IncidentView::email, "Who paid.");
        see("at", &IncidentView::at, "When we heard of it.");
    }
};

struct IncidentList {
    std::vector<IncidentView> items;

    static constexpr void fields(auto&& see) {
        see("items", &IncidentList::items, "What nobody settled yet, oldest first.");
    }
};

struct SettleIncident {
    IncidentId incident;
    std::string note;

    static constexpr void fields(auto&& see) {
        see("incident", &SettleIncident::incident, "The incident's number.");
        see("note", &SettleIncident::note, "What was done about it, up to 1,000 characters.");
    }
};

struct IncidentSettled {
    IncidentId incident;

    static constexpr void fields(auto&& see) {
        see("incident", &IncidentSettled::incident, "It is settled.");
    }
};

struct ResendOrderMail {
    std::string order;

    static constexpr void fields(auto&& see) {
        see("order", &ResendOrderMail::order, "The order's identifier.");
    }
};

struct OrderMailResent {
    std::string email;

    static constexpr void fields(auto&& see) {
        see("email", &OrderMailResent::email, "Where it goes.");
    }
};

Result<IncidentList> list_incidents(Actor actor, const Incidents& incidents,
                                    const ListIncidents& input);
Result<IncidentSettled> settle_incident(const accounts::Run& run, Actor actor, Incidents& incidents,
                                        const SettleIncident& input);
/// A guest's order gets a new secret by this, since the old one is not known any more: a link that
/// was mailed before opens nothing from then on.
Result<OrderMailResent> resend_order_mail(const accounts::Run& run, Actor actor, Orders& orders,
                                          Tasks& tasks, const ResendOrderMail& input);

/// The account goes, and its cart with it. Its orders stay as a guest's, and so does whatever is on
/// its way to be one.
void forget_shopping(Carts& carts, Checkouts& checkouts, Orders& orders,
                     const accounts::AccountDeleted& event);

/// Orders that were made as a guest with an account's address are its own once it has proved to
/// have that.
template <class Event>
void join_orders(const accounts::Accounts& accounts, Orders& orders, const Event& event) {
    const auto account = accounts.find(event.account);
    if (account && account->email_verified_at) orders.join(account->id, account->email);
}

inline constexpr UseCases aftercare_cases{
    use_case<&list_incidents>("list_incidents", "Lists money that made no order."),
    use_case<&settle_incident>("settle_incident", "Says what was done about an incident."),
    use_case<&resend_order_mail>("resend_order_mail", "Mails an order once more."),
};

}  // namespace asterism::shop
