#include "shells/outside/darkroom.hpp"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>

#include <sys/mman.h>
#include <sys/stat.h>

#include "shells/app/store.hpp"

namespace asterism::outside {
namespace {

using media::Blob;

/// Unpublished files for the sizes of a plan; gone with this, but for those that were published.
class LocalPrints final : public media::Prints {
public:
    LocalPrints(const LocalFiles& files, const media::Plan& plan) : files_(files) {
        blob_.name = files.fresh_name();
        for (const media::Size& size : plan.sizes) {
            out.push_back(files.create(media::file_name(blob_.name, size.side)));
            blob_.sides.push_back(size.side);
        }
    }

    ~LocalPrints() override {
        for (const int side : blob_.sides) files_.discard(media::file_name(blob_.name, side));
    }

    const Blob& blob() const override { return blob_; }

    /// All sizes are written: they are made to last.
    void fix(const images::Report& report) {
        blob_.width = report.each[0].width;
        blob_.height = report.each[0].height;
        for (const Descriptor& file : out) {
            struct stat found {};

            if (::fsync(file.number()) != 0 || ::fstat(file.number(), &found) != 0)
                refuse_file(errno, "sync");
            blob_.bytes += found.st_size;
        }
        out.clear();
        files_.sync();
    }

    std::vector<Descriptor> out;

private:
    const LocalFiles& files_;
    Blob blob_;
};

/// The file in memory, as pages of the system's that cost this process nothing to keep.
class LocalNegative final : public media::Negative {
public:
    LocalNegative(const ImageDarkroom& darkroom, Descriptor file)
        : darkroom_(darkroom), file_(std::move(file)) {
        struct stat found {};

        if (::fstat(file_.number(), &found) != 0) refuse_file(errno, "look");
        size_ = static_cast<std::size_t>(found.st_size);
        if (size_ == 0) return;
        bytes_ = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file_.number(), 0);
        if (bytes_ == MAP_FAILED) refuse_file(errno, "map");
    }

    LocalNegative(const LocalNegative&) = delete;
    LocalNegative& operator=(const LocalNegative&) = delete;

    ~LocalNegative() override {
        if (size_ != 0) ::munmap(bytes_, size_);
    }

    std::string_view content() const override { return {static_cast<const char*>(bytes_), size_}; }

    std::unique_ptr<media::Prints> print(media::Format format, const media::Plan& plan) override {
        auto prints = std::make_unique<LocalPrints>(darkroom_.files(), plan);
        images::Request request{format, static_cast<std::uint32_t>(plan.sizes.size())};
        std::ranges::copy(plan.sizes, request.each.begin());
        std::vector<int> files{file_.number()};
        for (const Descriptor& file : prints->out) files.push_back(file.number());
        const auto report = darkroom_.ask(request, files);
        if (!report) return nullptr;
        prints->fix(*report);
        return prints;
    }

private:
    const ImageDarkroom& darkroom_;
    Descriptor file_;
    void* bytes_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace

ImageDarkroom::ImageDarkroom(const LocalFiles& files, Options options)
    : files_(files),
      options_(std::move(options)),
      own_(options_.staff ? nullptr
                          : std::make_unique<ImageWorkers>(options_.worker, options_.workers)),
      staff_(own_ ? *own_ : *options_.staff) {}

std::unique_ptr<media::Negative> ImageDarkroom::open(const media::Upload& upload) const {
    auto file = files_.open(upload);
    if (!file) return nullptr;
    return std::make_unique<LocalNegative>(*this, std::move(file));
}

std::unique_ptr<media::Negative> ImageDarkroom::reopen(std::string_view file) const {
    auto kept = files_.open_kept(file);
    if (!kept) return nullptr;
    return std::make_unique<LocalNegative>(*this, std::move(kept));
}

std::optional<images::Report> ImageDarkroom::ask(const images::Request& request,
                                                 std::span<const int> files) const {
    const auto report = staff_.ask(request, files);
    if (!report) return tell("the image worker broke down"), std::nullopt;
    if (report->verdict == images::Verdict::full) throw app::NoRoom("a picture cannot be written");
    if (report->verdict == images::Verdict::done) return report;
    tell(report->why.data());
    return std::nullopt;
}

void ImageDarkroom::tell(std::string_view why) const {
    if (options_.refused) options_.refused(why);
}

}  // namespace asterism::outside
