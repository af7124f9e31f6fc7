#include <cerrno>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>

#include <boost/json/object.hpp>
#include <fmt/format.h>

#include "shells/cli/operate.hpp"
#include "shells/cli/output.hpp"
#include "shells/cli/settings.hpp"
#include "shells/cli/verbs.hpp"

namespace asterism::cli {
namespace {

[[noreturn]] void refuse(const std::string& path, int error) {
    if (error == EEXIST)
        throw Trouble(Exit::conflict, fmt::format("{} is there already.", path),
                      "An export does not replace a file.",
                      "Name another one, or remove it first.");
    throw Trouble(Exit::not_allowed, fmt::format("{} cannot be written.", path),
                  std::system_category().message(error), "Name a file in a folder of yours.");
}

/// A new file that nobody else may read, for it tells all there is of somebody.
void write_new(const std::string& path, std::string_view bytes) {
    const int file =
        ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file < 0) refuse(path, errno);
    int error = 0;
    while (!bytes.empty() && error == 0) {
        const auto written = ::write(file, bytes.data(), bytes.size());
        if (written < 0)
            error = errno == EINTR ? 0 : errno;
        else
            bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    if (::close(file) != 0 && error == 0) error = errno;
    if (error == 0) return;
    ::unlink(path.c_str());
    refuse(path, error);
}

}  // namespace

Exit user_export(const Arguments& given) {
    Composition parts(settings_of(given));
    parts.make_ready();
    const auto actor = actor_named(parts, given.text("handle"));
    const auto zip = parts.packer().pack(operate(parts, "export_own_data", {}, actor));
    const auto path =
        given.has("output") ? given.text("output") : given.text("handle") + "-data.zip";
    write_new(path, zip);
    say(fmt::format("{} bytes in {}", zip.size(), path));
    return Exit::done;
}

}  // namespace asterism::cli
