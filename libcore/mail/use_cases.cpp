#include "libcore/mail/use_cases.hpp"

#include "libcore/base/text.hpp"
#include "libcore/mail/faults.hpp"

namespace asterism::mail {
namespace {

MessageView view_of(Message&& message) {
    return {message.id,
            std::move(message.draft.to),
            std::move(message.draft.from),
            std::move(message.draft.subject),
            std::move(message.draft.text),
            std::move(message.draft.html),
            message.state,
            message.created_at,
            message.attempts,
            std::move(message.last_error)};
}

}  // namespace

MessageId post(Outbox outbox, Entropy& entropy, Now now, Draft draft) {
    if (draft.unique.empty()) draft.unique = random_text(entropy, lower_alphanumerics, 32);
    auto lane = "mail:" + lowered(draft.to);
    const auto id = outbox.messages.add(draft, now.at);
    outbox.tasks.add({send_task, std::move(lane), {}, std::to_string(id.value), now.at});
    return id;
}

Result<OutboxView> read_outbox(const Messages& messages, const ReadOutbox& input) {
    const auto limit = input.limit.value_or(20);
    if (limit < 1 || limit > 200) return field_error(bad_outbox_limit, "limit");
    OutboxView outbox;
    for (auto& message : messages.latest(limit))
        outbox.items.push_back(view_of(std::move(message)));
    return outbox;
}

}  // namespace asterism::mail
