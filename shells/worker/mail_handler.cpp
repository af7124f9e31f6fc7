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

Outcome send(app::Store& store, MailTransport* transport, bool keep, const app::LeasedTask& task,
             Instant now) {
    const auto id = message_id(task.payload);
    if (!id) return {Ending::hopeless, "the task names no message"};
    std::optional<mail::Message> message;
    store.read([&](app::Unit& unit) { message = unit.messages().find(*id); });
    if (!message) return {Ending::hopeless, "the message is gone"};
    // A try whose outcome was recorded, but whose task was not finished.
    if (message->state != mail::State::queued) return {};
    if (transport) return outcome_of(*id, transport->deliver(message->draft, now));
    if (keep) return {Ending::done, {}, recording(*id, mail::State::kept, {})};
    return outcome_of(*id, {Delivered::not_yet, "no mail server is configured"});
}

}  // namespace

Handler mail_handler(app::Store& store, MailTransport* transport, bool keep) {
    return {mail::send_task, waits, [&store, transport, keep](const auto& task, Instant now) {
                return send(store, transport, keep, task, now);
            }};
}

}  // namespace asterism::worker
