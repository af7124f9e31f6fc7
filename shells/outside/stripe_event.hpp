#pragma once

#include <string>
#include <utility>
#include <vector>

#include "shells/app/payment_calls.hpp"

namespace asterism::outside {

/// Stripe's calls: events about Checkout Sessions. All others are passed over.
class StripeCalls final : public app::PaymentCalls {
public:
    /// Of one endpoint; two of them while one is being replaced.
    explicit StripeCalls(std::vector<std::string> secrets) : secrets_(std::move(secrets)) {}

    app::ReadCall read(std::string_view body, std::string_view signature,
                       Instant now) const override;

private:
    std::vector<std::string> secrets_;
};

}  // namespace asterism::outside
