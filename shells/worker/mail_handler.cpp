#include "shells/worker/mail_handler.hpp"

#include <array>
#include <charconv>
#include <optional>

#include "libcore/mail/use_cases.hpp"

namespace asterism::worker {
namespace {

using namespace std::chrono_literals;

constexpr std::array<std::chrono::seconds, 5> waits{1min, 5min, 30min, 2h, 8h};

std::optional<mail::MessageId> message_id(std::string_view payload) {
    mail::MessageId id;
    const auto* end = payload.data() + payload.size();
    const auto [stop, ec] = std::from_chars(payload.data(), end, id.value);
    if (ec != std::errc{} || stop != end || !id) return std::nullopt;
    return id;
}

std::function<void(app::Unit&, bool)> recording(mail::MessageId id, mail::State state,
                                                std::string error) {
    return [id, state, error = std::move(error)](app::Unit& unit, bool last) {
        const auto now_state = last && state == mail::State::queued ? mail::State::failed : state;
        unit.messages().record(id, now_state, error);
    };
}

Outcome outcome_of(mail::MessageId id, const Delivery& delivery) {
    switch (delivery.delivered) {
        case Delivered::yes: return {Ending::done, {}, recording(id, mail::State::sent, {})};
        case Delivered::not_yet:
            return {Ending::again, delivery.error,
                    recording(id, mail::State::queued, delivery.error)};
        case Delivered::never:
            return {Ending::hopeless, delivery.error,
                    recording(id, mail::State::failed, delivery.error)};
    }
    return {};
}

/// The outcome, with whoever listens told of it.
Outcome heard(const MailEar& ear, const mail::Draft& draft, Outcome outcome, Instant now) {
    if (!outcome.error.empty() && ear.failed) ear.failed(draft, outcome.error);
    if (ear.unrecorded)
        outcome.unrecorded = [tell = ear.unrecorded, draft, error = outcome.error,
                              now](std::string_view why) { return tell(draft, error, why, now); };
    if (!ear.record) return outcome;
    outcome.record = [note = std::move(outcome.record), tell = ear.record, draft,
                      error = outcome.error, now](app::Unit& unit, bool last) {
        note(unit, last);
        tell(unit, draft, error, now);
    };
    return outcome;
}

Outcome send(app::Store& store, MailTransport* transport, bool keep, const MailEar& ear,
             const app::LeasedTask& task, Instant now) {
    const auto id = message_id(task.payload);
    if (!id) return {Ending::hopeless, "the task names no message"};
    std::optional<mail::Message> message;
    store.read([&](app::Unit& unit) { message = unit.messages().find(*id); });
    if (!message) return {Ending::hopeless, "the message is gone"};
    // A try whose outcome was recorded, but whose task was not finished.
    if (message->state != mail::State::queued) return {};
    const auto& draft = message->draft;
    if (transport) return heard(ear, draft, outcome_of(*id, transport->deliver(draft, now)), now);
    if (keep) return {Ending::done, {}, recording(*id, mail::State::kept, {})};
    return heard(ear, draft, outcome_of(*id, {Delivered::not_yet, "no mail server is configured"}),
                 now);
}

}  // namespace

Handler mail_handler(app::Store& store, MailTransport* transport, bool keep, MailEar ear) {
    return {mail::send_task, waits,
            [&store, transport, keep, ear = std::move(ear)](const auto& task, Instant now) {
                return send(store, transport, keep, ear, task, now);
            }};
}

}  // namespace asterism::worker
