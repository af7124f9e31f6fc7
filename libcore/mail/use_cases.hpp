#pragma once

#include <string>

#include "libcore/base/entropy.hpp"
#include "libcore/base/tasks.hpp"
#include "libcore/base/time.hpp"
#include "libcore/mail/ports.hpp"

namespace asterism::mail {

/// The kind of the task that delivers one message; its payload is the message's id.
inline constexpr std::string_view send_task = "mail.send";

/// The outbox: a message and the task to deliver it are written together.
struct Outbox {
    using Writes = void;
    Messages& messages;
    Tasks& tasks;
};

/// Puts a message into the outbox, in the caller's transaction. Messages to one address go out in
/// the order they were posted. A draft that says by what it is unique keeps that: whoever posts it
/// twice is told twice, by mails that are seen to be one.
MessageId post(Outbox outbox, Entropy& entropy, Now now, Draft draft);

/// The newest messages, for people who run the site.
Result<OutboxView> read_outbox(const Messages& messages, const ReadOutbox& input);

inline constexpr UseCases use_cases{
    use_case<&read_outbox>("read_outbox", "Shows the newest mails, sent or waiting."),
};

}  // namespace asterism::mail
