#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "libcore/base/time.hpp"
#include "libcore/mail/types.hpp"

namespace asterism::outside {

/// Whether the connection must be, may be or is not to be turned into TLS by STARTTLS.
enum class StartTls : std::uint8_t { required, optional, none };

struct SmtpServer {
    std::string url;  ///< smtp://host[:port], or smtps:// for TLS from the first byte
    StartTls security = StartTls::required;
    std::string user = {};  ///< empty: not signed in
    std::string password = {};
    std::string sender = {};  ///< the name that mails come under, beside their address
    std::chrono::seconds connect_time{10};
    std::chrono::seconds total_time{30};
};

enum class Delivery : std::uint8_t {
    done,
    later,  ///< the server is away, busy or set up wrongly
    never   ///< the server refuses this message
};

struct DeliveryReport {
    Delivery outcome = Delivery::done;
    std::string error = {};  ///< one short line without secrets
};

/// Hands messages to one mail server. May be used by many threads at once.
class SmtpSender {
public:
    explicit SmtpSender(SmtpServer server);

    DeliveryReport send(const mail::Draft& draft, Instant date) const;
    /// Greets the server, and signs in if it is to; sends nothing.
    DeliveryReport greet() const;

private:
    SmtpServer server_;
};

}  // namespace asterism::outside
