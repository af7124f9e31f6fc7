#pragma once

#include <optional>

#include "libcore/media/ports.hpp"
#include "libcore/places/photo_ports.hpp"
#include "shells/app/function_ref.hpp"
#include "shells/app/store.hpp"

namespace asterism::worker {

/// Which photos are worked on.
struct PhotoChoice {
    std::optional<places::PlaceId> place = {};
    std::optional<places::PhotoKind> kind = {};
    std::optional<std::int64_t> limit = {};  ///< so many at most
    bool dry_run = false;                    ///< nothing is changed
};

struct PhotoReport {
    std::int64_t looked_at = 0;
    std::int64_t changed = 0;  ///< or would be
    std::int64_t failed = 0;   ///< their files are gone or damaged; they are left as they are
};

/// Hears how far the work is, after every photo.
using PhotoProgress = app::FunctionRef<void(const PhotoReport&)>;

/// Makes all sizes of photos again out of the full one, under new names: caches keep the old ones
/// for ever. Killed at any time it leaves every photo with all of its files.
PhotoReport rebuild_photos(app::Store& store, media::Files& files, const media::Darkroom& darkroom,
                           Instant now, const PhotoChoice& choice, PhotoProgress progress);

/// Measures the full size of photos that have no figures, or wrong ones.
PhotoReport measure_photos(app::Store& store, const media::Files& files, const PhotoChoice& choice,
                           PhotoProgress progress);

}  // namespace asterism::worker
