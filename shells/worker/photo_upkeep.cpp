#include "shells/worker/photo_upkeep.hpp"

#include <algorithm>
#include <limits>

#include "libcore/media/inspect.hpp"
#include "libcore/media/shelf.hpp"

namespace asterism::worker {
namespace {

using places::Photo;

constexpr std::int64_t at_a_time = 100;
constexpr media::Plan any_size{media::photo_sizes};

/// Calls `work` with each photo in turn; it says whether that one was put right.
template <class Work>
PhotoReport each_photo(app::Store& store, const PhotoChoice& choice, PhotoProgress progress,
                       Work work) {
    PhotoReport report;
    const auto most = choice.limit.value_or(std::numeric_limits<std::int64_t>::max());
    places::PhotoId after;
    while (report.looked_at < most) {
        std::vector<Photo> some;
        store.read([&](app::Unit& unit) {
            some = unit.photos().all(choice.place, choice.kind, after,
                                     std::min(at_a_time, most - report.looked_at));
        });
        if (some.empty()) break;
        after = some.back().id;
        for (const Photo& photo : some) {
            ++report.looked_at;
            work(photo, report);
            progress(report);
        }
    }
    return report;
}

/// False: the photo has gone meanwhile.
bool put_in_place(app::Unit& unit, media::Changes& changes, const Photo& photo, Instant now,
                  const media::Prints& prints) {
    const auto album = unit.photos().hold(photo.place, photo.review);
    if (!album || !unit.photos().showing(photo.blob)) return false;
    const media::Shelf shelf{unit.blobs(), changes};
    const auto blob = media::add(shelf, {"photo", photo.place.value},
                                 photo.account.value_or(album->owner), Now{now}, prints);
    unit.photos().replace(photo.id, blob.id);
    unit.photos().measure(photo.id, blob.width, blob.height);
    unit.blobs().drop(photo.blob);
    media::drop_loose(shelf);
    return true;
}

}  // namespace

PhotoReport rebuild_photos(app::Store& store, media::Files& files, const media::Darkroom& darkroom,
                           Instant now, const PhotoChoice& choice, PhotoProgress progress) {
    return each_photo(store, choice, progress, [&](const Photo& photo, PhotoReport& report) {
        const auto negative = darkroom.reopen(photo.file);
        if (!negative) return void(++report.failed);
        if (choice.dry_run) return void(++report.changed);
        const auto prints = negative->print(media::Format::jpeg, any_size);
        if (!prints) return void(++report.failed);
        media::Changes changes;
        bool kept = false;
        store.write([&](app::Unit& unit) {
            changes = {};
            return kept = put_in_place(unit, changes, photo, now, *prints);
        });
        if (!kept) return;
        files.carry_out(changes);
        ++report.changed;
    });
}

PhotoReport measure_photos(app::Store& store, const media::Files& files, const PhotoChoice& choice,
                           PhotoProgress progress) {
    return each_photo(store, choice, progress, [&](const Photo& photo, PhotoReport& report) {
        const auto content = files.read(photo.file);
        const auto facts = media::walk_jpeg(content.value_or(""));
        if (!facts) return void(++report.failed);
        const auto width = static_cast<int>(facts->width);
        const auto height = static_cast<int>(facts->height);
        if (photo.width == width && photo.height == height) return;
        ++report.changed;
        if (!choice.dry_run)
            store.write([&](app::Unit& unit) {
                unit.photos().measure(photo.id, width, height);
                return true;
            });
    });
}

}  // namespace asterism::worker
