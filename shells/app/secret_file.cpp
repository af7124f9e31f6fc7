#include "shells/app/secret_file.hpp"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <fstream>
#include <stdexcept>
#include <system_error>
#include <unistd.h>

#include "libcore/base/text.hpp"

namespace asterism::app {
namespace {

constexpr std::size_t secret_digits = 64;

[[noreturn]] void fail(const std::string& path, int error) {
    throw std::system_error(error, std::generic_category(), path);
}

/// Writes a file that is there whole or not at all; one that is there already stays.
void write_once(const std::string& path, const std::string& text) {
    const auto draft = path + "." + std::to_string(::getpid());
    const int file = ::open(draft.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    if (file < 0) fail(path, errno);
    const auto written = ::write(file, text.data(), text.size());
    const bool whole = written == static_cast<ssize_t>(text.size()) && ::fsync(file) == 0;
    ::close(file);
    const int failure = !whole ? ENOSPC : ::link(draft.c_str(), path.c_str()) == 0 ? 0 : errno;
    ::unlink(draft.c_str());
    if (failure != 0 && failure != EEXIST) fail(path, failure);
}

}  // namespace

std::string read_secret(const std::string& path) {
    std::ifstream file(path);
    std::array<char, 4'096> buffer{};
    file.read(buffer.data(), buffer.size());
    const std::string_view text(buffer.data(), static_cast<std::size_t>(file.gcount()));
    return std::string(trimmed(text));
}

bool is_strong_secret(std::string_view secret) {
    return secret.size() >= secret_digits &&
           secret.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos &&
           secret.find_first_not_of(secret.front()) != std::string_view::npos;
}

std::string secret_file(const std::string& path, Entropy& entropy) {
    if (::access(path.c_str(), F_OK) != 0)
        write_once(path, random_text(entropy, hex_digits, secret_digits) + '\n');
    if (::access(path.c_str(), R_OK) != 0) fail(path, errno);
    auto found = read_secret(path);
    if (!is_strong_secret(found))
        throw std::invalid_argument("a secret is 64 or more hexadecimal digits");
    return found;
}

}  // namespace asterism::app
