#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "libcore/base/time.hpp"
#include "libcore/shop/payment.hpp"

namespace asterism::bench {

/// The whole request by which Stripe tells of a payment that is complete.
std::string signed_call(const shop::Payment& payment, std::string_view secret, Instant now);

/// Whether an answer names an order.
bool makes_order(std::string_view answer);

/// A connection to the server under test that is kept.
class Wire {
public:
    explicit Wire(std::uint16_t port);
    ~Wire();
    Wire(const Wire&) = delete;
    Wire& operator=(const Wire&) = delete;

    /// Head and body of the answer.
    std::string ask(std::string_view request);

private:
    void receive(std::string& into) const;

    int socket_;
};

}  // namespace asterism::bench
