#include "tests/fakes/memory_media.hpp"

#include <algorithm>
#include <utility>

namespace asterism::tests {
namespace {

using media::Blob;
using media::FoundFile;
using media::Subject;

bool belongs(const Blob& blob, const Subject& subject) {
    return blob.subject.kind == subject.kind && blob.subject.id == subject.id;
}

class MemoryArrival final : public media::Arrival {
public:
    MemoryArrival(MemoryFiles& files, media::Upload name) : files_(files), name_(std::move(name)) {
        files_.append(name_.str(), {});
    }

    ~MemoryArrival() override { files_.discard(name_.view()); }

    void append(std::string_view bytes) override { files_.append(name_.str(), bytes); }

    const media::Upload& name() const override { return name_; }

private:
    MemoryFiles& files_;
    media::Upload name_;
};

class MemoryPrints final : public media::Prints {
public:
    MemoryPrints(MemoryFiles& files, std::string_view content, const media::Plan& plan)
        : files_(files) {
        blob_.name = files.fresh_name();
        blob_.width = blob_.height = plan.sizes.front().side;
        for (const auto& size : plan.sizes) {
            blob_.sides.push_back(size.side);
            files.append(media::file_name(blob_.name, size.side),
                         std::to_string(size.side) + " of " + std::string(content.substr(0, 4)));
            blob_.bytes += 10;
        }
    }

    ~MemoryPrints() override {
        for (const int side : blob_.sides) files_.discard(media::file_name(blob_.name, side));
    }

    const Blob& blob() const override { return blob_; }

private:
    MemoryFiles& files_;
    Blob blob_;
};

class MemoryNegative final : public media::Negative {
public:
    MemoryNegative(MemoryFiles& files, std::string content, bool broken)
        : files_(files), content_(std::move(content)), broken_(broken) {}

    std::string_view content() const override { return content_; }

    std::unique_ptr<media::Prints> print(media::Format, const media::Plan& plan) override {
        if (broken_) return nullptr;
        return std::make_unique<MemoryPrints>(files_, content_, plan);
    }

private:
    MemoryFiles& files_;
    std::string content_;
    bool broken_;
};

}  // namespace

media::BlobId MemoryBlobs::add(const Blob& blob) {
    return calls_.write([&] {
        auto& rows = tables_.blobs;
        rows.push_back(blob);
        rows.back().id = {++tables_.last_blob};
        return rows.back().id;
    });
}

std::optional<Blob> MemoryBlobs::find(const Subject& subject) const {
    return calls_.read([&]() -> std::optional<Blob> {
        for (auto row = tables_.blobs.rbegin(); row != tables_.blobs.rend(); ++row)
            if (belongs(*row, subject)) return *row;
        return std::nullopt;
    });
}

std::vector<Blob> MemoryBlobs::take(const Subject& subject) {
    return calls_.write([&] {
        std::vector<Blob> out;
        std::erase_if(tables_.blobs, [&](const Blob& row) {
            if (!belongs(row, subject)) return false;
            out.push_back(row);
            return true;
        });
        return out;
    });
}

void MemoryBlobs::drop(media::BlobId id) {
    calls_.write([&] {
        std::erase_if(tables_.blobs, [&](const Blob& row) {
            if (row.id != id) return false;
            if (row.subject.kind == "photo") tables_.loose.push_back(row);
            return true;
        });
    });
}

std::vector<Blob> MemoryBlobs::take_loose() {
    return calls_.write([&] { return std::exchange(tables_.loose, {}); });
}

std::vector<Blob> MemoryBlobs::named(std::string_view beginning) const {
    return calls_.read([&] {
        std::vector<Blob> out;
        for (const Blob& row : tables_.blobs)
            if (row.name.starts_with(beginning)) out.push_back(row);
        return out;
    });
}

media::Usage MemoryBlobs::charge(AccountId account, Instant day, std::int64_t bytes) {
    return calls_.write([&] {
        auto& usage = tables_.usage[{account.value, day}];
        ++usage.uploads;
        usage.bytes += bytes;
        return usage;
    });
}

void MemoryBlobs::forget_usage(Instant day) {
    calls_.write([&] {
        std::erase_if(tables_.usage, [&](const auto& each) { return each.first.second < day; });
    });
}

std::string MemoryFiles::fresh_name() {
    const std::lock_guard lock(mutex_);
    const auto number = std::to_string(++names_);
    return std::string(32 - number.size(), '0') + number;
}

std::unique_ptr<media::Arrival> MemoryFiles::begin(media::Format claimed) {
    std::string ending;
    for (const auto& [format, name] : names(claimed))
        if (format == claimed) ending = name;
    return std::make_unique<MemoryArrival>(*this,
                                           *media::Upload::parse(fresh_name() + "." + ending));
}

void MemoryFiles::append(const std::string& name, std::string_view bytes) {
    const std::lock_guard lock(mutex_);
    if (bytes.size() > room) std::rethrow_exception(full);
    room -= bytes.size();
    auto& file = waiting[name];
    file.content += bytes;
    file.modified = now;
}

std::optional<std::int64_t> MemoryFiles::size(const media::Upload& upload) const {
    const std::lock_guard lock(mutex_);
    const auto found = waiting.find(upload.view());
    if (found == waiting.end()) return std::nullopt;
    return std::ssize(found->second.content);
}

std::optional<std::string> MemoryFiles::read(std::string_view file) const {
    const std::lock_guard lock(mutex_);
    const auto found = published.find(file);
    if (found == published.end()) return std::nullopt;
    return found->second.content;
}

void MemoryFiles::carry_out(const media::Changes& changes) noexcept {
    const std::lock_guard lock(mutex_);
    for (const auto& name : changes.publish)
        if (auto file = waiting.extract(name)) published.insert(std::move(file));
    for (const auto& name : changes.remove) {
        published.erase(name);
        waiting.erase(name);
    }
}

std::vector<FoundFile> MemoryFiles::unpublished() const {
    const std::lock_guard lock(mutex_);
    std::vector<FoundFile> out;
    for (const auto& [name, file] : waiting) out.push_back({name, file.modified});
    return out;
}

void MemoryFiles::discard(std::string_view unpublished) const {
    const std::lock_guard lock(mutex_);
    if (const auto found = waiting.find(unpublished); found != waiting.end()) waiting.erase(found);
}

std::vector<FoundFile> MemoryFiles::kept(std::string_view beginning) const {
    const std::lock_guard lock(mutex_);
    std::vector<FoundFile> out;
    for (const auto& [name, file] : published)
        if (name.starts_with(beginning)) out.push_back({name, file.modified});
    return out;
}

std::unique_ptr<media::Negative> PlainDarkroom::reopen(std::string_view file) const {
    auto content = files_.read(file);
    if (!content) return nullptr;
    return std::make_unique<MemoryNegative>(files_, *std::move(content), broken);
}

std::unique_ptr<media::Negative> PlainDarkroom::open(const media::Upload& upload) const {
    const auto found = files_.waiting.find(upload.view());
    if (found == files_.waiting.end()) return nullptr;
    return std::make_unique<MemoryNegative>(files_, found->second.content, broken);
}

}  // namespace asterism::tests
