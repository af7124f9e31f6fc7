#include "shells/outside/local_files.hpp"

#include <cerrno>
#include <chrono>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <system_error>

#include <sys/stat.h>

#include "shells/app/store.hpp"

namespace asterism::outside {
namespace {

using media::FoundFile;

constexpr int reading = O_RDONLY | O_NOFOLLOW | O_CLOEXEC;
constexpr int folder = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;

Descriptor open_folder(int parent, const char* name) {
    if (::mkdirat(parent, name, 0700) != 0 && errno != EEXIST) refuse_file(errno, name);
    Descriptor out(::openat(parent, name, folder));
    if (!out) refuse_file(errno, name);
    return out;
}

Instant modified(const struct stat& found) {
    return Instant(std::chrono::seconds(found.st_mtim.tv_sec) +
                   std::chrono::microseconds(found.st_mtim.tv_nsec / 1000));
}

/// The ordinary files of a folder.
std::vector<FoundFile> list(const Descriptor& where) {
    std::vector<FoundFile> out;
    const int again = ::openat(where.number(), ".", folder);
    const std::unique_ptr<DIR, int (*)(DIR*)> entries(again < 0 ? nullptr : ::fdopendir(again),
                                                      &::closedir);
    if (!entries) return out;
    while (const dirent* entry = ::readdir(entries.get())) {
        struct stat found {};

        if (::fstatat(where.number(), entry->d_name, &found, AT_SYMLINK_NOFOLLOW) == 0 &&
            S_ISREG(found.st_mode))
            out.push_back({entry->d_name, modified(found)});
    }
    return out;
}

class LocalArrival final : public media::Arrival {
public:
    LocalArrival(const LocalFiles& files, const Descriptor& tmp, media::Upload name)
        : tmp_(tmp), name_(std::move(name)), file_(files.create(name_.str())) {}

    ~LocalArrival() override { ::unlinkat(tmp_.number(), name_.str().c_str(), 0); }

    void append(std::string_view bytes) override {
        while (!bytes.empty()) {
            const auto written = ::write(file_.number(), bytes.data(), bytes.size());
            if (written < 0 && errno != EINTR) refuse_file(errno, "write");
            if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
        }
    }

    const media::Upload& name() const override { return name_; }

private:
    const Descriptor& tmp_;
    media::Upload name_;
    Descriptor file_;
};

std::string_view ending_of(media::Format wanted) {
    for (const auto& [format, name] : names(wanted))
        if (format == wanted) return name;
    return {};
}

}  // namespace

void refuse_file(int error, const char* deed) {
    if (error == ENOSPC || error == EDQUOT || error == EFBIG) throw app::NoRoom(deed);
    throw std::system_error(error, std::generic_category(), deed);
}

LocalFiles::LocalFiles(const std::string& path, Entropy& entropy) : entropy_(entropy) {
    const auto root = open_folder(AT_FDCWD, path.c_str());
    tmp_ = open_folder(root.number(), "tmp");
    kept_ = open_folder(root.number(), "kept");
}

std::string LocalFiles::fresh_name() const { return random_text(entropy_, hex_digits, 32); }

Descriptor LocalFiles::create(const std::string& name) const {
    Descriptor out(::openat(tmp_.number(), name.c_str(),
                            O_CREAT | O_EXCL | O_RDWR | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!out) refuse_file(errno, "create");
    return out;
}

void LocalFiles::sync() const {
    if (::fsync(tmp_.number()) != 0) refuse_file(errno, "sync");
}

std::unique_ptr<media::Arrival> LocalFiles::begin(media::Format claimed) {
    const auto name = fresh_name() + "." + std::string(ending_of(claimed));
    return std::make_unique<LocalArrival>(*this, tmp_, *media::Upload::parse(name));
}

Descriptor LocalFiles::open(const media::Upload& upload) const {
    return Descriptor(::openat(tmp_.number(), upload.str().c_str(), reading));
}

std::optional<std::int64_t> LocalFiles::size(const media::Upload& upload) const {
    struct stat found {};

    const auto file = open(upload);
    if (!file || ::fstat(file.number(), &found) != 0) return std::nullopt;
    return found.st_size;
}

/// The folder of a kept file. Invalid where it is not there.
Descriptor LocalFiles::shard(std::string_view file, bool make) const {
    const std::string name(file.substr(0, 2));
    if (make && ::mkdirat(kept_.number(), name.c_str(), 0700) == 0) ::fsync(kept_.number());
    return Descriptor(::openat(kept_.number(), name.c_str(), folder));
}

Descriptor LocalFiles::open_kept(std::string_view file) const {
    if (media::blob_of(file).empty()) return Descriptor{};
    const auto where = shard(file, false);
    return Descriptor(::openat(where.number(), std::string(file).c_str(), reading));
}

std::optional<std::string> LocalFiles::read(std::string_view file) const {
    const auto in = open_kept(file);

    struct stat found {};

    if (!in || ::fstat(in.number(), &found) != 0 || !S_ISREG(found.st_mode)) return std::nullopt;
    std::string out(static_cast<std::size_t>(found.st_size), '\0');
    std::size_t done = 0;
    while (done < out.size()) {
        const auto got = ::read(in.number(), out.data() + done, out.size() - done);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return std::nullopt;
        done += static_cast<std::size_t>(got);
    }
    return out;
}

void LocalFiles::carry_out(const media::Changes& changes) noexcept {
    for (const auto& file : changes.publish) publish(file);
    for (const auto& file : changes.remove) remove(file);
}

void LocalFiles::publish(const std::string& file) noexcept {
    const auto to = shard(file, true);
    if (::renameat(tmp_.number(), file.c_str(), to.number(), file.c_str()) == 0)
        ::fsync(to.number());
}

/// Somebody may be about to publish it: whichever comes first, the file is found in one place.
void LocalFiles::remove(const std::string& file) noexcept {
    ::unlinkat(tmp_.number(), file.c_str(), 0);
    ::unlinkat(shard(file, false).number(), file.c_str(), 0);
}

std::vector<FoundFile> LocalFiles::unpublished() const { return list(tmp_); }

void LocalFiles::discard(std::string_view unpublished) const {
    ::unlinkat(tmp_.number(), std::string(unpublished).c_str(), 0);
}

std::vector<FoundFile> LocalFiles::kept(std::string_view beginning) const {
    const auto where = shard(beginning, false);
    return where ? list(where) : std::vector<FoundFile>{};
}

}  // namespace asterism::outside
