#pragma once

#include "shells/app/memory_cache.hpp"
#include "shells/cli/log.hpp"
#include "shells/cli/settings.hpp"
#include "shells/outside/mapbox.hpp"
#include "shells/outside/open_meteo.hpp"
#include "shells/outside/open_route.hpp"
#include "shells/outside/stripe.hpp"
#include "shells/outside/stripe_event.hpp"

namespace asterism::cli {

/// The services that are asked for facts of the world, and for money, as the settings name them.
class Services {
public:
    Services(const Settings& settings, const Log& log);

    /// Null where the settings want none.
    const sky::WeatherService* weather() const { return has_weather_ ? &weather_ : nullptr; }

    const sky::Directions* directions() const { return has_directions_ ? &directions_ : nullptr; }

    /// The table of towns where there is no key.
    const sky::Surroundings& surroundings() const {
        return has_mapbox_ ? static_cast<const sky::Surroundings&>(mapbox_) : towns_;
    }

    /// Null where there is no key.
    const shop::Payments* payments() const { return has_stripe_ ? &stripe_ : nullptr; }

    const app::PaymentCalls& payment_calls() const { return payment_calls_; }

private:
    outside::CurlClient http_;
    app::MemoryCache cache_;
    outside::OpenMeteo weather_;
    outside::OpenRoute directions_;
    outside::Mapbox mapbox_;
    outside::Stripe stripe_;
    outside::StripeCalls payment_calls_;
    sky::TownsAround towns_;
    bool has_weather_;
    bool has_directions_;
    bool has_mapbox_;
    bool has_stripe_;
};

}  // namespace asterism::cli
