#pragma once

#include <chrono>
#include <functional>
#include <string>

#include "libcore/shop/order_ports.hpp"
#include "shells/outside/service_line.hpp"
#include "shells/outside/stripe_session.hpp"

namespace asterism::outside {

struct StripeOptions {
    std::string url = "https://api.stripe.com";
    std::string secret_key = {};
    StripePages pages = {};
    std::chrono::milliseconds time{8'000};
    std::function<Instant()> clock;
};

/// Stripe's Checkout: the buyer pays on a page of theirs. A session is asked for with the
/// checkout's reference as its idempotency key, so that asking again opens no second one.
class Stripe final : public shop::Payments {
public:
    Stripe(StripeOptions options, const HttpClient& http, ServiceAlarm alarm);

    Result<shop::PayCounter> open(const shop::CounterRequest& request) const override;
    Result<std::optional<shop::Payment>> look(std::string_view session) const override;
    Result<Done> close(std::string_view session) const override;

private:
    HttpOutcome ask(HttpRequest request) const;

    StripeOptions options_;
    ServiceLine line_;
};

}  // namespace asterism::outside
