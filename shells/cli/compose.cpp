#include "shells/cli/compose.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>

#include "shells/cli/compose/shop.hpp"
#include "shells/cli/trouble.hpp"
#include "shells/http/openapi.hpp"
#include "shells/outside/audit_shelf.hpp"

namespace asterism::cli {
namespace {

/// The worker's way to our adapter: the two folders do not know each other.
class SmtpTransport final : public worker::MailTransport {
public:
    explicit SmtpTransport(outside::SmtpServer server) : sender_(std::move(server)) {}

    worker::Delivery deliver(const mail::Draft& draft, Instant now) override {
        auto report = sender_.send(draft, now);
        switch (report.outcome) {
            case outside::Delivery::done: return {};
            case outside::Delivery::later:
                return {worker::Delivered::not_yet, std::move(report.error)};
            case outside::Delivery::never:
                return {worker::Delivered::never, std::move(report.error)};
        }
        return {};
    }

private:
    outside::SmtpSender sender_;
};

accounts::PasswordRules password_rules(const std::string& preset) {
    if (preset == "starview") return accounts::starview_passwords;
    if (preset == "asvs5") return accounts::asvs5_passwords;
    return accounts::classic_passwords;
}

[[noreturn]] void refuse_schema(const Settings& settings, const std::string& why, bool newer) {
    const auto first_sentence =
        why.substr(0, why.find(". ")) + (why.find(". ") < why.size() ? "." : "");
    throw Trouble(Exit::conflict,
                  fmt::format("The database {} {}.", settings.shown("database"),
                              newer ? "is newer than this program"
                                    : "was made by another program than this one"),
                  first_sentence,
                  newer ? "Install the newer program, or restore a backup of before."
                        : "Install the program it was made by, or restore a backup.");
}

[[noreturn]] void refuse_database(const Settings& settings, Exit exit, std::string_view why) {
    throw Trouble(exit, fmt::format("The database {} cannot be used.", settings.shown("database")),
                  why, "Name one as postgresql://… or sqlite:PATH, and see who may use it.");
}

/// A file that is not there is a wrong setting; one that is may only be busy.
Exit exit_of_missing(const Settings& settings) {
    auto path = settings.text("database");
    if (path.starts_with("sqlite:")) path.erase(0, 7);
    return std::filesystem::exists(path) ? Exit::unavailable : Exit::configuration;
}

/// Of tenants there may be twenty, and a PostgreSQL server commonly has a hundred places.
std::size_t connections_of(const Settings& settings) {
    const auto wanted = settings.number("server.database_connections");
    if (wanted != 0) return static_cast<std::size_t>(wanted);
    return settings.has("tenant") ? 4 : 8;
}

std::unique_ptr<store::Engine> open_store(const Settings& settings) {
    check_usable(settings);
    try {
        return store::open_store(settings.text("database"), connections_of(settings));
    } catch (const std::invalid_argument& failure) {
        refuse_database(settings, Exit::configuration, failure.what());
    } catch (const app::StoreUnavailable& failure) {
        if (!is_embedded(settings)) throw;
        refuse_database(settings, exit_of_missing(settings), failure.what());
    } catch (const store::DbError& failure) {  // a file of something else
        refuse_database(settings, Exit::configuration, failure.what());
    }
}

/// What a database is called on its PostgreSQL server.
std::string name_in(const std::string& url) {
    const auto query = std::min(url.find('?'), url.size());
    const auto slash = url.rfind('/', query);
    return slash == std::string::npos ? "" : url.substr(slash + 1, query - slash - 1);
}

std::string migrating(const Settings& settings) {
    const auto& tenant = settings.text("tenant");
    return tenant.empty() ? "asterism migrate up" : "asterism tenant migrate " + tenant;
}

template <class Body>
auto explaining(const Settings& settings, Body body) {
    try {
        return body();
    } catch (const store::DatabaseNewer& newer) {
        refuse_schema(settings, newer.what(), true);
    } catch (const store::SchemaMismatch& changed) {
        refuse_schema(settings, changed.what(), false);
    }
}

}  // namespace

Instant system_time() {
    return std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
}

accounts::Policy policy_of(const Settings& settings) {
    accounts::Policy out;
    out.passwords = password_rules(settings.text("passwords.preset"));
    out.lockout = {static_cast<int>(settings.number("lockout.failures")),
                   settings.duration("lockout.window"), settings.duration("lockout.lock")};
    out.sessions = {settings.duration("session.idle"), settings.duration("session.life"),
                    settings.duration("session.remembered_idle"),
                    settings.duration("session.remembered_life")};
    out.verification_life = settings.duration("verification.life");
    out.reports_to_hide = settings.number("community.reports_to_hide");
    out.profile_requirements = settings.list("badges.profile_requirements");
    out.logs_client_events = settings.text("telemetry.client_events") == "yes";
    out.providers = provider_names_of(settings);
    out.site_name = settings.text("site.name");
    out.base_url = settings.text("site.base_url");
    out.mail_from = settings.text("mail.from");
    out.subject_prefix = settings.text("mail.subject_prefix");
    return out;
}

std::optional<outside::SmtpServer> smtp_server_of(const Settings& settings) {
    auto url = settings.text("mail.smtp.url");
    const auto& security = settings.text("mail.smtp.security");
    const auto& host = settings.text("mail.smtp.host");
    if (url.empty() && host.empty()) return std::nullopt;
    if (url.empty())
        url = fmt::format("{}://{}:{}", security == "implicit" ? "smtps" : "smtp", host,
                          settings.text("mail.smtp.port"));
    outside::SmtpServer out{url};
    if (security == "optional") out.security = outside::StartTls::optional;
    if (security == "none") out.security = outside::StartTls::none;
    out.user = settings.text("mail.smtp.user");
    out.password = settings.text("mail.smtp.password");
    out.sender = settings.text("site.name");
    return out;
}

Log log_of(const Settings& settings) {
    return Log({settings.text("log.format") == "json",
                read_level(settings.text("log.level")),
                &system_time,
                {},
                settings.text("tenant")});
}

bool is_embedded(const Settings& settings) {
    const auto& database = settings.text("database");
    return !database.starts_with("postgresql://") && !database.starts_with("postgres://");
}

std::string openapi_document() { return http::openapi_text(); }

Composition::Composition(Settings settings)
    : Composition(settings, std::make_unique<Shared>(settings)) {}

Composition::Composition(Settings settings, std::unique_ptr<Shared>&& own)
    : Composition(std::move(settings), *own, std::move(own)) {}

Composition::Composition(Settings settings, Shared& shared)
    : Composition(std::move(settings), shared, {}) {}

Composition::Composition(Settings settings, Shared& shared, std::unique_ptr<Shared>&& own)
    : own_(std::move(own)),
      shared_(shared),
      settings_(std::move(settings)),
      log_(log_of(settings_)),
      folder_(settings_.text("data")),
      signer_(folder_.secret("session.key", shared_.entropy)),
      sealer_(folder_.secret("audit.key", shared_.entropy)),
      http_({.plain_loopback = !settings_.production()}),
      providers_(providers_of(settings_), http_,
                 [this](std::string_view what) {
                     log_.write(Level::warning, "a provider does not do", {{"why", what}});
                 }),
      policy_(policy_of(settings_)),
      store_(open_store(settings_)),
      files_(folder_.path() + "/files", shared_.entropy),
      darkroom_(files_, {.staff = &shared_.image_workers,
                         .refused =
                             [this](std::string_view why) {
                                 log_.write(Level::info, "a picture was refused", {{"why", why}});
                             }}),
      services_(settings_, log_),
      app_(*store_, {&system_time, shared_.entropy, fingerprint_, shared_.hasher, sealer_,
                     &providers_, &files_, &darkroom_, &shared_.zones, &shared_.light_map,
                     services_.weather(), services_.directions(), &services_.surroundings(),
                     shop_policy_of(settings_), services_.payments()}),
      tasks_(store::task_queue(*store_)),
      timetable_(store::timetable(*store_)) {
    if (auto server = smtp_server_of(settings_))
        transport_ = std::make_unique<SmtpTransport>(*std::move(server));
}

store::MigrationStatus Composition::schema() {
    return explaining(settings_, [this] { return store_->schema(); });
}

/// A database that was never made is told from a server that is away by the server's words alone.
store::MigrationStatus Composition::reached_schema() {
    try {
        return schema();
    } catch (const app::StoreUnavailable& failure) {
        if (is_embedded(settings_)) throw;
        throw Trouble(Exit::unavailable,
                      fmt::format("The database {} does not answer.", settings_.shown("database")),
                      failure.what(),
                      fmt::format("See whether its server runs. If it knows no such database, make "
                                  "an empty one: createdb {}",
                                  name_in(settings_.text("database"))));
    }
}

void Composition::make_ready() {
    const auto found = reached_schema();
    explaining(settings_, [&] { store::refuse_foreign(found); });
    if (found.pending.empty()) return;
    if (is_embedded(settings_)) folder_.lock();  // a server at work must not lose its schema
    if (is_embedded(settings_) || found.applied.empty()) return migrate();
    throw Trouble(Exit::configuration,
                  fmt::format("The database {} is not up to date.", settings_.shown("database")),
                  fmt::format("{} of its schema's steps were not taken.", found.pending.size()),
                  fmt::format("Run: {}", migrating(settings_)));
}

void Composition::migrate() {
    explaining(settings_, [this] { store_->migrate(system_time()); });
}

Result<outside::Held> Composition::take_files_in(const app::Operation& operation,
                                                 boost::json::object& input) {
    return outside::take_files_in(operation, input, files_);
}

Result<std::unique_ptr<media::Arrival>> Composition::take_file_in(const std::string& path) {
    return outside::take_file_in(path, files_);
}

worker::SweepReport Composition::sweep_media(bool dry_run) {
    return worker::sweep_media(*store_, files_, system_time(), dry_run);
}

worker::PhotoReport Composition::rebuild_photos(const worker::PhotoChoice& choice,
                                                worker::PhotoProgress progress) {
    return worker::rebuild_photos(*store_, files_, darkroom_, system_time(), choice, progress);
}

worker::PhotoReport Composition::measure_photos(const worker::PhotoChoice& choice,
                                                worker::PhotoProgress progress) {
    return worker::measure_photos(*store_, files_, choice, progress);
}

audit::Shelf& Composition::shelf(const std::string& folder) {
    shelf_ = std::make_unique<outside::AuditShelf>(folder, sealer_);
    return *shelf_;
}

}  // namespace asterism::cli
