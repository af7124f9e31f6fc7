#include <algorithm>
#include <array>

#include "libcore/base/text.hpp"
#include "shells/cli/setting.hpp"

namespace asterism::cli {
namespace {

using enum Takes;

// clang-format off
constexpr std::array table{
    Setting{"mode", word, "", "dev keeps mails here and relaxes cookies; production refuses unsafe settings. dev if only this machine can connect.", "dev|production"},
    Setting{"listen", address, "127.0.0.1:8000", "Where the server listens. PORT changes the port alone."},
    Setting{"data", text, "", "The data folder. $XDG_DATA_HOME/asterism, as root /var/lib/asterism."},
    Setting{"database", text, "", "postgresql://… or sqlite:PATH. asterism.db in the data folder.", "", false, "DATABASE_URL"},
    Setting{"tenant", text, "", "Whose database and files alone are meant, of those that asterism tenant add made.", "", false, "DATABASE_NAME"},
    Setting{"cache", text, "", "redis://… for limits and caches that several processes share.", "", false, "REDIS_URL"},
    Setting{"web", text, "", "A folder with a built web page to be served."},
    Setting{"tls.certificate", text, "", "A PEM file: the certificate, then those that vouch for it. With it the server speaks https alone."},
    Setting{"tls.key", text, "", "The PEM file of its key. SIGHUP has both read again."},
    Setting{"tls.redirect_listen", address, "", "Where plain http is answered as well, with the https address; supervisors are told there how the server is."},
    Setting{"site.name", text, "Asterism", "What the site calls itself, in mails."},
    Setting{"site.base_url", url, "", "Where people find the site; links in mails begin with it. http://LISTEN, https with a certificate."},
    Setting{"site.hosts", list, "", "Host names that are answered to; * is any, in dev only. In dev on this machine: localhost and that of site.base_url."},
    Setting{"site.origins", origins, "", "Other origins whose pages may write, as https://host."},
    Setting{"site.cors_origins", origins, "", "Other origins whose pages may read what they asked for, as https://host."},
    Setting{"site.cookie_domain", text, "", "Domain whose hosts share the cookies that pages read, as .example.org; empty: this host alone."},
    Setting{"site.trusted_proxies", ranges, "", "Addresses of proxies that may say who asks (X-Forwarded-For), such as 10.0.0.0/8; empty: nobody."},
    Setting{"site.hsts_preload", word, "no", "Whether browsers may ship with this https site on their list. Hard to undo.", "no|yes"},
    Setting{"site.sitemap_profiles", word, "no", "Whether search engines are told of up to 1000 people who show something of themselves.", "no|yes"},
    Setting{"site.sitemap_places", word, "no", "Whether search engines are told of every place.", "no|yes"},
    Setting{"mail.from", email, "noreply@localhost.localdomain", "Where mails come from."},
    Setting{"mail.subject_prefix", text, "", "Put before the subject of every mail."},
    Setting{"mail.smtp.url", text, "", "The mail server: smtp://host:587, or smtps://host."},
    Setting{"mail.smtp.host", text, "", "The mail server, instead of a URL."},
    Setting{"mail.smtp.port", number, "587", "Its port.", "1-65535"},
    Setting{"mail.smtp.security", word, "required", "Whether STARTTLS must be; implicit is TLS from the first byte.", "required|optional|none|implicit"},
    Setting{"mail.smtp.user", text, "", "Who signs in at the mail server; empty: nobody."},
    Setting{"mail.smtp.password", text, "", "The password for it.", "", true},
    Setting{"log.format", word, "text", "How log lines look.", "text|json"},
    Setting{"log.level", word, "info", "The least that is logged.", "debug|info|warning|error"},
    Setting{"server.io_threads", number, "0", "Threads that talk to clients; 0: one a core.", "0-64"},
    Setting{"server.work_threads", number, "64", "Most threads that wait for the database.", "1-512"},
    Setting{"server.connections", number, "12000", "Most clients connected at once.", "1-1000000"},
    Setting{"server.connections_per_address", number, "256", "The same from one address; of IPv6, from one network of 64 bits.", "1-1000000"},
    Setting{"server.database_connections", number, "0", "Most connections to one database; 0: 8, for a tenant 4.", "0-500"},
    Setting{"worker.lease_seconds", number, "60", "After so long a worker that died loses what it was at to the next. Short, and two workers may send a mail twice.", "10-3600"},
    Setting{"passwords.preset", word, "classic", "What is asked of a password.", "classic|starview|asvs5"},
    Setting{"session.idle", duration, "30m", "A session ends after so long without a request."},
    Setting{"session.life", duration, "14d", "A session ends after so long in any case."},
    Setting{"session.remembered_idle", duration, "7d", "The same for `remember me`."},
    Setting{"session.remembered_life", duration, "30d", "The same for `remember me`."},
    Setting{"verification.life", duration, "24h", "How long a mailed link is good."},
    Setting{"sky.raster", text, "", "The map of light pollution, made by asterism sky raster build. sky.raster in the data folder."},
    Setting{"weather.service", word, "open-meteo", "Who is asked for the weather.", "open-meteo|none"},
    Setting{"weather.forecast_url", url, "https://api.open-meteo.com/v1/forecast", "Where forecasts are."},
    Setting{"weather.archive_url", url, "https://archive-api.open-meteo.com/v1/archive", "Where the weather of the past is."},
    Setting{"weather.key", text, "", "The key of those who pay for the service; its addresses are others then.", "", true},
    Setting{"directions.url", url, "https://api.openrouteservice.org/v2/directions/driving-car/geojson", "OpenRouteService, asked for directions."},
    Setting{"directions.key", text, "", "The key for it; without one nobody is asked.", "", true, "OPENROUTE_SERVICE_API_KEY,OPENROUTESERVICE_API_KEY"},
    Setting{"mapbox.url", url, "https://api.mapbox.com", "Mapbox, asked for addresses and heights of places."},
    Setting{"mapbox.key", text, "", "The key for it; without one the nearest town stands in.", "", true, "MAPBOX_TOKEN"},
    Setting{"payments.url", url, "https://api.stripe.com", "Stripe, where orders are paid."},
    Setting{"payments.secret_key", text, "", "The key for it, sk_…; without one nobody can check out.", "", true, "STRIPE_SECRET_KEY"},
    Setting{"payments.publishable_key", text, "", "The key that pages may show, pk_….", "", false, "STRIPE_PUBLISHABLE_KEY"},
    Setting{"payments.webhook_secrets", list, "", "What its calls to /v1/shop/webhooks/stripe are signed with, whsec_…; two while one is being replaced.", "", true, "STRIPE_WEBHOOK_SECRET"},
    Setting{"payments.success_page", url, "", "Where who has paid comes back to; ?session_id=… is added. /checkout/success of startupwebapp.pages, else of the site."},
    Setting{"payments.cancel_page", url, "", "Where who has not comes back to. /checkout/confirm of startupwebapp.pages, else of the site."},
    Setting{"payments.stand_in", address, "", "Where a stand-in for Stripe listens, on this machine alone and not in production. Any free port with --demo, unless there is a key."},
    Setting{"oidc.google.client_id", text, "", "Sign in with Google: the client's id there.", "", false, "GOOGLE_OAUTH_CLIENT_ID"},
    Setting{"oidc.google.client_secret", text, "", "Its secret.", "", true, "GOOGLE_OAUTH_CLIENT_SECRET"},
    Setting{"oidc.NAME.issuer", url, "", "Sign in with another OpenID provider, whatever its NAME: its issuer."},
    Setting{"oidc.NAME.client_id", text, "", "The client's id there."},
    Setting{"oidc.NAME.client_secret", text, "", "Its secret.", "", true},
    Setting{"oidc.NAME.scopes", text, "openid email profile", "What is asked of it."},
    Setting{"oidc.NAME.name", text, "", "What people call it. Its NAME."},
    Setting{"lockout.failures", number, "5", "So many wrong passwords close a name.", "1-1000"},
    Setting{"lockout.window", duration, "1h", "Within so long."},
    Setting{"lockout.lock", duration, "1h", "For so long."},
    Setting{"starview.tells_used_email", word, "true", "Whether Starview's sign-up says that an address is taken, as its form expects.", "true|false"},
    Setting{"startupwebapp.pages", url, "", "Where the pages of StartupWebApp's client are, as https://host; empty: the surface is off, in dev http://localhost:8080."},
    Setting{"telemetry.client_events", word, "yes", "Whether pages are to tell what their visitors do.", "yes|no"},
    Setting{"telemetry.keep_days", number, "90", "Older client events are deleted.", "0-36500"},
    Setting{"community.reports_to_hide", number, "5", "So many waiting reports hide what they are about until a moderator looks at it; 0: none do.", "0-1000000"},
    Setting{"badges.profile_requirements", list, "bio, picture", "What a profile shows that is whole, for the badge Mission Ready: bio, picture, location."},
    Setting{"shop.currency", word, "USD", "What the shop's prices are in.", "USD|EUR|GBP"},
    Setting{"shop.fewest", number, "1", "The fewest pieces of a line in a cart; 0 where a page keeps empty lines.", "0-1"},
    Setting{"shop.most", number, "9999", "The most pieces that are asked for at once.", "1-9999"},
    Setting{"shop.discounts", word, "first_that_counts", "Which codes of a cart count: the first whose minimum is met, or the first that cannot be combined.", "first_that_counts|first_uncombinable"},
    Setting{"shop.usual_shipping", text, "USPSRetailGround", "How a cart goes where nobody chose."},
    Setting{"shop.first_status", text, "accepted", "The status of a new order."},
    Setting{"shop.accounts_that_check_out", text, "*", "User names that may buy, with commas between; * is everybody, empty nobody."},
    Setting{"shop.visitors_that_check_out", text, "*", "The same of visitors, by the secrets in their cookies."},
    Setting{"shop.live", word, "no", "Whether payments are of real money.", "no|yes"},
    Setting{"shop.promotions", word, "no", "Whether whoever takes the money may lower it by codes of their own.", "no|yes"},
    Setting{"shop.checkout_minutes", number, "60", "How long pieces and codes are held for somebody who pays.", "30-1430"},
    Setting{"shop.snapshot_weeks", number, "8", "After so many weeks it is forgotten what somebody was about to pay for and did not.", "1-520"},
    Setting{"shop.mail_from", email, "", "Where orders' mails come from. mail.from."},
    Setting{"shop.mail_to_accounts", text, "", "A file with the mail that confirms an account's order: a subject, an empty line, a text; for readers of German, FILE.de, and so on. Asterism's own."},
    Setting{"shop.mail_to_guests", text, "", "The same for a guest's order."},
    Setting{"shop.mail_failure_prefix", text, "", "Put before log lines about orders' mails that failed, for alarms that look for it: [ORDER_EMAIL_FAILURE]."},
    Setting{"ops.alert_to", email, "", "Who is written to when something needs a person, at most once in ten minutes a kind; empty: nobody."},
    Setting{"audit.keep_days", number, "30", "Older audit records are archived.", "0-36500"},
    Setting{"audit.archive_days", number, "90", "Older archives of the audit log are deleted.", "0-36500"},
    Setting{"audit.archive_dir", text, "", "Where archives of the audit log lie. audit-archives in the data folder."},
    Setting{"cleanup.unverified_days", number, "30", "Accounts whose address was not proved so long are deleted.", "0-36500"},
    Setting{"timetable.audit_archive", duration, "1d", "How often the audit log is archived."},
    Setting{"timetable.audit_expire", duration, "7d", "How often old archives of it are deleted."},
    Setting{"timetable.media", duration, "1h", "How often files that belong to nothing are deleted."},
    Setting{"timetable.unverified", duration, "1d", "How often accounts that were never proved are deleted."},
    Setting{"timetable.sessions", duration, "1d", "How often sessions that are over are deleted."},
    Setting{"timetable.tickets", duration, "1d", "How often void links are deleted."},
    Setting{"timetable.client_events", duration, "1d", "How often old client events are deleted."},
    Setting{"timetable.lockouts", duration, "1d", "How often counts of failed tries are deleted."},
    Setting{"timetable.carts", duration, "1d", "How often carts of visitors who left are deleted."},
    Setting{"timetable.tenure", duration, "1d",
            "How often badges are given that time alone earns."},
    Setting{"timetable.heard_calls", duration, "1d", "How often names of payment calls are deleted that were heard 90 days ago."},
    Setting{"timetable.replies", duration, "1h", "How often answers to idempotency keys are deleted that are a day old."},
    Setting{"timetable.checkouts", duration, "1m", "How often pieces and codes are let go of that nobody paid for in time."},
    Setting{"timetable.snapshots", duration, "1d", "How often it is forgotten what nobody paid for."},
    Setting{"limits.enabled", word, "true", "Whether requests are counted; false is for measuring.", "true|false"},
    Setting{"limits.reads", rate, "6000/1h", "Reads from one address (for IPv6, one /64)."},
    Setting{"limits.tiles", rate, "6000/1h", "Tiles of the sky's map painted for one address."},
    Setting{"limits.visitor_writes", rate, "100/1h", "Writes from one address by nobody signed in."},
    Setting{"limits.account_writes", rate, "1000/1h", "Writes of one account."},
    Setting{"limits.login", rate, "5/1m", "Log-ins from one address."},
    Setting{"limits.login_failures", rate, "30/1h", "Wrong passwords from one address."},
    Setting{"limits.identity_flows", rate, "30/1h", "Ways to an identity provider that begin at one address."},
    Setting{"limits.register", rate, "5/1h", "Registrations from one address."},
    Setting{"limits.resend", rate, "1/1m", "Links mailed again to one mailbox."},
    Setting{"limits.resend_hourly", rate, "5/1h", "The same, over an hour."},
    Setting{"limits.reset", rate, "10/1h", "Password resets asked for from one address."},
    Setting{"limits.reset_mails", rate, "3/1h", "Password resets asked for of one mailbox."},
    Setting{"limits.reset_confirm", rate, "10/1h", "Password resets finished from one address."},
    Setting{"limits.email_change", rate, "5/1h", "Links to new addresses that one account has mailed."},
    Setting{"limits.content", rate, "20/1h", "Places, reviews and comments of one account."},
    Setting{"limits.vote", rate, "60/1h", "Votes of one account."},
    Setting{"limits.follow", rate, "120/1h", "Accounts that one account begins to follow."},
    Setting{"limits.report", rate, "10/1h", "Reports of one account."},
    Setting{"limits.directions", rate, "30/1h", "Directions asked for from one address by nobody signed in."},
    Setting{"limits.startupwebapp_login", rate, "10/1h", "StartupWebApp's: signing in from one address."},
    Setting{"limits.startupwebapp_create_account", rate, "5/1h", "StartupWebApp's: registering from one address."},
    Setting{"limits.startupwebapp_reset", rate, "5/1h", "StartupWebApp's: resets asked for one user name."},
    Setting{"limits.startupwebapp_buyer", rate, "60/1h", "StartupWebApp's: asking from one address whether an e-mail address has an account."},
    Setting{"limits.starview_login", rate, "5/1m", "Starview's: registering, signing in, resending, from one address."},
    Setting{"limits.starview_password_reset", rate, "3/1h", "Starview's: both steps of a reset, from one address."},
};
// clang-format on

constexpr std::string_view hole = "NAME";

bool is_name(std::string_view text) {
    return !text.empty() && text.size() <= 32 &&
           text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_") == text.npos;
}

/// What stands in the text where the pattern has its hole; empty if the rest differs.
std::string_view name_within(std::string_view text, std::string_view pattern) {
    const auto at = pattern.find(hole);
    const auto after = pattern.substr(at + hole.size());
    if (text.size() <= at + after.size() || text.substr(0, at) != pattern.substr(0, at) ||
        !text.ends_with(after))
        return {};
    return text.substr(at, text.size() - at - after.size());
}

}  // namespace

std::span<const Setting> all_settings() { return table; }

const Setting* find_setting(std::string_view key) {
    const auto found = std::ranges::find(table, key, &Setting::key);
    if (found != table.end()) return found->is_pattern() ? nullptr : &*found;
    for (const auto& setting : table)
        if (setting.is_pattern() && is_name(name_within(key, setting.key))) return &setting;
    return nullptr;
}

std::string key_from_environment(const Setting& pattern, std::string_view name) {
    const auto given = lowered(name_within(name, environment_name(pattern.key)));
    if (!is_name(given)) return {};
    auto key = std::string(pattern.key);
    return key.replace(key.find(hole), hole.size(), given);
}

std::string environment_name(std::string_view key) {
    std::string out = "ASTERISM_";
    for (const char c : key) {
        if (c == '.')
            out += "__";
        else
            out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return out;
}

std::string flag_name(std::string_view key) {
    auto out = "--" + std::string(key);
    std::ranges::replace_if(
        out, [](char c) { return c == '.' || c == '_'; }, '-');
    return out;
}

}  // namespace asterism::cli
