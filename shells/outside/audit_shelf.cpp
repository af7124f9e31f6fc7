#include "shells/outside/audit_shelf.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <unistd.h>

#include "shells/outside/audit_text.hpp"

namespace asterism::outside {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const std::string& path, int error) {
    throw std::runtime_error(path + ": " + std::strerror(error));
}

/// A file descriptor, closed at the end of its life.
class File {
public:
    File(const std::string& path, int how) : path_(path), file_(::open(path.c_str(), how, 0600)) {
        if (file_ < 0) fail(path, errno);
    }

    ~File() { ::close(file_); }

    File(const File&) = delete;
    File& operator=(const File&) = delete;

    void write(std::string_view content) const {
        while (!content.empty()) {
            const auto written = ::write(file_, content.data(), content.size());
            if (written < 0 && errno == EINTR) continue;
            if (written <= 0) fail(path_, written < 0 ? errno : ENOSPC);
            content.remove_prefix(static_cast<std::size_t>(written));
        }
    }

    void sync() const {
        if (::fsync(file_) != 0) fail(path_, errno);
    }

private:
    std::string path_;
    int file_;
};

std::string content_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream out;
    out << file.rdbuf();
    if (!file) throw std::runtime_error(path + " cannot be read");
    return out.str();
}

/// Follows the rows from where the batch began; throws where they are not the batch's.
void compare(const audit::Sealer& sealer, const audit::Batch& batch,
             const std::vector<audit::Sealed>& rows) {
    auto tip = batch.start;
    const auto end = batch.start.position + std::ssize(batch.rows);
    if (audit::follow(sealer, tip, rows, end) || tip.position != end)
        throw std::runtime_error("the archive that was written is not what was to be written");
}

}  // namespace

std::string AuditShelf::digest_of(const std::string& content) const {
    return sealer_.seal("archive\n" + content);
}

/// Under another name first, so that under its own it is there whole or not at all.
void AuditShelf::write(const std::string& file, const std::string& content) const {
    const auto path = folder_ + "/" + file;
    const auto draft = folder_ + "/." + file + "." + std::to_string(::getpid());
    ::unlink(draft.c_str());
    try {
        const File out(draft, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW);
        out.write(content);
        out.sync();
        if (content_of(draft) != content) throw std::runtime_error(draft + " reads otherwise");
        if (::link(draft.c_str(), path.c_str()) != 0) fail(path, errno);
        File(folder_, O_RDONLY | O_DIRECTORY | O_CLOEXEC).sync();
    } catch (...) {
        ::unlink(draft.c_str());
        throw;
    }
    ::unlink(draft.c_str());
}

audit::Kept AuditShelf::keep(const audit::Batch& batch, const audit::ArchiveAudit& input,
                             Instant now) {
    std::error_code failure;
    fs::create_directories(folder_, failure);
    if (failure) throw std::runtime_error(folder_ + ": " + failure.message());
    fs::permissions(folder_, fs::perms::owner_all, failure);
    auto name = archive_name(batch, now);
    const auto taken = [&](const std::string& each) {
        return fs::exists(folder_ + "/" + each + ".json") ||
               fs::exists(folder_ + "/" + each + ".txt");
    };
    const auto plain = name;
    for (int n = 2; taken(name); ++n) name = plain + "_" + std::to_string(n);
    audit::Kept kept;
    try {
        if (input.format != audit::Format::txt) {
            kept.files.push_back(name + ".json");
            write(kept.files.back(), archive_json(batch, input.days, now));
            compare(sealer_, batch, read_archive(content_of(folder_ + "/" + kept.files.back())));
        }
        if (input.format != audit::Format::json) {
            kept.files.push_back(name + ".txt");
            write(kept.files.back(), archive_text(batch, input.days, now));
        }
        kept.digest = digest_of(content_of(folder_ + "/" + kept.files.front()));
    } catch (...) {
        for (const auto& file : kept.files) ::unlink((folder_ + "/" + file).c_str());
        throw;
    }
    return kept;
}

void AuditShelf::remove(const std::string& file) {
    const auto path = folder_ + "/" + file;
    if (::unlink(path.c_str()) != 0 && errno != ENOENT) fail(path, errno);
}

std::vector<audit::Sealed> AuditShelf::read(const std::string& file,
                                            const std::string& digest) const {
    const auto content = content_of(folder_ + "/" + file);
    if (digest_of(content) != digest) throw std::runtime_error(file + " was changed");
    return file.ends_with(".json") ? read_archive(content) : std::vector<audit::Sealed>{};
}

std::vector<std::string> AuditShelf::files() const {
    std::vector<std::string> out;
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(folder_, none))
        if (archive_time(entry.path().filename().string()))
            out.push_back(entry.path().filename().string());
    std::ranges::sort(out);
    return out;
}

std::optional<Instant> AuditShelf::made_at(const std::string& file) const {
    return archive_time(file);
}

}  // namespace asterism::outside
