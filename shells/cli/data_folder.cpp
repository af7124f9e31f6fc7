#include "shells/cli/data_folder.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <stdexcept>
#include <system_error>
#include <unistd.h>
#include <utility>

#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>

#include "shells/app/secret_file.hpp"
#include "shells/cli/trouble.hpp"

namespace asterism::cli {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const std::string& path, int error) {
    const bool denied = error == EACCES || error == EPERM || error == EROFS;
    throw Trouble(denied ? Exit::not_allowed : Exit::configuration,
                  fmt::format("The data folder {} cannot be used.", path), std::strerror(error),
                  denied ? "Run as its owner, or name another one: --data DIR."
                         : "Name another one: --data DIR.");
}

void make_folder(const std::string& path) {
    if (::mkdir(path.c_str(), 0700) == 0) return;
    const int error = errno;

    struct stat found {};

    if (error != EEXIST) refuse(path, error);
    if (::stat(path.c_str(), &found) != 0) refuse(path, errno);
    if (!S_ISDIR(found.st_mode)) refuse(path, ENOTDIR);
    if (::access(path.c_str(), R_OK | W_OK | X_OK) != 0) refuse(path, errno);
}

void make_parents(const std::string& path) {
    const auto parent = fs::path(path).parent_path();
    std::error_code failure;
    fs::create_directories(parent, failure);
    if (failure && !fs::is_directory(parent)) refuse(path, failure.value());
}

}  // namespace

DataFolder::DataFolder(std::string path) : path_(std::move(path)) {
    make_parents(path_);
    make_folder(path_);
    for (const auto* inner : {"/files", "/secrets", "/backups"}) make_folder(path_ + inner);
}

DataFolder::DataFolder(DataFolder&& other) noexcept
    : path_(std::move(other.path_)), lock_(std::exchange(other.lock_, -1)) {}

DataFolder::~DataFolder() {
    if (lock_ >= 0) ::close(lock_);
}

void DataFolder::lock() {
    if (lock_ >= 0) return;
    const auto path = path_ + "/LOCK";
    lock_ = ::open(path.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
    if (lock_ < 0) refuse(path, errno);
    if (::flock(lock_, LOCK_EX | LOCK_NB) != 0)
        throw Trouble(Exit::conflict, fmt::format("The data folder {} is in use.", path_),
                      "Another asterism serves or changes it just now.",
                      "Stop that one first, or name another folder: --data DIR.");
}

std::string DataFolder::secret(std::string_view name, Entropy& entropy) const {
    const auto path = fmt::format("{}/secrets/{}", path_, name);
    try {
        return app::secret_file(path, entropy);
    } catch (const std::system_error& failure) {
        refuse(path_, failure.code().value());
    } catch (const std::invalid_argument&) {
        throw Trouble(Exit::configuration, fmt::format("The secret {} cannot be used.", path),
                      "A secret is 64 or more hexadecimal digits, drawn by chance.",
                      "Delete the file; a new one is made. Whatever it had signed is void then.");
    }
}

std::string fault_of_secrets(const std::string& folder) {
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(folder + "/secrets", none)) {
        const auto path = entry.path().string();

        struct stat found {};

        if (::stat(path.c_str(), &found) != 0) return path + " cannot be looked at";
        if ((found.st_mode & (S_IRWXG | S_IRWXO)) != 0) return path + " can be read by others";
        if (!app::is_strong_secret(app::read_secret(path))) return path + " is no strong secret";
    }
    return {};
}

}  // namespace asterism::cli
