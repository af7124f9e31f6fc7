#include "shells/cli/compose/services.hpp"

#include "shells/cli/compose.hpp"
#include "shells/cli/compose/shop.hpp"

namespace asterism::cli {
namespace {

/// The way of a long journey has many points.
constexpr std::size_t most_bytes = 4 * 1024 * 1024;

outside::ServiceAlarm alarm_to(const Log& log) {
    return [&log](std::string_view what) {
        log.write(Level::warning, "a service does not do", {{"why", what}});
    };
}

outside::OpenMeteoOptions open_meteo_of(const Settings& settings) {
    outside::OpenMeteoOptions out;
    out.forecast_url = settings.text("weather.forecast_url");
    out.archive_url = settings.text("weather.archive_url");
    out.key = settings.text("weather.key");
    return out;
}

outside::OpenRouteOptions open_route_of(const Settings& settings) {
    outside::OpenRouteOptions out;
    out.url = settings.text("directions.url");
    out.key = settings.text("directions.key");
    return out;
}

outside::MapboxOptions mapbox_of(const Settings& settings) {
    outside::MapboxOptions out;
    out.url = settings.text("mapbox.url");
    out.key = settings.text("mapbox.key");
    return out;
}

std::string page_of(const Settings& settings, std::string_view key, std::string_view usual) {
    const auto& named = settings.text(key);
    return named.empty() ? shop_pages_of(settings) + std::string(usual) : named;
}

outside::StripeOptions stripe_of(const Settings& settings) {
    outside::StripeOptions out;
    out.url = settings.text("payments.url");
    out.secret_key = settings.text("payments.secret_key");
    const auto success = page_of(settings, "payments.success_page", "/checkout/success");
    const char joint = success.find('?') == std::string::npos ? '?' : '&';
    out.pages = {shop_pages_of(settings), success + joint + "session_id={CHECKOUT_SESSION_ID}",
                 page_of(settings, "payments.cancel_page", "/checkout/confirm")};
    out.clock = &system_time;
    return out;
}

}  // namespace

Services::Services(const Settings& settings, const Log& log)
    : http_({.body_bytes = most_bytes, .plain_loopback = !settings.production()}),
      weather_(open_meteo_of(settings), http_, cache_, alarm_to(log)),
      directions_(open_route_of(settings), http_, alarm_to(log)),
      mapbox_(mapbox_of(settings), http_, alarm_to(log)),
      stripe_(stripe_of(settings), http_, alarm_to(log)),
      payment_calls_(settings.list("payments.webhook_secrets")),
      has_weather_(settings.text("weather.service") != "none"),
      has_directions_(settings.has("directions.key")),
      has_mapbox_(settings.has("mapbox.key")),
      has_stripe_(settings.has("payments.secret_key")) {}

}  // namespace asterism::cli
