#include <algorithm>
#include <array>
#include <filesystem>

#include <fmt/format.h>

#include "shells/cli/arguments.hpp"
#include "shells/cli/settings.hpp"
#include "shells/cli/tenants.hpp"
#include "shells/cli/toml_file.hpp"
#include "shells/cli/trouble.hpp"

namespace asterism::cli {
namespace {

constexpr std::array<std::string_view, 6> of_process{"mode",   "listen", "data",
                                                     "tenant", "cache",  "site.trusted_proxies"};
constexpr std::array<std::string_view, 3> process_groups{"tls.", "log.", "server."};
/// What one tenant has must not be another's by default.
constexpr std::array<std::string_view, 7> never_inherited{
    "site.hosts",          "site.origins",          "site.cors_origins",   "site.cookie_domain",
    "startupwebapp.pages", "payments.success_page", "payments.cancel_page"};

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == '~';
        out += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return out;
}

/// Another database of the same PostgreSQL server.
std::string beside(const std::string& url, const std::string& name) {
    const auto query = std::min(url.find('?'), url.size());
    if (url.find("dbname=", query) != std::string::npos)
        throw Trouble(Exit::configuration, "Tenants cannot have databases beside this one.",
                      "The setting `database` names its database as a parameter, dbname=.",
                      "Name it in the path: postgresql://HOST/NAME.");
    const auto path = std::min(url.find('/', url.find("://") + 3), query);
    return fmt::format("{}/{}{}", url.substr(0, path), name, url.substr(query));
}

/// The installation's address with another host.
std::string at_host(const std::string& url, const std::string& host) {
    const auto start = url.find("://") + 3;
    const auto end = std::min(url.find('/', start), url.size());
    const auto old = url.substr(start, end - start);
    const auto colon = old.rfind(':');
    const bool port = colon != std::string::npos && old.find(']', colon) == std::string::npos;
    return url.substr(0, start) + host + (port ? old.substr(colon) : "");
}

bool is_postgresql(std::string_view database) {
    return database.starts_with("postgresql://") || database.starts_with("postgres://");
}

}  // namespace

bool is_of_process(std::string_view key) {
    return std::ranges::find(of_process, key) != of_process.end() ||
           std::ranges::any_of(process_groups, [&](auto group) { return key.starts_with(group); });
}

Settings Settings::load(const Sources& sources) {
    auto own = load_sources(sources);
    if (!own.has("tenant")) return own;
    return tenant_settings(own, own.text("tenant"));
}

Settings Settings::load_own(const Sources& sources) {
    auto out = load_sources(sources);
    out.values_["tenant"] = {"", "default"};
    return out;
}

Settings settings_of(const Arguments& given) {
    auto sources = Sources::of_process();
    sources.flags = given.settings;
    return Settings::load(sources);
}

Settings own_settings_of(const Arguments& given) {
    auto sources = Sources::of_process();
    sources.flags = given.settings;
    return Settings::load_own(sources);
}

Settings Settings::for_tenant(const std::string& name, const std::string& folder) const {
    auto out = *this;
    const std::string origin = "default (of a tenant)";
    out.values_["tenant"] = {name, of("tenant").origin};
    out.values_["data"] = {folder, origin};
    out.values_["audit.archive_dir"] = {folder + "/audit-archives", origin};
    out.values_["database"] = {is_postgresql(text("database"))
                                   ? beside(text("database"), name)
                                   : "sqlite:" + folder + "/asterism.db",
                               origin};
    for (const auto& key : never_inherited) out.values_[key] = {"", origin};
    // All look at one sky; a map lies with the installation unless the setting says otherwise.
    std::error_code unknown;
    const auto raster = text("data") + "/sky.raster";
    if (!has("sky.raster") && std::filesystem::exists(raster, unknown))
        out.values_["sky.raster"] = {raster, origin};
    out.values_["site.base_url"] = {"", origin};
    out.take_tenant_file(folder + "/asterism.toml");
    const auto hosts = out.list("site.hosts");
    auto& base = out.values_["site.base_url"].text;
    if (base.empty() && !hosts.empty()) base = at_host(text("site.base_url"), hosts.front());
    while (base.ends_with('/')) base.pop_back();
    return out;
}

void Settings::take_tenant_file(const std::string& path) {
    const auto found = read_toml(path);
    if (!found) return;
    for (const auto& [key, text, line] : *found) {
        if (is_of_process(key))
            throw Trouble(Exit::configuration, "A tenant cannot say that.",
                          fmt::format("{}:{} sets `{}`.", path, line, key),
                          "It goes for the whole process: set it for the installation.");
        take(key, text, fmt::format("{}:{}", path, line));
    }
}

/// As whoever ran the shop of before had them, where nobody gave the whole address.
void Settings::take_database_parts(const Sources& sources) {
    const auto said = [&](std::string_view name) {
        for (const auto& [each, text] : sources.environment)
            if (each == name) return text;
        return std::string();
    };
    const auto host = said("DATABASE_HOST");
    if (host.empty() || !said("DATABASE_URL").empty()) return;
    auto url = "postgresql://" + escaped(said("DATABASE_USER"));
    if (const auto password = said("DATABASE_PASSWORD"); !password.empty())
        url += ":" + escaped(password);
    if (!url.ends_with('/')) url += '@';
    url += host.starts_with('/') ? escaped(host) : host;
    if (const auto port = said("DATABASE_PORT"); !port.empty()) url += ":" + port;
    take("database", url + "/", "DATABASE_HOST");
}

}  // namespace asterism::cli
