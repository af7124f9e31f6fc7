#include "shells/cli/data_folder.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <unistd.h>
#include <utility>

#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>

#include "libcore/base/text.hpp"
#include "shells/cli/trouble.hpp"

namespace asterism::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t secret_digits = 64;

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

/// Writes a file that is there whole or not at all; one that is there already stays.
void write_once(const std::string& path, const std::string& text) {
    const auto draft = fmt::format("{}.{}", path, ::getpid());
    const int file = ::open(draft.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    if (file < 0) refuse(path, errno);
    const auto written = ::write(file, text.data(), text.size());
    const bool whole = written == static_cast<ssize_t>(text.size()) && ::fsync(file) == 0;
    ::close(file);
    const int failure = !whole ? ENOSPC : ::link(draft.c_str(), path.c_str()) == 0 ? 0 : errno;
    ::unlink(draft.c_str());
    if (failure != 0 && failure != EEXIST) refuse(path, failure);
}

std::string read_secret(const std::string& path) {
    std::ifstream file(path);
    std::array<char, 4'096> buffer{};
    file.read(buffer.data(), buffer.size());
    const std::string_view text(buffer.data(), static_cast<std::size_t>(file.gcount()));
    return std::string(trimmed(text));
}

bool is_strong(std::string_view secret) {
    return secret.size() >= secret_digits &&
           secret.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos &&
           secret.find_first_not_of(secret.front()) != std::string_view::npos;
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
    if (!fs::exists(path)) write_once(path, random_text(entropy, hex_digits, secret_digits) + '\n');
    if (::access(path.c_str(), R_OK) != 0) refuse(path_, errno);
    auto found = read_secret(path);
    if (!is_strong(found))
        throw Trouble(Exit::configuration, fmt::format("The secret {} cannot be used.", path),
                      "A secret is 64 or more hexadecimal digits, drawn by chance.",
                      "Delete the file; a new one is made. Whatever it had signed is void then.");
    return found;
}

std::string fault_of_secrets(const std::string& folder) {
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(folder + "/secrets", none)) {
        const auto path = entry.path().string();

        struct stat found {};

        if (::stat(path.c_str(), &found) != 0) return path + " cannot be looked at";
        if ((found.st_mode & (S_IRWXG | S_IRWXO)) != 0) return path + " can be read by others";
        if (!is_strong(read_secret(path))) return path + " is no strong secret";
    }
    return {};
}

}  // namespace asterism::cli
