#pragma once

#include <memory>
#include <optional>
#include <string>

#include "libcore/audit/archiving.hpp"
#include "shells/app/app.hpp"
#include "shells/app/task_queue.hpp"
#include "shells/app/timetable.hpp"
#include "shells/cli/compose/providers.hpp"
#include "shells/cli/compose/services.hpp"
#include "shells/cli/compose/shared.hpp"
#include "shells/cli/data_folder.hpp"
#include "shells/cli/log.hpp"
#include "shells/cli/settings.hpp"
#include "shells/outside/darkroom.hpp"
#include "shells/outside/digest.hpp"
#include "shells/outside/incoming.hpp"
#include "shells/outside/local_files.hpp"
#include "shells/outside/smtp.hpp"
#include "shells/outside/zip.hpp"
#include "shells/store/open.hpp"
#include "shells/worker/jobs.hpp"
#include "shells/worker/mail_transport.hpp"
#include "shells/worker/media_sweep.hpp"
#include "shells/worker/photo_upkeep.hpp"
#include "shells/worker/worker.hpp"

namespace asterism::cli {

Instant system_time();

accounts::Policy policy_of(const Settings& settings);

/// The mail server that is configured, if one is.
std::optional<outside::SmtpServer> smtp_server_of(const Settings& settings);

Log log_of(const Settings& settings);

/// Whether the database is a file of this machine.
bool is_embedded(const Settings& settings);

/// The document that `asterism openapi` prints.
std::string openapi_document();

/// The program put together as the settings say: the one place that knows every part. Makes the
/// data folder if there is none; the database is opened, and not changed before make_ready().
class Composition {
public:
    explicit Composition(Settings settings);
    /// One of several in this process.
    Composition(Settings settings, Shared& shared);

    const Settings& settings() const { return settings_; }

    DataFolder& folder() { return folder_; }

    store::Engine& store() { return *store_; }

    app::App& app() { return app_; }

    const Fingerprint& fingerprint() const { return fingerprint_; }

    const app::Signer& signer() const { return signer_; }

    const outside::Argon2Hasher& hasher() const { return shared_.hasher; }

    media::Files& files() { return files_; }

    /// Takes in the files that an operation's input names by their paths, for as long as they are
    /// held.
    Result<outside::Held> take_files_in(const app::Operation& operation,
                                        boost::json::object& input);
    Result<std::unique_ptr<media::Arrival>> take_file_in(const std::string& path);
    worker::SweepReport sweep_media(bool dry_run);
    worker::PhotoReport rebuild_photos(const worker::PhotoChoice& choice,
                                       worker::PhotoProgress progress);
    worker::PhotoReport measure_photos(const worker::PhotoChoice& choice,
                                       worker::PhotoProgress progress);

    const app::Packer& packer() const { return packer_; }

    const app::Compressor& compressor() const { return shared_.compressor; }

    const app::SkyTiles& tiles() const { return shared_.tiles; }

    const app::PaymentCalls& payment_calls() const { return services_.payment_calls(); }

    const accounts::Policy& policy() const { return policy_; }

    const Log& log() const { return log_; }

    /// Sees to it that the schema is this program's: an embedded or empty database is brought up to
    /// date, another one must be already. Throws Trouble.
    void make_ready();
    /// The same whatever the database; for `migrate up`.
    void migrate();
    store::MigrationStatus schema();

    /// Archives of the audit log, in the folder that is configured or in another one.
    audit::Shelf& shelf() { return shelf(settings_.text("audit.archive_dir")); }

    audit::Shelf& shelf(const std::string& folder);

    /// Seals the audit log, archives, cleans up: jobs of the timetable. Not started yet.
    std::unique_ptr<worker::Jobs> make_jobs();

    /// Sends mails and does what else is due. Not started yet.
    std::unique_ptr<worker::Worker> make_worker();

private:
    store::MigrationStatus reached_schema();

    Composition(Settings settings, std::unique_ptr<Shared>&& own);
    Composition(Settings settings, Shared& shared, std::unique_ptr<Shared>&& own);

    std::unique_ptr<Shared> own_;  ///< where nobody else is to share it
    Shared& shared_;
    Settings settings_;
    Log log_;
    DataFolder folder_;
    outside::Sha256Fingerprint fingerprint_;
    outside::HmacSigner signer_;
    outside::HmacSealer sealer_;
    outside::CurlClient http_;
    outside::OidcProviders providers_;
    outside::ZipPacker packer_{[this](std::string_view file) { return files_.read(file); }};
    accounts::Policy policy_;
    std::unique_ptr<store::Engine> store_;
    outside::LocalFiles files_;
    outside::ImageDarkroom darkroom_;
    Services services_;
    app::App app_;
    std::unique_ptr<app::TaskQueue> tasks_;
    std::unique_ptr<app::Timetable> timetable_;
    std::unique_ptr<audit::Shelf> shelf_;
    std::unique_ptr<worker::MailTransport> transport_;
};

}  // namespace asterism::cli
