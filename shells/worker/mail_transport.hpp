#pragma once

#include <cstdint>
#include <string>

#include "libcore/base/time.hpp"
#include "libcore/mail/types.hpp"

namespace asterism::worker {

enum class Delivered : std::uint8_t {
    yes,
    not_yet,  ///< worth another try
    never     ///< the server will not have this message
};

struct Delivery {
    Delivered delivered = Delivered::yes;
    std::string error = {};  ///< one short line without secrets
};

/// The way out for mails: a mail server, or a test's list.
class MailTransport {
public:
    virtual ~MailTransport() = default;
    virtual Delivery deliver(const mail::Draft& draft, Instant now) = 0;
};

}  // namespace asterism::worker
