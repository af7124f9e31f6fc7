#include "bindings/python/folder.hpp"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <system_error>
#include <unistd.h>

#include <sys/file.h>
#include <sys/stat.h>

namespace asterism::python {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const std::string& path) {
    throw std::system_error(errno, std::generic_category(), path);
}

std::string variable(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
}

/// As the program finds it when nothing is configured.
std::string usual() {
    if (auto named = variable("ASTERISM_DATA"); !named.empty()) return named;
    if (::geteuid() == 0) return "/var/lib/asterism";
    if (const auto data = variable("XDG_DATA_HOME"); data.starts_with('/'))
        return data + "/asterism";
    return variable("HOME") + "/.local/share/asterism";
}

}  // namespace

std::string data_folder(const std::string& named) {
    // With a slash at its end and without one it is the same folder.
    const auto folder = fs::absolute((named.empty() ? usual() : named) + "/").parent_path();
    fs::create_directories(folder.parent_path());
    // What it holds is its owner's alone; one that is there already is left as it is.
    if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) fail(folder);
    if (!fs::is_directory(folder))
        throw fs::filesystem_error(folder, std::make_error_code(std::errc::not_a_directory));
    return folder;
}

FolderLock::FolderLock(const std::string& folder)
    : file_(::open((folder + "/LOCK").c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600)),
      held_(file_ >= 0 && ::flock(file_, LOCK_EX | LOCK_NB) == 0) {
    if (file_ < 0) fail(folder);
}

FolderLock::~FolderLock() { ::close(file_); }

}  // namespace asterism::python
