#include "shells/cli/demo/demo.hpp"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <stdlib.h>
#include <system_error>

#include <fmt/format.h>

#include "libcore/base/entropy.hpp"
#include "shells/cli/compose.hpp"
#include "shells/cli/demo/cast.hpp"
#include "shells/cli/demo/fill.hpp"
#include "shells/cli/demo/tables.hpp"
#include "shells/cli/output.hpp"

namespace asterism::cli::demo {
namespace {

namespace fs = std::filesystem;

bool names(const Arguments& given, std::string_view key) {
    return std::ranges::find(given.settings, key, [](const auto& each) {
               return std::string_view(each.first);
           }) != given.settings.end();
}

std::string make_folder() {
    std::error_code none;
    auto out = (fs::temp_directory_path(none) / "asterism-demo-XXXXXX").string();
    if (::mkdtemp(out.data())) return out;
    throw Trouble(Exit::configuration, "There is no folder for sample data.", std::strerror(errno),
                  "Name an empty one: --data DIR.");
}

/// Known to everybody where nobody else can come in, and drawn by chance where others can.
std::string password_for(Composition& parts) {
    if (is_loopback(parts.settings().listen().host)) return "Galaxy.Curve7";
    return random_text(parts.app().world().entropy, alphanumerics, 16);
}

void refuse_people(Composition& parts) {
    bool anybody = false;
    parts.store().read(
        [&](app::Unit& unit) { anybody = !unit.accounts().list(AccountId{}, 1).empty(); });
    if (anybody)
        throw Trouble(Exit::conflict, "Somebody is in this database already.",
                      "Sample data is for an empty one.",
                      "Serve it without --demo, or name an empty folder: --data DIR.");
}

Filled filled_or_refused(Composition& parts, std::string_view password) {
    try {
        return fill(parts, password);
    } catch (const app::NoImages& failure) {
        throw Trouble(Exit::unavailable, "The sample pictures cannot be made.", failure.what(),
                      "Put asterism-images beside asterism.");
    }
}

}  // namespace

Demo::Demo(const Arguments& given) : given_(given) {
    if (names(given, "data")) return;
    folder_ = make_folder();
    given_.settings.emplace_back("data", folder_);
    if (!names(given, "database"))
        given_.settings.emplace_back("database", "sqlite:" + folder_ + "/asterism.db");
}

Demo::~Demo() {
    std::error_code none;
    if (!folder_.empty()) fs::remove_all(folder_, none);
}

void Demo::check(const Settings& settings) const {
    if (!settings.production()) return;
    throw Trouble(Exit::configuration, "Sample data has no place in production.",
                  fmt::format("mode is production, from {}.", settings.of("mode").origin),
                  "Leave --demo out, or serve this machine alone: --listen 127.0.0.1:8000.");
}

void Demo::fill(Composition& parts) {
    refuse_people(parts);
    password_ = password_for(parts);
    say("Making up people, places and three years of nights; this takes some seconds.");
    const auto start = std::chrono::steady_clock::now();
    const auto filled = filled_or_refused(parts, password_);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    say(fmt::format("There are {}, after {:.1f} s.", filled.summary, took.count()));
}

void Demo::introduce() const {
    const auto people = known_people();
    say(fmt::format("Sign in as {}, {}, {}, {} or {}, who is of the staff. Password: {}",
                    people[finder].handle, people[critic].handle, people[photographer].handle,
                    people[teacher].handle, people[keeper].handle, password_));
    if (!folder_.empty()) say("All of it is thrown away when the server stops.");
}

}  // namespace asterism::cli::demo
