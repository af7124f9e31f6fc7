#include <fstream>
#include <sstream>

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "libcore/audit/faults.hpp"
#include "shells/app/audit_rounds.hpp"
#include "shells/outside/audit_shelf.hpp"
#include "shells/outside/audit_text.hpp"
#include "tests/fakes/secrets.hpp"
#include "tests/fakes/slug.hpp"
#include "tests/store/databases.hpp"

namespace asterism::store::testing {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using audit::Break;
using audit::Format;
using tests::slug;

/// A log of fifty days, one row a day, and a folder for its archives.
template <class Kind>
struct Fifty {
    Fifty() {
        for (int i = 0; i < 50; ++i) note(noon - std::chrono::days{50 - i});
        REQUIRE(app.template run<&audit::seal_audit>(call, audit::SealAudit{}));
    }

    ~Fifty() { fs::remove_all(folder); }

    void note(Instant at) {
        database.engine().write([&](app::Unit& unit) {
            unit.audit_log().append({{"login_success", true, AccountId{7}, "ada",
                                      "remember_me=true status_code=403 resource=GET%20/x"},
                                     at,
                                     {.address = "192.0.2.1", .agent = "a\r\nFAKE \x1B[31m"}});
            return true;
        });
    }

    Result<app::Archived> archive(Format format = Format::both, bool dry_run = false) {
        return app::archive_audit(app, call, shelf, {30, format, dry_run});
    }

    audit::Verdict verify() { return *app::verify_audit(app, call, shelf, {}); }

    std::int64_t rows() {
        std::int64_t out = 0;
        database.engine().read_db([&](Db& db) {
            out = std::get<0>(*db.one<std::int64_t>("SELECT count(*) FROM audit_record"));
        });
        return out;
    }

    std::string content(const std::string& file) const {
        std::ostringstream out;
        out << std::ifstream(folder / file).rdbuf();
        return out.str();
    }

