#include "libcore/shop/alarms.hpp"

#include <utility>

#include "libcore/shop/faults.hpp"

namespace asterism::shop {

namespace {

/// How a mail of that kind begins, and what to do about it.
struct Words {
    std::string_view what;
    std::string_view look;
};

Words words_of(std::string_view kind) {
    if (kind.starts_with("order_mail_"))
        return {"An order's mail did not go out",
                "See what is open with: asterism shop mail-failure list"};
    if (kind == order_not_written)
        return {"Money came, and its order could not be written",
                "It will be told again, and then be tried again. The log says what failed."};
    return {"Money came that made no order", "See what is open with: asterism shop incident list"};
}

}  // namespace

mail::Draft compose_alarm(std::string_view kind, std::int64_t raised, const AlarmLetter& letter) {
    const auto [what, look] = words_of(kind);
    mail::Draft out;
    out.to = letter.to;
    out.from = letter.from;
    out.template_code = "shop_alarm";
    out.subject.append(letter.site).append(": the shop needs somebody (").append(kind).append(")");
    out.text.append(what)
        .append(": ")
        .append(kind)
        .append(".\nIt is the ")
        .append(std::to_string(raised))
        .append(". time so far; of more of this kind nobody writes for ten minutes.\n\n")
        .append(look)
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
