#pragma once

#include <functional>
#include <string_view>

#include "shells/app/store.hpp"
#include "shells/worker/handler.hpp"
#include "shells/worker/mail_transport.hpp"

namespace asterism::worker {

/// Hears what becomes of mails.
struct MailEar {
    /// A try failed; with no transaction open.
    std::function<void(const mail::Draft&, std::string_view error)> failed = {};
    /// The same, or it was sent, where the error is empty; in the transaction that notes it.
    std::function<void(app::Unit&, const mail::Draft&, std::string_view error, Instant now)>
        record = {};
    /// It was sent, or that failed, and the database would not have that noted; with no transaction
    /// open. What is noted instead.
    std::function<Outcome::Record(const mail::Draft&, std::string_view error, std::string_view why,
                                  Instant now)>
        unrecorded = {};
};

/// Delivers the messages of the outbox. Without a transport, what is due is kept for reading here
/// if `keep` says so, and waits for a mail server otherwise.
Handler mail_handler(app::Store& store, MailTransport* transport, bool keep, MailEar ear = {});

}  // namespace asterism::worker
