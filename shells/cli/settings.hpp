#pragma once

#include <chrono>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shells/cli/setting.hpp"

namespace asterism::cli {

/// Where settings are read from, beginning with what counts least.
struct Sources {
    std::string system_file = "/etc/asterism/asterism.toml";
    std::vector<std::pair<std::string, std::string>> environment;
    std::vector<std::pair<std::string, std::string>> flags;  ///< by key

    /// With the environment of this process.
    static Sources of_process();
};

struct Value {
    std::string text;
    std::string origin;  ///< "default", a file, a name in the environment, a flag
};

/// Every setting's value and where it came from.
class Settings {
public:
    /// Throws Trouble for an unknown key or a bad value, naming the nearest key. Those of the
    /// tenant that is named, or else of the installation.
    static Settings load(const Sources& sources);
    /// Those of the installation, whatever tenant is named.
    static Settings load_own(const Sources& sources);

    /// Those of one tenant: the installation's but for what is a tenant's own, and whatever the
    /// file in its `folder` says. That counts most, since all others speak of every tenant.
    Settings for_tenant(const std::string& name, const std::string& folder) const;

    const Value& of(std::string_view key) const;

    const std::string& text(std::string_view key) const { return of(key).text; }

    bool has(std::string_view key) const { return !text(key).empty(); }

    /// All keys in the table's order, then those that somebody gave a name to.
    std::vector<std::string> keys() const;
    /// The names that were given below "oidc." and the like.
    std::vector<std::string> names_below(std::string_view prefix) const;

    long number(std::string_view key) const;
    std::chrono::seconds duration(std::string_view key) const;
    Rate rate(std::string_view key) const;
    std::vector<std::string> list(std::string_view key) const;
    HostPort listen() const;

    bool production() const { return text("mode") == "production"; }

    /// As it may be shown: secrets and passwords within addresses as stars.
    std::string shown(std::string_view key) const;

private:
    void take(std::string_view key, std::string_view text, const std::string& origin);
    void take_file(const std::string& path, bool inside_data);
    static Settings load_sources(const Sources& sources);
    void take_tenant_file(const std::string& path);
    void take_database_parts(const Sources& sources);
    void take_environment(const Sources& sources);
    void take_variable(const std::string& name, const std::string& text);
    bool take_named(const Setting& pattern, const std::string& name, const std::string& text);
    void fill_in(const Sources& sources);
    void fill_in_hosts();

    std::map<std::string_view, Value> values_;
    std::map<std::string, Value, std::less<>> named_;  ///< of patterns, by their whole key
};

struct Arguments;

/// As the machine, this process and its command line say.
Settings settings_of(const Arguments& given);
/// The same of the installation, whatever tenant is named.
Settings own_settings_of(const Arguments& given);

/// Whether it is for the process to say, and not for one of its tenants.
bool is_of_process(std::string_view key);

/// What production mode refuses, three lines each with an empty line between; empty: nothing.
std::string unsafe_in_production(const Settings& settings);

/// The host that a URL names, without port and brackets.
std::string_view host_of(std::string_view url);

/// Refuses what this program does not have yet or cannot make sense of.
void check_usable(const Settings& settings);

/// The same, and in production what is not safe. Both throw Trouble.
void check(const Settings& settings);

}  // namespace asterism::cli
