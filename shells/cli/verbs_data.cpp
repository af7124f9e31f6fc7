#include <algorithm>
#include <filesystem>
#include <unistd.h>

#include <fmt/format.h>
#include <sys/stat.h>

#include "shells/app/json.hpp"
#include "shells/app/time_text.hpp"
#include "shells/cli/compose.hpp"
#include "shells/cli/output.hpp"
#include "shells/cli/tenants.hpp"
#include "shells/cli/verbs.hpp"

namespace asterism::cli {
namespace {

struct Check {
    std::string name;
    std::string fault;  ///< empty: all is well
    std::string found;
};

std::string when(Instant at) {
    std::string out;
    app::append_instant(out, std::chrono::floor<std::chrono::seconds>(at));
    return out;
}

struct Step {
    int number;
    std::string name;
    std::string state;
};

std::vector<Step> steps_of(const store::MigrationStatus& found) {
    std::vector<Step> out;
    const auto is_in = [](const auto& list, int number) {
        return std::ranges::find(list, number, &store::AppliedMigration::number) != list.end();
    };
    for (const auto& each : found.applied) {
        auto state = "applied " + when(each.applied_at);
        if (is_in(found.changed, each.number)) state = "changed since it was applied";
        if (is_in(found.newer, each.number)) state = "unknown to this program";
        out.push_back({each.number, each.name, state});
    }
    for (const auto& each : found.pending)
        out.push_back({each.number, std::string(each.name), "pending"});
    return out;
}

Check check_folder(const std::string& path) {
    struct stat found {};

    if (::stat(path.c_str(), &found) != 0) return {"data folder", "there is none yet", path};
    if (!S_ISDIR(found.st_mode)) return {"data folder", "it is no folder", path};
    if (::access(path.c_str(), R_OK | W_OK | X_OK) != 0)
        return {"data folder", "this user may not use it", path};
    if ((found.st_mode & S_IRWXO) != 0) return {"data folder", "others may look into it", path};
    return {"data folder", "", path};
}

Check check_schema(Composition& parts) {
    const auto found = parts.schema();
    if (!found.newer.empty()) return {"schema", "it is newer than this program", ""};
    if (!found.changed.empty()) return {"schema", "steps were changed after they were taken", ""};
    if (!found.pending.empty())
        return {"schema", fmt::format("{} steps were not taken", found.pending.size()), ""};
    return {"schema", "", fmt::format("{} steps taken", found.applied.size())};
}

Check check_mail(const Settings& settings) {
    const auto server = smtp_server_of(settings);
    if (!server && settings.production()) return {"mail", "no mail server is configured", ""};
    if (!server) return {"mail", "", "kept here: no mail server is configured"};
    const auto report = outside::SmtpSender(*server).greet();
    if (report.outcome != outside::Delivery::done) return {"mail", report.error, server->url};
    return {"mail", "", server->url};
}

/// Whether tenants that are served beside this installation are in nobody's way.
void check_tenants(const Settings& settings, std::vector<Check>& out) {
    if (settings.has("tenant")) return;
    try {
        const auto tenants = all_tenants(settings);
        if (!tenants.empty()) out.push_back({"tenants", "", fmt::format("{}", tenants.size())});
    } catch (const Trouble& trouble) {
        std::string why(trouble.what());
        std::ranges::replace(why, '\n', ' ');
        out.push_back({"tenants", std::move(why), ""});
    }
}

/// The database and its schema; the rest cannot be asked if it does not open.
void check_database(const Settings& settings, std::vector<Check>& out) {
    const auto where = settings.shown("database");
    try {
        Composition parts(settings);
        parts.store().ping();
        out.push_back({"database", "", where});
        out.push_back(check_schema(parts));
    } catch (const std::exception& failure) {
        std::string why(failure.what());
        std::ranges::replace(why, '\n', ' ');
        out.push_back({"database", std::move(why), where});
    }
}

std::vector<Check> examine(const Settings& settings) {
    std::vector<Check> out;
    const auto unsafe = settings.production() ? unsafe_in_production(settings) : std::string();
    out.push_back(
        {"settings", unsafe.substr(0, unsafe.find('\n')), settings.text("mode") + " mode"});
    out.push_back(check_folder(settings.text("data")));
    if (out.back().fault.empty()) {
        out.push_back(
            {"secrets", fault_of_secrets(settings.text("data")), "for their owner alone"});
        check_database(settings, out);
        check_tenants(settings, out);
    }
    out.push_back(check_mail(settings));
    return out;
}

std::string as_json(const std::vector<Check>& checks, bool well) {
    std::string out = well ? R"({"ok":true,"checks":[)" : R"({"ok":false,"checks":[)";
    for (const auto& each : checks) {
        if (!out.ends_with('[')) out += ',';
        app::append_json(out += "{\"name\":", each.name);
        out += each.fault.empty() ? ",\"ok\":true" : ",\"ok\":false";
        app::append_json(out += ",\"detail\":", each.fault.empty() ? each.found : each.fault);
        out += '}';
    }
    return out + "]}\n";
}

}  // namespace

Exit migrate_status(const Arguments& given) {
    Composition parts(settings_of(given));
    const auto found = parts.schema();
    std::vector<std::vector<std::string>> rows{{"STEP", "NAME", "STATE"}};
    std::string json;
    for (const auto& [number, name, state] : steps_of(found)) {
        rows.push_back({std::to_string(number), name, state});
        json += fmt::format(R"({}{{"number":{},"name":)", json.empty() ? "[" : ",", number);
        app::append_json(json, name);
        app::append_json(json += ",\"state\":", state);
        json += '}';
    }
    print(given.has("json") ? (json.empty() ? "[" : json) + "]\n" : columns(rows));
    return found.current() ? Exit::done : Exit::found_wrong;
}

Exit migrate_up(const Arguments& given) {
    Composition parts(settings_of(given));
    if (is_embedded(parts.settings())) parts.folder().lock();
    const auto before = parts.schema().pending.size();
    parts.migrate();
    print(before == 0 ? "The database is up to date.\n"
                      : fmt::format("Up to date: {} steps taken.\n", before));
    return Exit::done;
}

Exit doctor(const Arguments& given) {
    const auto checks = examine(settings_of(given));
    const bool well =
        std::ranges::all_of(checks, [](const Check& each) { return each.fault.empty(); });
    if (given.has("json")) {
        print(as_json(checks, well));
    } else {
        std::vector<std::vector<std::string>> rows;
        rows.reserve(checks.size());
        for (const auto& each : checks)
            rows.push_back({each.fault.empty() ? "ok" : "WRONG", each.name,
                            each.fault.empty() ? each.found : each.fault});
        print(columns(rows));
    }
    return well ? Exit::done : Exit::found_wrong;
}

Exit openapi(const Arguments&) {
    print(openapi_document() + '\n');
    return Exit::done;
}

}  // namespace asterism::cli
