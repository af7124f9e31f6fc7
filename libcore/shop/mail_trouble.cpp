#include "libcore/shop/mail_trouble.hpp"

#include "libcore/audit/words.hpp"
#include "libcore/base/text.hpp"
#include "libcore/shop/alarms.hpp"
#include "libcore/shop/faults.hpp"

namespace asterism::shop {
namespace {

constexpr std::int64_t most_troubles = 200;
constexpr std::size_t longest_error = 300;

std::string_view name_of(MailFailure kind) {
    for (const auto& [each, name] : names(kind))
        if (each == kind) return name;
    return {};
}

MailTroubleView shown(MailTrouble&& trouble) {
    return {trouble.id,
            std::move(trouble.order),
            trouble.kind,
            std::string(phase_of(trouble.kind)),
            std::move(trouble.error),
            trouble.times,
            trouble.first_at,
            trouble.last_at};
}

}  // namespace

Result<MailTroubleList> list_order_mail_failures(Actor actor, const MailTroubles& troubles,
                                                 const ListMailTroubles& input) {
    if (actor.role < Role::staff) return merchants_only;
    const auto limit = input.limit.value_or(50);
    if (limit < 1 || limit > most_troubles) return field_error(bad_order_page, "limit");
    MailTroubleList out;
    for (MailTrouble& each : troubles.open(limit)) out.items.push_back(shown(std::move(each)));
    return out;
}

Result<MailTroubleSettled> settle_order_mail_failure(const accounts::Run& run, Actor actor,
                                                     MailTroubles& troubles,
                                                     const SettleMailTrouble& input) {
    if (actor.role < Role::staff) return merchants_only;
    if (!is_order_note(input.note)) return field_error(bad_order_note, "note");
    if (trimmed(input.note).empty()) return field_error(incident_note_missing, "note");
    if (!troubles.settle(input.failure, actor.account, trimmed(input.note), run.now.at))
        return unknown_mail_failure;
    audit::Event event{"order_mail_failure_settled", true, actor.account};
    event.metadata = audit::words({{"failure", std::to_string(input.failure.value)}});
    run.trail.note(std::move(event));
    return MailTroubleSettled{input.failure};
}

std::optional<std::string_view> order_of_mail(const mail::Draft& draft) {
    std::string_view unique = draft.unique;
    if (!unique.starts_with(order_mail_mark)) return std::nullopt;
    unique.remove_prefix(order_mail_mark.size());
    return unique.substr(0, unique.find('.'));
}

void note_mail_trouble(MailTroubles& troubles, Tasks& tasks, std::string_view order,
                       MailFailure kind, std::string_view error, Instant at) {
    troubles.note(order, kind, kept_text(error, longest_error), at);
    tasks.add(mail_alarm(order, kind, at));
}

Task mail_alarm(std::string_view order, MailFailure kind, Instant at) {
    return alarm_of("order_mail_" + std::string(name_of(kind)), order, at);
}

}  // namespace asterism::shop
