#include "shells/cli/new_file.hpp"

#include <cerrno>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include <fmt/format.h>

#include "shells/cli/trouble.hpp"

namespace asterism::cli {

NewFile::NewFile(std::string path)
    : path_(std::move(path)),
      file_(::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600)) {
    if (file_ < 0) refuse(errno);
}

NewFile::~NewFile() {
    if (file_ < 0) return;
    ::close(file_);
    ::unlink(path_.c_str());
}

void NewFile::refuse(int error) const {
    if (error == EEXIST)
        throw Trouble(Exit::conflict, fmt::format("{} is there already.", path_),
                      "An export does not replace a file.",
                      "Name another one, or remove it first.");
    throw Trouble(Exit::not_allowed, fmt::format("{} cannot be written.", path_),
                  std::system_category().message(error), "Name a file in a folder of yours.");
}

void NewFile::write(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(file_, bytes.data(), bytes.size());
        if (written >= 0)
            bytes.remove_prefix(static_cast<std::size_t>(written));
        else if (errno != EINTR)
            refuse(errno);
    }
}

void NewFile::close() {
    const int file = std::exchange(file_, -1);
    if (::close(file) == 0) return;
    const int error = errno;
    ::unlink(path_.c_str());
    refuse(error);
}

}  // namespace asterism::cli
