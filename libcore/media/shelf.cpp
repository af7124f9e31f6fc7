#include "libcore/media/shelf.hpp"

#include "libcore/media/inspect.hpp"
#include "libcore/media/rules.hpp"

namespace asterism::media {
namespace {

void remove_files(Changes& changes, const std::vector<Blob>& blobs) {
    for (const Blob& blob : blobs)
        for (const int side : blob.sides) changes.remove.push_back(file_name(blob.name, side));
}

/// An upload that may be worked on.
Result<std::unique_ptr<Negative>> opened(const Darkroom& darkroom, const Upload& upload,
                                         const Plan& plan) {
    auto negative = darkroom.open(upload);
    if (!negative) return upload_gone;
    const auto facts = inspect(negative->content(), claimed_format(upload), plan);
    if (!facts) return facts.error();
    return negative;
}

}  // namespace

Result<Done> admit(Blobs& blobs, const Files& files, AccountId sender, Now now,
                   const Upload& upload) {
    const auto bytes = files.size(upload);
    if (!bytes) return upload_gone;
    const auto day = std::chrono::floor<std::chrono::days>(now.at);
    const auto usage = blobs.charge(sender, day, *bytes);
    if (const Fault* fault = refusal(usage)) {
        Error error{fault};
        error.retry_after =
            std::chrono::ceil<std::chrono::seconds>(day + std::chrono::days{1} - now.at);
        return error;
    }
    return Done{};
}

Result<std::unique_ptr<Prints>> develop(const Darkroom& darkroom, const Upload& upload,
                                        const Plan& plan) {
    auto negative = opened(darkroom, upload, plan);
    if (!negative) return negative.error();
    auto prints = (*negative)->print(claimed_format(upload), plan);
    if (!prints) return damaged;
    return prints;
}

Result<std::vector<std::unique_ptr<Prints>>> develop(const Darkroom& darkroom,
                                                     std::span<const Upload> uploads,
                                                     const Plan& plan) {
    std::vector<std::unique_ptr<Negative>> negatives;
    for (const Upload& upload : uploads) {
        auto negative = opened(darkroom, upload, plan);
        if (!negative) return negative.error();
        negatives.push_back(std::move(*negative));
    }
    std::vector<std::unique_ptr<Prints>> out;
    for (std::size_t at = 0; at < uploads.size(); ++at) {
        out.push_back(negatives[at]->print(claimed_format(uploads[at]), plan));
        if (!out.back()) return damaged;
    }
    return out;
}

Blob put(Shelf shelf, const Subject& subject, AccountId owner, Now now, const Prints& prints) {
    clear(shelf, subject);
    return add(shelf, subject, owner, now, prints);
}

Blob add(Shelf shelf, const Subject& subject, AccountId owner, Now now, const Prints& prints) {
    Blob fresh = prints.blob();
    fresh.owner = owner;
    fresh.subject = subject;
    fresh.created_at = now.at;
    fresh.id = shelf.blobs.add(fresh);
    for (const int side : fresh.sides) shelf.changes.publish.push_back(file_name(fresh.name, side));
    return fresh;
}

bool clear(Shelf shelf, const Subject& subject) {
    const auto taken = shelf.blobs.take(subject);
    remove_files(shelf.changes, taken);
    return !taken.empty();
}

void drop_loose(Shelf shelf) { remove_files(shelf.changes, shelf.blobs.take_loose()); }

}  // namespace asterism::media
