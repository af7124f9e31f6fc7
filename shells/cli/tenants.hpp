#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shells/cli/settings.hpp"

namespace asterism::cli {

/// The tenants of an installation: every folder below `DATA/tenants` is one, with all that is its
/// own in it (settings, secrets, files, SQLite's database). There is no other list of them.

std::string tenants_folder(const Settings& own);

/// 1 to 63 of a-z 0-9 - _, a letter or digit first: what a folder and a database may be called.
bool is_tenant_name(std::string_view name);

/// In the order of their names.
std::vector<std::string> tenant_names(const Settings& own);

/// Throws Trouble if there is no such tenant.
Settings tenant_settings(const Settings& own, const std::string& name);

/// Of all tenants. Throws Trouble where two of them, or one and the installation, would be in each
/// other's way: no host of its own, one host or one database for two.
std::vector<Settings> all_tenants(const Settings& own);

/// The same with one more that is still to be.
void check_newcomer(const Settings& own, const Settings& newcomer);

/// A place among the tenants that is still to be filled: a folder that is no tenant's yet, held
/// alone. Gone again with this, unless it was kept.
class NewTenant {
public:
    using Values = std::vector<std::pair<std::string, std::string>>;

    /// Waits for others who add one. Throws Trouble if the name is no name or is taken.
    NewTenant(const Settings& own, std::string name, const Values& values);
    ~NewTenant();
    NewTenant(const NewTenant&) = delete;
    NewTenant& operator=(const NewTenant&) = delete;

    /// Where it is for the time being.
    const std::string& folder() const { return folder_; }

    /// Makes it a tenant, at once or not at all.
    void keep();

private:
    NewTenant(const Settings& own, std::string name);

    std::string all_;
    std::string name_;
    std::string folder_;
    int lock_ = -1;
};

}  // namespace asterism::cli
