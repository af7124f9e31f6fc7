#include "shells/cli/verbs.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "shells/cli/places/options.hpp"
#include "shells/cli/shop/verbs.hpp"
#include "shells/cli/sky/options.hpp"

namespace asterism::cli {
namespace {

using enum Form;

constexpr Option json{"json", flag, "As JSON, for programs."};
constexpr Option handle{"handle", positional, "The public user name.", true};
constexpr std::string_view roles = "user|moderator|staff|admin";

constexpr std::array as_json{json};
constexpr std::array one_user{handle, json};
constexpr std::array serve_options{
    Option{"no-worker", flag, "Send no mail from this process; `asterism worker` does."},
    Option{"demo", flag,
           "Full of sample data, in a folder of its own that goes with the process."}};
constexpr std::array config_options{json, Option{"markdown", flag, "As a table for a README."}};
constexpr std::array add_options{
    handle,
    Option{"email", value, "The address; it counts as verified.", true},
    Option{"role", value, "What the account may do; user if not given.", false, roles},
    Option{"password-stdin", flag, "Read the password from standard input, one line."},
    json,
};
constexpr std::array password_options{
    handle, Option{"password-stdin", flag, "Read the password from standard input, one line."},
    json};
constexpr std::array delete_options{handle, Option{"yes", flag, "Really do it."}, json};
constexpr std::array export_options{
    handle, Option{"output", value, "The file to write; NAME-data.zip if not given."}};
constexpr std::array role_options{
    handle, Option{"role", positional, "What the account may do from now on.", true, roles}, json};
constexpr Option dry_run{"dry-run", flag, "Only say what would be done."};
constexpr Option archive_dir{"archive-dir", value, "Where the archives lie."};
constexpr std::array audit_list_options{
    Option{"type", value, "Only events of this type: login_failed."},
    Option{"user", value, "Only of this user name, or of tries at a name nobody has."},
    Option{"address", value, "Only from this address."},
    Option{"since", value, "Only from this moment on: 2026-03-01T12:00:00Z."},
    Option{"until", value, "Only before this moment."},
    Option{"limit", value, "The most records to show; 50 if not given."},
    json,
};
constexpr std::array audit_verify_options{
    Option{"from", value, "The first day: 2026-03-01. Archives are left out then."},
    Option{"to", value, "The last day."}, archive_dir, json};
constexpr std::array audit_archive_options{
    Option{"days", value, "Archive what is older than so many days."},
    Option{"format", value, "What is written; both if not given.", false, "json|txt|both"},
    archive_dir, dry_run, json};
constexpr std::array audit_clean_options{
    Option{"days", value, "Delete archives older than so many days."}, archive_dir, dry_run, json};
constexpr std::array cleanup_options{Option{"days", value, "Only what is older than so many days."},
                                     dry_run, json};
constexpr std::array cleanup_all_options{dry_run, json};
constexpr Option one_person{"user", value, "Only of this user name."};
constexpr std::array badge_audit_options{
    one_person, Option{"fix", flag, "Take what nobody should have."},
    Option{"award", flag, "Give Mission Ready to those whose profile is whole."}, json};
constexpr std::array badge_pioneer_options{
    dry_run, Option{"force", flag, "Also to those whose address was never proved."}, json};
constexpr std::array badge_recompute_options{one_person, dry_run, json};
constexpr std::array outbox_options{Option{"limit", value, "The most mails to show, 1 to 200."},
                                    json};
constexpr std::array sweep_options{Option{"dry-run", flag, "Tell, and change nothing."}, json};
constexpr Option one_place{"place", value, "Only photos of the place with this number."};
constexpr Option some_photos{"limit", value, "At most so many."};
constexpr std::array rebuild_options{
    one_place,
    Option{"kind", value, "Only photos of these; all if not given.", false, "place|review|all"},
    some_photos, Option{"dry-run", flag, "Tell, and change nothing."}, json};
constexpr std::array measure_options{one_place, some_photos,
                                     Option{"dry-run", flag, "Tell, and change nothing."}, json};
constexpr Option raster_file{"file", positional, "A map that sky raster build made.", true};
constexpr std::array one_raster{raster_file, json};
constexpr std::array build_options{
    Option{"file", positional, "A GeoTIFF in longitude and latitude (EPSG:4326).", true},
    Option{"output", value, "The file to write; FILE with the ending .raster if not given."},
    Option{"unit", value,
           "What its numbers are: mcd for artificial mcd/m², mag for the whole sky's mag/arcsec²; "
           "mcd if not given.",
           false, "mcd|mag"},
    Option{"year", value, "When its light was measured: 2015."},
    Option{"source", value, "Whose map it is; the file's name if not given."},
    Option{"licence", value, "On which terms it may be used."},
    Option{"uncertainty", value,
           "How far the sky's brightness may be off, in mag/arcsec²; 0.3 if not given."},
    json};
constexpr std::array tenant_options{
    Option{"name", positional, "What it is called here: a-z 0-9 - _.", true},
    Option{"host", value, "The host names that are its own, with commas between.", true}};
constexpr std::array one_tenant{Option{"name", positional, "Which one; all of them if not given."}};
constexpr std::array shells{Option{"shell", positional, "Which shell.", true, "bash|zsh|fish"}};

constexpr std::array<std::string_view, 7> server_settings{"listen", "data", "database", "tenant",
                                                          "cache",  "web",  "mode"};
constexpr std::array<std::string_view, 3> data_settings{"data", "database", "tenant"};
constexpr std::array<std::string_view, 1> folder_settings{"data"};

constexpr Verb sky_verb(std::string_view name, std::string_view about,
                        Exit (*run)(const Arguments&), std::span<const Option> options,
                        std::string_view example, std::span<const std::string_view> settings = {}) {
    return {name, about, run, options, settings, false, example};
}

constexpr std::array table{
    Verb{"serve", "Serves the site, and sends its mails.", &serve, serve_options, server_settings},
    Verb{"worker", "Only sends mails and does what else is due.", &work, {}, data_settings},
    Verb{"migrate status", "Shows which steps of the schema were taken.", &migrate_status, as_json,
         data_settings},
    Verb{"migrate up", "Brings the database up to date.", &migrate_up, {}, data_settings},
    Verb{"tenant add", "Makes a site with a database of its own, served beside the others.",
         &tenant_add, tenant_options, folder_settings, false,
         "asterism tenant add vinyl --host vinyl.example --mail-from shop@vinyl.example"},
    Verb{"tenant list", "Lists them and where their data are.", &tenant_list, as_json,
         folder_settings},
    Verb{"tenant migrate", "Brings their databases up to date.", &tenant_migrate, one_tenant,
         folder_settings},
    Verb{"doctor", "Checks the installation, a line a check.", &doctor, as_json, server_settings},
    Verb{"config show", "Shows every setting and where it came from.", &config_show, as_json,
         server_settings},
    Verb{"config check",
         "Tells whether the server would start so.",
         &config_check,
         {},
         server_settings},
    Verb{"config keys", "Lists what can be set, and how.", &config_keys, config_options},
    Verb{"user add", "Makes an account that can sign in.", &user_add, add_options, data_settings},
    Verb{"user list", "Lists the accounts.", &user_list, as_json, data_settings},
    Verb{"user show", "Shows one account.", &user_show, one_user, data_settings},
    Verb{"user role", "Sets what an account may do.", &user_role, role_options, data_settings},
    Verb{"user lock", "Keeps an account out and ends its sessions.", &user_lock, one_user,
         data_settings},
    Verb{"user unlock", "Lets an account in again.", &user_unlock, one_user, data_settings},
    Verb{"user verify", "Takes an account's address as proved.", &user_verify, one_user,
         data_settings},
    Verb{"user password", "Gives an account a new password and ends its sessions.", &user_password,
         password_options, data_settings},
    Verb{"user sessions", "Lists where an account is signed in.", &user_sessions, one_user,
         data_settings},
    Verb{"user end-sessions", "Ends all sessions of an account.", &user_end_sessions, one_user,
         data_settings},
    Verb{"user delete", "Deletes an account for good.", &user_delete, delete_options,
         data_settings},
    Verb{"user export", "Packs all that is kept about an account into a ZIP.", &user_export,
         export_options, data_settings},
    Verb{"audit list", "Shows who did what from where, the newest first.", &audit_list,
         audit_list_options, data_settings},
    Verb{"audit verify", "Checks that no audit record was changed or removed.", &audit_verify,
         audit_verify_options, data_settings},
    Verb{"audit archive", "Takes old audit records out into files.", &audit_archive,
         audit_archive_options, data_settings},
    Verb{"audit clean-archives", "Deletes old archives of the audit log.", &audit_clean_archives,
         audit_clean_options, data_settings},
    Verb{"cleanup unverified", "Deletes accounts that were never proved, and void links.",
         &cleanup_unverified, cleanup_options, data_settings},
    Verb{"cleanup sessions", "Deletes sessions that are over.", &cleanup_sessions, cleanup_options,
         data_settings},
    Verb{"cleanup tickets", "Deletes void links.", &cleanup_tickets, cleanup_options,
         data_settings},
    Verb{"cleanup lockouts", "Deletes counts of failed tries that are over.", &cleanup_lockouts,
         cleanup_all_options, data_settings},
    Verb{"cleanup carts", "Deletes visitors' carts that nobody touched for a year.", &cleanup_carts,
         cleanup_options, data_settings},
    Verb{"badge list", "Lists the badges that there are.", &badge_list, as_json, data_settings},
    Verb{"badge audit", "Finds badges that somebody should not have, and whole profiles.",
         &badge_audit, badge_audit_options, data_settings},
    Verb{"badge award-pioneer", "Gives the first hundred people their badge.", &badge_award_pioneer,
         badge_pioneer_options, data_settings},
    Verb{"badge recompute", "Judges everybody anew by what is kept, a line a difference.",
         &badge_recompute, badge_recompute_options, data_settings},
    Verb{"mail outbox", "Shows the newest mails, sent or waiting.", &mail_outbox, outbox_options,
         data_settings},
    Verb{"media sweep", "Makes files and database agree again after a crash.", &media_sweep,
         sweep_options, data_settings},
    Verb{"place import", "Takes in places from a file, those that are not there.", &place_import,
         place_options::import, data_settings, false,
         "asterism place import validated_observatories.json --type observatory --skip-images"},
    Verb{"place export", "Writes all places into a file.", &place_export, place_options::export_,
         data_settings, false, "asterism place export --format csv -o places.csv"},
    Verb{"place enrich", "Asks services for addresses and elevations.", &place_enrich,
         place_options::enrich, data_settings},
    Verb{"place backfill bortle", "Judges how dark places are of which that is not known.",
         &backfill_bortle, place_options::bortle, data_settings},
    Verb{"place backfill descriptions", "Describes places as a file does.", &backfill_descriptions,
         place_options::descriptions, data_settings},
    Verb{"cache warm", "Asks a running server for what most people will ask it first.", &cache_warm,
         place_options::warm, server_settings},
    Verb{"media rebuild", "Makes all sizes of photos again out of the full one.", &media_rebuild,
         rebuild_options, data_settings},
    Verb{"place backfill photo-sizes", "Measures photos whose width and height are not known.",
         &place_backfill_photo_sizes, measure_options, data_settings},
    sky_verb("sky moon", "The Moon at a moment, drawn: phase, quarters, where it stands.",
             &sky_moon, sky_options::moon, "asterism sky moon --lat 46.05 --lon 14.51"),
    sky_verb("sky sun", "The Sun at a moment: twilight, rise, set, the next season.", &sky_sun,
             sky_options::body, "asterism sky sun --lat 46.05 --lon 14.51"),
    sky_verb("sky planets", "The planets at a moment: how bright they are and where they stand.",
             &sky_planets, sky_options::body, "asterism sky planets --lat 46.05 --lon 14.51"),
    sky_verb("sky tonight", "A night at a place: when it is dark, what is up, how good it is.",
             &sky_tonight, sky_options::tonight,
             "asterism sky tonight --lat 46.05 --lon 14.51 --date 2026-11-21",
             sky_options::light_settings),
    sky_verb("sky dark", "When the nights at a place are dark, and the Moon away.", &sky_dark,
             sky_options::dark, "asterism sky dark --lat 46.05 --lon 14.51 --nights 30"),
    sky_verb("sky best", "The nights to come, the best for stars first.", &sky_best,
             sky_options::best, "asterism sky best --lat 46.05 --lon 14.51 --nights 60",
             sky_options::light_settings),
    sky_verb("sky bortle", "How bright lamps make a place's sky, and its class on Bortle's scale.",
             &sky_bortle, sky_options::bortle, "asterism sky bortle --lat 46.05 --lon 14.51",
             sky_options::light_settings),
    sky_verb("sky brightness", "How bright a patch of sky is at a moment, and what makes it so.",
             &sky_brightness, sky_options::brightness,
             "asterism sky brightness --lat 46.05 --lon 14.51 --altitude 45 --azimuth 180",
             sky_options::light_settings),
    sky_verb("sky calendar", "What happens in the sky day by day.", &sky_calendar,
             sky_options::calendar,
             "asterism sky calendar --lat 46.05 --lon 14.51 --days 365 --ics"),
    sky_verb("sky showers", "A year's meteor showers, and what a place will see of them.",
             &sky_showers, sky_options::showers,
             "asterism sky showers --year 2026 --lat 46.05 --lon 14.51",
             sky_options::light_settings),
    sky_verb("sky zone", "The time zone of a place, and what its clock shows.", &sky_zone,
             sky_options::zone, "asterism sky zone --lat 46.05 --lon 14.51"),
    Verb{"sky raster build", "Makes the map of light pollution out of a GeoTIFF.",
         &sky_raster_build, build_options},
    Verb{"sky raster show", "Shows what such a map says of itself.", &sky_raster_show, one_raster},
    Verb{"sky raster check", "Tells whether such a map is whole, to the last byte.",
         &sky_raster_check, one_raster},
    Verb{"call",
         "Runs any operation: call OPERATION --field value... --as USER.",
         &call,
         {},
         data_settings,
         true},
    Verb{"openapi", "Prints the description of the HTTP interface.", &openapi},
    Verb{"completion", "Prints a script that completes words in a shell.", &completion, shells},
    Verb{"version", "Prints the version.", &version, as_json},
};

}  // namespace

std::span<const Verb> verbs() {
    static const auto all = [] {
        std::vector<Verb> out(table.begin(), table.end());
        const auto shop = shop_verb_table();
        // Before the verbs that are about the program itself.
        const auto call = std::ranges::find(out, "call", &Verb::name);
        out.insert(call, shop.begin(), shop.end());
        return out;
    }();
    return all;
}

}  // namespace asterism::cli