    fs::path folder = fs::temp_directory_path() /
                      ("asterism-archive-" + std::to_string(::getpid()) + std::to_string(++made));
    static inline int made = 0;
    Kind database;
    tests::CountingEntropy entropy;
    tests::PlainFingerprint fingerprint;
    tests::ReversingHasher hasher;
    tests::PlainSealer sealer;
    Instant now = noon;
    app::App app{database.engine(), {[this] { return now; }, entropy, fingerprint, hasher, sealer}};
    Caller caller;
    accounts::Policy policy;
    app::Call call{Actor{AccountId{}, Role::admin}, caller, policy};
    outside::AuditShelf shelf{folder, sealer};
};

TEST_CASE_TEMPLATE("archive: takes old records out, and the chain still proves them", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Fifty<Kind> log;
    const auto done = log.archive();
    REQUIRE(done);
    CHECK(done->records == 20);
    REQUIRE(done->files.size() == 2);
    CHECK(done->files[0] == "audit_logs_20260110_to_20260129_20260301_120000.json");
    CHECK(log.rows() == 31);  // thirty, and the one that tells of the archive

    struct stat found {};

    REQUIRE(::stat((log.folder / done->files[0]).c_str(), &found) == 0);
    CHECK((found.st_mode & 0777) == 0600);
    CHECK(log.shelf.files() == std::vector{done->files[0], done->files[1]});
    const auto verdict = log.verify();
    CHECK(verdict.sound);
    CHECK(verdict.archived == 20);
    CHECK(verdict.checked == 30);
    CHECK(log.archive()->records == 0);
    log.now += 10 * 24h;
    CHECK(log.archive(Format::json)->records == 10);
    CHECK(log.verify().archived == 30);
}

TEST_CASE_TEMPLATE("archive: is in the contract's shape, and no record begins a line of its own",
                   Kind, SqliteDatabase, PostgresDatabase) {
    Fifty<Kind> log;
    const auto files = log.archive()->files;
    const auto json = log.content(files[0]);
    CHECK(json.starts_with(R"({"archive_date":"2026-03-01T12:00:00Z","retention_days":30,)"
                           R"("log_count":20,"date_range":{"from":"2026-01-10T12:00:00Z",)"
                           R"("to":"2026-01-29T12:00:00Z"},"logs":[{"id":1,)"
                           R"("event_type":"login_success","timestamp":"2026-01-10T12:00:00Z",)"
                           R"("success":true,"message":"Login success.","user_id":7,)"
                           R"("username":"ada","ip_address":"192.0.2.1",)"
                           R"("user_agent":"a\r\nFAKE \u001b[31m","metadata":{"remember_me":true,)"
                           R"("status_code":403,"resource":"GET /x"},)"));
    const auto text = log.content(files[1]);
    CHECK(text.find("\nFAKE") == std::string::npos);
    CHECK(text.find('\x1B') == std::string::npos);
    CHECK(std::ranges::count(text, '\n') == 24);
}

TEST_CASE_TEMPLATE("archive: one that cannot be written deletes nothing", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Fifty<Kind> log;
    outside::AuditShelf nowhere{"/proc/asterism", log.sealer};
    CHECK_THROWS_AS(static_cast<void>(app::archive_audit(log.app, log.call, nowhere, {30})),
                    std::runtime_error);
    CHECK(log.rows() == 50);
    CHECK(log.archive(Format::both, true)->records == 20);
    CHECK_FALSE(fs::exists(log.folder));
    CHECK(log.rows() == 50);
}

TEST_CASE_TEMPLATE("archive: one cut short after its anchor is finished by the next", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Fifty<Kind> log;
    const audit::ArchiveAudit input{30};
    const auto batch = log.app.template run<&audit::gather_archive>(log.call, input);
    const auto kept = log.shelf.keep(*batch, input, log.now);
    REQUIRE(log.app.template run<&audit::anchor_archive>(
        log.call, audit::AnchorArchive{batch->start, batch->end, kept}));
    CHECK(log.verify().sound);
    CHECK(slug(log.app.template run<&audit::anchor_archive>(
              log.call, audit::AnchorArchive{batch->start, batch->end, kept})) ==
          "archived_meanwhile");
    CHECK(log.archive()->records == 0);
    CHECK(log.rows() == 31);
    CHECK(log.verify().sound);
}

TEST_CASE_TEMPLATE("archive: one that was changed or taken away is found", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Fifty<Kind> log;
    const auto file = log.folder / log.archive()->files[0];
    auto text = log.content(file.filename());
    text.replace(text.find("ada"), 3, "eve");
    std::ofstream(file) << text;
    CHECK(log.verify().broken == Break::archive);
    CHECK(log.verify().position == 1);
    fs::remove(file);
    CHECK_FALSE(log.verify().sound);
}

TEST_CASE_TEMPLATE("archive: a log that is not sound is not archived", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Fifty<Kind> log;
    log.database.engine().write_db([](Db& db) {
        db.script(
            "-- only sqlite\nDROP TRIGGER audit_record_fixed;\n"
            "-- only postgresql\nALTER TABLE audit_record DISABLE TRIGGER USER;\n-- both\n"
            "UPDATE audit_record SET handle = 'eve' WHERE position = 4;\n");
        return true;
    });
    CHECK(slug(log.archive()) == "audit_not_sound");
    CHECK(log.rows() == 50);
}

TEST_CASE_TEMPLATE("archives: old ones go, and the chain knows of it", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Fifty<Kind> log;
    const auto files = log.archive()->files;
    log.now += 90 * 24h;
    CHECK(app::clean_archives(log.app, log.call, log.shelf, 90, false)->empty());
    log.now += 1s;
    CHECK(*app::clean_archives(log.app, log.call, log.shelf, 90, true) == files);
    CHECK(log.shelf.files().size() == 2);
    CHECK(*app::clean_archives(log.app, log.call, log.shelf, 90, false) == files);
    CHECK(log.shelf.files().empty());
    CHECK(log.verify().sound);
    app::Call visitor{Actor{AccountId{1}, Role::staff}, log.caller, log.policy};
    CHECK(slug(app::clean_archives(log.app, visitor, log.shelf, 0, false)) == "operators_only");
    CHECK(slug(app::archive_audit(log.app, visitor, log.shelf, {0})) == "operators_only");
}

TEST_CASE("archives: only files that bear an archive's name are touched") {
    using outside::archive_time;
    CHECK(archive_time("audit_logs_20260110_to_20260129_20260301_120000.json") == noon);
    CHECK(archive_time("audit_logs_20260110_to_20260129_20260301_120000_2.txt") == noon);
    for (const auto* name : {"asterism.db", "audit_logs_20260110_to_20260129_20260301_120000.db",
                             "audit_logs_20260110_to_20260129_20261301_120000.json", "",
                             "audit_logs_2026011a_to_20260129_20260301_120000.json"})
        CHECK_FALSE(archive_time(name));
}

}  // namespace
}  // namespace asterism::store::testing
