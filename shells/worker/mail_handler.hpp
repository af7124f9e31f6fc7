#pragma once

#include "shells/app/store.hpp"
#include "shells/worker/handler.hpp"
#include "shells/worker/mail_transport.hpp"

namespace asterism::worker {

/// Delivers the messages of the outbox. Without a transport, what is due is kept for reading here
/// if `keep` says so, and waits for a mail server otherwise.
Handler mail_handler(app::Store& store, MailTransport* transport, bool keep);

}  // namespace asterism::worker
