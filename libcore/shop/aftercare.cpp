#include "libcore/shop/aftercare.hpp"

#include "libcore/audit/words.hpp"
#include "libcore/base/entropy.hpp"
#include "libcore/base/text.hpp"
#include "libcore/shop/faults.hpp"

namespace asterism::shop {
namespace {

constexpr std::int64_t most_incidents = 200;

IncidentView shown(const OpenIncident& open) {
    const Incident& incident = open.incident;
    return {open.id,         incident.kind,     incident.session, incident.intent,
            incident.amount, incident.currency, incident.email,   incident.at};
}

}  // namespace

Result<IncidentList> list_incidents(Actor actor, const Incidents& incidents,
                                    const ListIncidents& input) {
    if (actor.role < Role::staff) return merchants_only;
    const auto limit = input.limit.value_or(50);
    if (limit < 1 || limit > most_incidents) return field_error(bad_order_page, "limit");
    IncidentList out;
    for (const OpenIncident& each : incidents.open(limit)) out.items.push_back(shown(each));
    return out;
}

Result<IncidentSettled> settle_incident(const accounts::Run& run, Actor actor, Incidents& incidents,
                                        const SettleIncident& input) {
    if (actor.role < Role::staff) return merchants_only;
    if (!is_order_note(input.note)) return field_error(bad_order_note, "note");
    if (trimmed(input.note).empty()) return field_error(incident_note_missing, "note");
    if (!incidents.settle(input.incident, actor.account, trimmed(input.note), run.now.at))
        return unknown_incident;
    audit::Event event{"payment_incident_settled", true, actor.account};
    event.metadata = audit::words({{"incident", std::to_string(input.incident.value)}});
    run.trail.note(std::move(event));
    return IncidentSettled{input.incident};
}

Result<OrderMailResent> resend_order_mail(const accounts::Run& run, Actor actor, Orders& orders,
                                          Tasks& tasks, const ResendOrderMail& input) {
    if (actor.role < Role::staff) return merchants_only;
    const auto order = orders.hold(input.order);
    if (!order) return unknown_order;
    const OrderContact& contact = order->record.contact;
    if (contact.email.empty()) return no_mail_address;
    // Whose mailbox has the first and drops what it has seen would not show this one's link.
    MailErrand errand{{input.order, ""}, random_text(run.entropy, lower_alphanumerics, 12)};
    if (!order->record.order.owner.account) {
        errand.name.secret = draw_secret(run.entropy);
        orders.set_secret(order->id, run.fingerprint.of(errand.name.secret));
    }
    tasks.add({order_mail_task, contact.normal, input.order, written(errand), run.now.at});
    audit::Event event{"order_mail_resent", true, actor.account};
    event.metadata = audit::words({{"order", input.order}});
    run.trail.note(std::move(event));
    return OrderMailResent{contact.email};
}

void forget_shopping(Carts& carts, Checkouts& checkouts, Orders& orders,
                     const accounts::AccountDeleted& event) {
    if (const auto cart = carts.hold(Owner{event.account, ""})) carts.remove(cart->id);
    checkouts.forget(event.account);
    orders.forget(event.account);
}

}  // namespace asterism::shop
