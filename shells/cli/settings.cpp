#include "shells/cli/settings.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <unistd.h>

#include <fmt/format.h>

#include "libcore/base/text.hpp"
#include "shells/cli/arguments.hpp"
#include "shells/cli/nearest.hpp"
#include "shells/cli/toml_file.hpp"
#include "shells/cli/trouble.hpp"

namespace asterism::cli {
namespace {

constexpr std::string_view ours = "ASTERISM_";

[[noreturn]] void refuse_unknown(std::string_view name, std::string_view where,
                                 std::span<const std::string_view> known) {
    throw Trouble(Exit::configuration, fmt::format("There is no setting `{}`.", name),
                  fmt::format("It is named in {}.", where),
                  fmt::format("The nearest is `{}`; `asterism config keys` lists all.",
                              nearest(name, known)));
}

std::string contents_of_secret(const std::string& name, const std::string& path) {
    std::ifstream file(path);
    if (!file)
        throw Trouble(Exit::configuration,
                      fmt::format("The file that {} names cannot be read.", name), path,
                      "Check the path and who may read it.");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    return std::string(trimmed(text));
}

std::string value_in(const Sources& sources, std::string_view name) {
    for (const auto& [each, text] : sources.environment)
        if (each == name) return text;
    return {};
}

std::string usual_data_folder(const Sources& sources) {
    if (::geteuid() == 0) return "/var/lib/asterism";
    if (const auto data = value_in(sources, "XDG_DATA_HOME"); data.starts_with('/'))
        return data + "/asterism";
    const auto home = value_in(sources, "HOME");
    if (home.empty())
        throw Trouble(Exit::configuration, "There is no place for the data folder.",
                      "Neither HOME nor XDG_DATA_HOME is set.", "Name one: --data DIR.");
    return home + "/.local/share/asterism";
}

std::string absolute(const std::string& folder) {
    return std::filesystem::absolute(folder).lexically_normal().string();
}

}  // namespace

Sources Sources::of_process() {
    Sources out;
    for (char** each = environ; each && *each; ++each) {
        const std::string_view entry(*each);
        const auto equals = entry.find('=');
        if (equals == std::string_view::npos) continue;
        out.environment.emplace_back(entry.substr(0, equals), entry.substr(equals + 1));
    }
    return out;
}

Settings Settings::load_sources(const Sources& sources) {
    Settings out;
    for (const auto& setting : all_settings())
        if (!setting.is_pattern())
            out.values_[setting.key] = {std::string(setting.fallback), "default"};
    out.take_file(sources.system_file, false);
    // The folder must be known before the file in it can be read; what it says counts less than the
    // environment and the flags, which are therefore taken once more.
    auto with_folder = out;
    with_folder.take_environment(sources);
    for (const auto& [key, text] : sources.flags) with_folder.take(key, text, flag_name(key));
    const auto& named = with_folder.text("data");
    const auto folder = absolute(named.empty() ? usual_data_folder(sources) : named);
    out.take_file(folder + "/asterism.toml", true);
    out.take_environment(sources);
    for (const auto& [key, text] : sources.flags) out.take(key, text, flag_name(key));
    out.fill_in(sources);
    return out;
}

void Settings::take(std::string_view key, std::string_view text, const std::string& origin) {
    const auto* setting = find_setting(key);
    if (!setting) {
        std::vector<std::string_view> keys;
        for (const auto& each : all_settings()) keys.push_back(each.key);
        refuse_unknown(key, origin, keys);
    }
    if (const auto fault = fault_of(*setting, text); !fault.empty())
        throw Trouble(Exit::configuration, fmt::format("The setting `{}` {}.", key, fault),
                      setting->secret ? fmt::format("It comes from {}.", origin)
                                      : fmt::format("It is `{}`, from {}.", text, origin),
                      fmt::format("It means: {}", setting->about));
    if (setting->is_pattern())
        named_[std::string(key)] = {std::string(text), origin};
    else
        values_[setting->key] = {std::string(text), origin};
}

void Settings::take_file(const std::string& path, bool inside_data) {
    const auto found = read_toml(path);
    if (!found) return;
    for (const auto& [key, text, line] : *found) {
        if (inside_data && key == "data")
            throw Trouble(Exit::configuration, "A data folder cannot say where it is.",
                          fmt::format("{}:{} sets `data`.", path, line),
                          "Use --data, ASTERISM_DATA or /etc/asterism/asterism.toml.");
        take(key, text, fmt::format("{}:{}", path, line));
    }
}

void Settings::take_environment(const Sources& sources) {
    for (const auto& setting : all_settings())
        for (const auto& alias : split_list(setting.alias))
            if (const auto text = value_in(sources, alias); !text.empty())
                take(setting.key, text, alias);
    take_database_parts(sources);
    if (const auto port = value_in(sources, "PORT"); !port.empty()) {
        const auto& listen = text("listen");
        take("listen", listen.substr(0, listen.rfind(':') + 1) + port, "PORT");
    }
    for (const auto& [name, text] : sources.environment)
        if (name.starts_with(ours) && !name.starts_with("ASTERISM_TEST_"))
            take_variable(name, text);
}

void Settings::take_variable(const std::string& name, const std::string& text) {
    std::vector<std::string> names;
    for (const auto& setting : all_settings()) {
        if (setting.is_pattern() && take_named(setting, name, text)) return;
        names.push_back(environment_name(setting.key));
        if (names.back() == name) return take(setting.key, text, name);
        if (setting.secret && names.back() + "_FILE" == name)
            return take(setting.key, contents_of_secret(name, text),
                        fmt::format("{} ({})", name, text));
    }
    const std::vector<std::string_view> known(names.begin(), names.end());
    refuse_unknown(name, "the environment", known);
}

/// False if the variable is none of the pattern's.
bool Settings::take_named(const Setting& pattern, const std::string& name,
                          const std::string& text) {
    constexpr std::string_view in_file = "_FILE";
    if (const auto key = key_from_environment(pattern, name); !key.empty()) {
        take(key, text, name);
        return true;
    }
    if (!pattern.secret || !name.ends_with(in_file)) return false;
    const auto bare = std::string_view(name).substr(0, name.size() - in_file.size());
    const auto key = key_from_environment(pattern, bare);
    if (!key.empty()) take(key, contents_of_secret(name, text), fmt::format("{} ({})", name, text));
    return !key.empty();
}

/// What follows from other values where nobody said otherwise.
void Settings::fill_in(const Sources& sources) {
    const auto where = listen();
    if (!has("data")) values_["data"] = {usual_data_folder(sources), "default"};
    values_["data"].text = absolute(text("data"));
    if (!has("mode")) {
        const bool here_only = is_loopback(where.host);
        values_["mode"] = {here_only ? "dev" : "production",
                           here_only ? "default (only this machine can connect)"
                                     : "default (other machines can connect)"};
    }
    if (!has("database"))
        values_["database"] = {"sqlite:" + text("data") + "/asterism.db", "default"};
    if (!has("audit.archive_dir"))
        values_["audit.archive_dir"] = {text("data") + "/audit-archives", "default"};
    if (!has("site.base_url")) {
        const std::string scheme = has("tls.certificate") ? "https://" : "http://";
        values_["site.base_url"] = {scheme + text("listen"), "default"};
    }
    auto& base = values_["site.base_url"].text;
    while (base.ends_with('/')) base.pop_back();
    fill_in_hosts();
    if (has("mail.smtp.url") && has("mail.smtp.host"))
        throw Trouble(Exit::configuration, "The mail server is named twice.",
                      "Both mail.smtp.url and mail.smtp.host are set.", "Keep one of them.");
}

/// A page of somebody's whose name was pointed at this machine must not get an answer (DNS
/// rebinding), and who tries the program out should not have to know that.
void Settings::fill_in_hosts() {
    if (has("site.hosts") || production() || !is_loopback(listen().host)) return;
    auto hosts = std::string("localhost,127.0.0.1,[::1]");
    const auto own = std::string(host_of(text("site.base_url")));
    const bool six = own.find(':') != std::string::npos;
    const auto named = lowered(six ? "[" + own + "]" : own);
    if (hosts.find(named) == std::string::npos) hosts.append(1, ',').append(named);
    values_["site.hosts"] = {hosts, "default (only this machine can connect)"};
}

const Value& Settings::of(std::string_view key) const {
    static const Value none{"", "default"};
    const auto named = named_.find(key);
    if (named != named_.end()) return named->second;
    const auto* setting = find_setting(key);
    return setting && setting->is_pattern() ? none : values_.at(key);
}

std::vector<std::string> Settings::keys() const {
    std::vector<std::string> out;
    for (const auto& setting : all_settings())
        if (!setting.is_pattern()) out.emplace_back(setting.key);
    for (const auto& [key, value] : named_) out.push_back(key);
    return out;
}

std::vector<std::string> Settings::names_below(std::string_view prefix) const {
    std::vector<std::string> out;
    for (const auto& key : keys()) {
        if (!key.starts_with(prefix)) continue;
        auto name = key.substr(prefix.size(), key.find('.', prefix.size()) - prefix.size());
        if (std::ranges::find(out, name) == out.end()) out.push_back(std::move(name));
    }
    return out;
}

long Settings::number(std::string_view key) const { return std::stol(text(key)); }

std::chrono::seconds Settings::duration(std::string_view key) const {
    return read_duration(text(key)).value();
}

Rate Settings::rate(std::string_view key) const { return read_rate(text(key)).value(); }

std::vector<std::string> Settings::list(std::string_view key) const {
    return split_list(text(key));
}

HostPort Settings::listen() const { return read_address(text("listen")).value(); }

std::string Settings::shown(std::string_view key) const {
    auto out = text(key);
    if (find_setting(key)->secret) return out.empty() ? out : "****";
    const auto scheme = out.find("://");
    const auto at = out.rfind('@');
    if (scheme == std::string::npos || at == std::string::npos || at < scheme) return out;
    const auto colon = out.find(':', scheme + 3);
    if (colon < at) out.replace(colon + 1, at - colon - 1, "****");
    return out;
}

}  // namespace asterism::cli
