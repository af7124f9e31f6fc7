#include "bindings/python/library.hpp"

#include <atomic>
#include <chrono>
#include <filesystem>
#include <mutex>
#include <shared_mutex>
#include <stdexcept>
#include <unistd.h>
#include <utility>

#include <boost/json/value.hpp>

#include "bindings/python/folder.hpp"
#include "libcore/accounts/faults.hpp"
#include "shells/app/app.hpp"
#include "shells/app/secret_file.hpp"
#include "shells/app/shape.hpp"
#include "shells/outside/argon2.hpp"
#include "shells/outside/darkroom.hpp"
#include "shells/outside/digest.hpp"
#include "shells/outside/entropy.hpp"
#include "shells/outside/incoming.hpp"
#include "shells/outside/local_files.hpp"
#include "shells/outside/raster_map.hpp"
#include "shells/outside/zones.hpp"
#include "shells/store/open.hpp"

namespace asterism::python {
namespace {

Instant now() {
    return std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
}

/// A database with somebody's data in it is not changed under the feet of a server at work.
const Fault* bring_up_to_date(store::Engine& store, const std::string& folder) {
    const auto found = store.schema();
    store::refuse_foreign(found);
    if (found.pending.empty()) return nullptr;
    std::optional<FolderLock> lock;
    if (!found.applied.empty()) {
        if (folder.empty()) return &database_outdated;
        if (!lock.emplace(folder).held()) return &folder_in_use;
    }
    store.migrate(now());
    return nullptr;
}

/// The account that acts, as the store has it now.
Result<std::optional<Actor>> find_actor(app::Store& store, const Onbehalf& wanted) {
    if (std::holds_alternative<std::monostate>(wanted)) return std::optional<Actor>();
    std::optional<accounts::Account> found;
    store.read([&](app::Unit& unit) {
        const auto& accounts = unit.accounts();
        if (const auto* handle = std::get_if<Handle>(&wanted))
            found = accounts.find_by_handle(handle->view());
        else
            found = accounts.find(std::get<AccountId>(wanted));
    });
    if (!found) return field_error(accounts::unknown_account, "actor");
    if (!found->active) return field_error(actor_locked, "actor");
    return std::optional(Actor{found->id, found->role});
}

/// The key that the program's audit log has, too. A database that is somewhere else has its key
/// there: what is coded here can then only be compared with what is coded here.
std::string audit_key(const std::string& folder, Entropy& entropy) {
    if (folder.empty()) return random_text(entropy, hex_digits, 64);
    const auto secrets = folder + "/secrets";
    std::filesystem::create_directory(secrets);
    std::filesystem::permissions(secrets, std::filesystem::perms::owner_all);
    return app::secret_file(secrets + "/audit.key", entropy);
}

}  // namespace

struct Library::Open {
    /// Without a folder there is no place for files.
    Open(const std::string& database, const std::string& folder, accounts::Policy rules)
        : policy(std::move(rules)),
          sealer(audit_key(folder, entropy)),
          store(store::open_store(database)),
          files(folder.empty() ? nullptr
                               : std::make_unique<outside::LocalFiles>(folder + "/files", entropy)),
          darkroom(files ? std::make_unique<outside::ImageDarkroom>(
                               *files, outside::ImageDarkroom::Options{})
                         : nullptr),
          light_map(folder.empty() ? "" : folder + "/sky.raster") {}

    app::World world() {
        app::World out{&now, entropy, fingerprint, hasher, sealer};
        out.files = files.get();
        out.darkroom = darkroom.get();
        out.zones = &zones;
        out.light_map = &light_map;
        return out;
    }

    Result<Done> run(const app::Operation& operation, const app::Call& call,
                     const app::json::value& input, app::Answer& answer) {
        if (!files || !input.is_object()) return operation.run(app, call, input, answer);
        auto given = input.get_object();
        const auto held = outside::take_files_in(operation, given, *files);
        if (!held) return held.error();
        return operation.run(app, call, given, answer);
    }

    /// Throws unless the store may be used by this process now.
    void check() const {
        if (::getpid() != owner) throw NotOpen("A library does not survive fork(): open another.");
        if (closing) throw NotOpen("This library is closed.");
    }

    const ::pid_t owner = ::getpid();
    std::atomic<bool> closing = false;
    std::shared_mutex running;  ///< shared by those who run, held alone by the one who closes
    const Caller caller{};
    const accounts::Policy policy;
    outside::SystemEntropy entropy;
    outside::Sha256Fingerprint fingerprint;
    outside::HmacSealer sealer;
    outside::Argon2Hasher hasher{entropy};
    std::unique_ptr<store::Engine> store;
    std::unique_ptr<outside::LocalFiles> files;
    std::unique_ptr<outside::ImageDarkroom> darkroom;
    outside::SystemZones zones;
    outside::RasterMap light_map;
    app::App app{*store, world()};
};

Library::Library(std::unique_ptr<Open> open) : open_(std::move(open)) {}

Result<std::unique_ptr<Library>> Library::open(const Place& place, accounts::Policy policy) {
    std::unique_ptr<Library> out;
    const auto opened = app::guarded([&]() -> Result<Done> {
        try {
            const auto folder = place.database.empty() ? data_folder(place.folder) : "";
            const auto database =
                place.database.empty() ? "sqlite:" + folder + "/asterism.db" : place.database;
            auto fresh = std::make_unique<Open>(database, folder, std::move(policy));
            if (const Fault* fault = bring_up_to_date(*fresh->store, folder)) return *fault;
            out.reset(new Library(std::move(fresh)));
            return Done{};
        } catch (const std::invalid_argument&) {
            return field_error(app::bad_field, "database");
        } catch (const store::SchemaMismatch&) {
            return database_foreign;
        } catch (const store::DatabaseNewer&) {
            return database_foreign;
        }
    });
    if (!opened) return opened.error();
    return out;
}

Library::~Library() {
    // After fork() the threads that the store would wait for exist in the parent alone.
    if (::getpid() != open_->owner) static_cast<void>(open_.release());
}

Result<Done> Library::run(const app::Operation& operation, const Onbehalf& actor,
                          const app::json::value& input, app::Answer& answer) {
    open_->check();
    const std::shared_lock run(open_->running);
    open_->check();
    return app::guarded([&]() -> Result<Done> {
        const auto who = find_actor(*open_->store, actor);
        if (!who) return who.error();
        return open_->run(operation, {*who, open_->caller, open_->policy}, input, answer);
    });
}

void Library::close() {
    if (::getpid() != open_->owner) return;
    open_->closing = true;
    const std::unique_lock last(open_->running);
    open_->store.reset();
}

bool Library::closed() const { return open_->closing; }

}  // namespace asterism::python
