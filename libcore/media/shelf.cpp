#include "libcore/media/shelf.hpp"

#include "libcore/media/inspect.hpp"
#include "libcore/media/rules.hpp"

namespace asterism::media {

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
    const auto negative = darkroom.open(upload);
    if (!negative) return upload_gone;
    const auto format = claimed_format(upload);
    if (const auto facts = inspect(negative->content(), format, plan); !facts) return facts.error();
    auto prints = negative->print(format, plan);
    if (!prints) return damaged;
    return prints;
}

Blob put(Shelf shelf, const Subject& subject, AccountId owner, Now now, const Prints& prints) {
    clear(shelf, subject);
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
    for (const Blob& blob : taken)
        for (const int side : blob.sides)
            shelf.changes.remove.push_back(file_name(blob.name, side));
    return !taken.empty();
}

}  // namespace asterism::media
