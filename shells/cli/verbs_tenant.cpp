#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "shells/app/json.hpp"
#include "shells/cli/compose.hpp"
#include "shells/cli/output.hpp"
#include "shells/cli/tenants.hpp"
#include "shells/cli/verbs.hpp"

namespace asterism::cli {
namespace {

/// The flags that are for the process are the installation's, all others the new tenant's.
struct Flags {
    Arguments own;
    NewTenant::Values tenant;
};

Flags divided(const Arguments& given) {
    Flags out;
    out.tenant.emplace_back("site.hosts", given.text("host"));
    for (const auto& [key, text] : given.settings) {
        if (is_of_process(key))
            out.own.settings.emplace_back(key, text);
        else if (key != "site.hosts")
            out.tenant.emplace_back(key, text);
    }
    return out;
}

/// How many steps of its schema were taken.
std::size_t migrate(const Settings& settings, Shared& shared) {
    Composition parts(settings, shared);
    if (is_embedded(settings)) parts.folder().lock();
    const auto before = parts.schema().pending.size();
    parts.migrate();
    return before;
}

/// One that fails does not keep the others back. What went wrong, if anything did.
std::optional<Trouble> try_to_migrate(const Settings& settings, Shared& shared) {
    const auto& name = settings.text("tenant");
    const auto said = [&](Exit exit, std::string_view what) {
        return Trouble(exit, fmt::format("Tenant `{}`: {}", name, what));
    };
    try {
        const auto steps = migrate(settings, shared);
        print(fmt::format("{}: up to date{}\n", name,
                          steps == 0 ? "" : fmt::format(", {} steps taken", steps)));
        return std::nullopt;
    } catch (const Trouble& trouble) {
        return said(trouble.exit(), trouble.what());
    } catch (const app::StoreUnavailable& failure) {
        return said(Exit::unavailable,
                    fmt::format("The database {} does not answer.\n{}\nSee whether it runs.",
                                settings.shown("database"), failure.what()));
    }
}

std::string as_json(const std::vector<Settings>& tenants) {
    std::string out;
    for (const auto& each : tenants) {
        out += out.empty() ? "[" : ",";
        app::append_json(out += R"({"name":)", each.text("tenant"));
        std::string hosts;
        for (const auto& host : each.list("site.hosts")) {
            hosts += hosts.empty() ? "" : ",";
            app::append_json(hosts, host);
        }
        out += fmt::format(R"(,"hosts":[{}],"base_url":)", hosts);
        app::append_json(out, each.text("site.base_url"));
        app::append_json(out += R"(,"data":)", each.text("data"));
        app::append_json(out += R"(,"database":)", each.shown("database"));
        out += '}';
    }
    return (out.empty() ? "[" : out) + "]\n";
}

}  // namespace

Exit tenant_add(const Arguments& given) {
    const auto flags = divided(given);
    const auto own = own_settings_of(flags.own);
    const auto name = given.text("name");
    DataFolder(own.text("data"));  // the installation may be as new as its tenant
    NewTenant made(own, name, flags.tenant);
    const auto settings = own.for_tenant(name, made.folder());
    check_newcomer(own, settings);
    check(settings);
    {
        Composition parts(settings);
        parts.make_ready();
        parts.store().checkpoint();
    }
    made.keep();
    const auto kept = tenant_settings(own, name);
    print(fmt::format("{}: {}\n", name, kept.text("site.base_url")));
    say(
        fmt::format("Its settings, secrets and files are in {}.\n"
                    "A server that runs takes it up when it is started again. Make somebody who "
                    "may do everything there:\n"
                    "  asterism user add NAME --email ADDRESS --role admin --tenant {} --data {}",
                    kept.text("data"), name, own.text("data")));
    return Exit::done;
}

Exit tenant_list(const Arguments& given) {
    const auto tenants = all_tenants(own_settings_of(given));
    if (given.has("json")) {
        print(as_json(tenants));
        return Exit::done;
    }
    std::vector<std::vector<std::string>> rows{{"TENANT", "HOSTS", "ADDRESS", "DATABASE"}};
    for (const auto& each : tenants)
        rows.push_back({each.text("tenant"), each.text("site.hosts"), each.text("site.base_url"),
                        each.shown("database")});
    print(columns(rows));
    return Exit::done;
}

Exit tenant_migrate(const Arguments& given) {
    const auto own = own_settings_of(given);
    const auto wanted = given.text("name");
    std::vector<Settings> tenants;
    if (wanted.empty())
        tenants = all_tenants(own);
    else
        tenants.push_back(tenant_settings(own, wanted));
    Shared shared(own);
    std::string troubles;
    auto exit = Exit::done;
    for (const auto& each : tenants) {
        const auto trouble = try_to_migrate(each, shared);
        if (!trouble) continue;
        if (troubles.empty()) exit = trouble->exit();
        troubles.append(troubles.empty() ? "" : "\n\n").append(trouble->what());
    }
    if (!troubles.empty()) throw Trouble(exit, std::move(troubles));
    return Exit::done;
}

}  // namespace asterism::cli
