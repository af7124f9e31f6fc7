#include "shells/cli/tenants.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <map>
#include <stdlib.h>
#include <system_error>
#include <unistd.h>

#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>

#include "libcore/base/text.hpp"
#include "shells/app/json.hpp"
#include "shells/cli/new_file.hpp"
#include "shells/cli/trouble.hpp"

namespace asterism::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view unfinished = ".new-";

[[noreturn]] void refuse_folder(const std::string& path, int error) {
    const bool denied = error == EACCES || error == EPERM || error == EROFS;
    throw Trouble(denied ? Exit::not_allowed : Exit::configuration,
                  fmt::format("The folder {} cannot be used.", path), std::strerror(error),
                  "It must be its owner's alone, and that owner must run asterism.");
}

std::string joined(const std::vector<std::string>& names) {
    std::string out;
    for (const auto& name : names) out += (out.empty() ? "" : ", ") + name;
    return out.empty() ? "none" : out;
}

std::string named(const Settings& settings) {
    const auto& tenant = settings.text("tenant");
    return tenant.empty() ? "the installation itself" : fmt::format("tenant `{}`", tenant);
}

/// Which database an address means, whoever signs in there and however a path is spelled.
std::string place_of(std::string database) {
    if (const auto scheme = database.find("://"); scheme != std::string::npos) {
        database.erase(0, scheme + 3);
        return database.substr(database.substr(0, database.find('/')).rfind('@') + 1);
    }
    if (database.starts_with("sqlite:")) database.erase(0, 7);
    return fs::weakly_canonical(database).string();
}

/// Who has what, so that nobody else gets it.
class Claims {
public:
    void add(const Settings& settings) {
        const bool own = !settings.has("tenant");
        const auto hosts = settings.list("site.hosts");
        if (!own && (hosts.empty() || std::ranges::find(hosts, "*") != hosts.end()))
            throw Trouble(
                Exit::configuration,
                fmt::format("Tenant `{}` has no host name of its own.", settings.text("tenant")),
                hosts.empty() ? "site.hosts is not set for it." : "site.hosts is every name, `*`.",
                fmt::format("Set site.hosts in {}/asterism.toml.", settings.text("data")));
        for (const auto& host : hosts) take(hosts_, "host name", lowered(host), settings);
        take(databases_, "database", place_of(settings.text("database")), settings);
    }

private:
    using Owners = std::map<std::string, std::string, std::less<>>;

    static void take(Owners& owners, std::string_view what, const std::string& name,
                     const Settings& settings) {
        const auto [found, fresh] = owners.emplace(name, named(settings));
        if (!fresh && found->second != named(settings))
            throw Trouble(Exit::conflict, fmt::format("The {} {} is for two.", what, name),
                          fmt::format("{} has it, and {}.", found->second, named(settings)),
                          "Give one of them another.");
    }

    Owners hosts_;
    Owners databases_;
};

void make_folder(const std::string& path) {
    if (::mkdir(path.c_str(), 0700) != 0 && errno != EEXIST) refuse_folder(path, errno);
}

void sync(const std::string& path) {
    const int opened = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (opened < 0) refuse_folder(path, errno);
    const int done = ::fsync(opened);
    ::close(opened);
    if (done != 0) refuse_folder(path, errno);
}

}  // namespace

std::string tenants_folder(const Settings& own) { return own.text("data") + "/tenants"; }

bool is_tenant_name(std::string_view name) {
    constexpr std::string_view first = "abcdefghijklmnopqrstuvwxyz0123456789";
    return !name.empty() && name.size() <= 63 && first.find(name.front()) != first.npos &&
           name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_") == name.npos;
}

