#include "libcore/shop/alarms.hpp"

#include <utility>

#include "libcore/shop/faults.hpp"

namespace asterism::shop {

mail::Draft compose_alarm(std::string_view kind, std::int64_t raised, const AlarmLetter& letter) {
    const bool of_mail = kind.starts_with("order_mail_");
    mail::Draft out;
    out.to = letter.to;
    out.from = letter.from;
    out.template_code = "shop_alarm";
    out.subject.append(letter.site).append(": the shop needs somebody (").append(kind).append(")");
    out.text.append(of_mail ? "An order's mail did not go out" : "Money came that made no order")
        .append(": ")
        .append(kind)
        .append(".\nIt is the ")
        .append(std::to_string(raised))
        .append(". time so far; of more of this kind nobody writes for ten minutes.\n\n")
        .append("See what is open with: asterism shop ")
        .append(of_mail ? "mail-failure list" : "incident list")
        .append("\nThe shop: ")
        .append(letter.address)
        .append("\n");
    return out;
}

Result<AlarmList> list_alarms(Actor actor, const Alarms& alarms, const ListAlarms&) {
    if (actor.role < Role::staff) return merchants_only;
    AlarmList out;
    for (AlarmCount& each : alarms.counts())
        out.items.push_back({std::move(each.kind), each.raised, each.mails, each.last_at});
    return out;
}

}  // namespace asterism::shop