std::vector<std::string> tenant_names(const Settings& own) {
    std::vector<std::string> out;
    const auto all = tenants_folder(own);
    std::error_code failure;
    for (fs::directory_iterator each(all, failure), end; !failure && each != end;
         each.increment(failure)) {
        auto name = each->path().filename().string();
        if (name.starts_with('.')) continue;
        if (!is_tenant_name(name) || !each->is_directory())
            throw Trouble(Exit::configuration, fmt::format("{}/{} is no tenant.", all, name),
                          "A tenant is a folder whose name is 1 to 63 of a-z 0-9 - _.",
                          "Move it elsewhere; `asterism tenant add` makes tenants.");
        out.push_back(std::move(name));
    }
    if (failure && failure != std::errc::no_such_file_or_directory)
        refuse_folder(all, failure.value());
    std::ranges::sort(out);
    return out;
}

Settings tenant_settings(const Settings& own, const std::string& name) {
    const auto names = tenant_names(own);
    if (std::ranges::find(names, name) == names.end())
        throw Trouble(Exit::configuration, fmt::format("There is no tenant `{}`.", name),
                      fmt::format("It is named by {}; in {} there are: {}.",
                                  own.has("tenant") ? own.of("tenant").origin : "the command line",
                                  tenants_folder(own), joined(names)),
                      fmt::format("Make it: asterism tenant add {} --host HOST", name));
    return own.for_tenant(name, tenants_folder(own) + "/" + name);
}

std::vector<Settings> all_tenants(const Settings& own) {
    std::vector<Settings> out;
    for (const auto& name : tenant_names(own)) out.push_back(tenant_settings(own, name));
    if (out.empty()) return out;
    Claims claims;
    claims.add(own);
    for (const auto& each : out) claims.add(each);
    return out;
}

void check_newcomer(const Settings& own, const Settings& newcomer) {
    Claims claims;
    claims.add(own);
    for (const auto& name : tenant_names(own)) claims.add(tenant_settings(own, name));
    claims.add(newcomer);
}

NewTenant::NewTenant(const Settings& own, std::string name)
    : all_(tenants_folder(own)), name_(std::move(name)) {
    if (!is_tenant_name(name_))
        throw Trouble(Exit::misused, fmt::format("`{}` is no name for a tenant.", name_),
                      "A name is 1 to 63 of a-z 0-9 - _, and does not begin with - or _.",
                      "Choose a short one, such as `shop`.");
}

/// After the other constructor whatever is thrown here is cleared away by the destructor.
NewTenant::NewTenant(const Settings& own, std::string name, const Values& values)
    : NewTenant(own, std::move(name)) {
    make_folder(all_);
    lock_ = ::open(all_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (lock_ < 0 || ::flock(lock_, LOCK_EX) != 0) refuse_folder(all_, errno);
    for (const auto& entry : fs::directory_iterator(all_))  // of one that was killed
        if (entry.path().filename().string().starts_with(unfinished)) fs::remove_all(entry.path());
    if (fs::exists(all_ + "/" + name_))
        throw Trouble(Exit::conflict, fmt::format("There is a tenant `{}` already.", name_),
                      fmt::format("It lies in {}/{}.", all_, name_),
                      "Choose another name; `asterism tenant list` shows those that are taken.");
    auto folder = fmt::format("{}/{}XXXXXX", all_, unfinished);
    if (!::mkdtemp(folder.data())) refuse_folder(all_, errno);
    folder_ = folder;
    NewFile file(folder_ + "/asterism.toml");
    for (const auto& [key, text] : values) {
        std::string line = key + " = ";
        app::append_json(line, text);
        file.write(line + "\n");
    }
    file.close();
}

NewTenant::~NewTenant() {
    std::error_code none;
    if (!folder_.empty()) fs::remove_all(folder_, none);
    if (lock_ >= 0) ::close(lock_);
}

void NewTenant::keep() {
    sync(folder_ + "/asterism.toml");
    sync(folder_);
    if (::rename(folder_.c_str(), (all_ + "/" + name_).c_str()) != 0) refuse_folder(all_, errno);
    folder_.clear();
    sync(all_);
}

}  // namespace asterism::cli
