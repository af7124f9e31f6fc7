#pragma once

#include "libcore/media/ports.hpp"
#include "shells/app/store.hpp"

namespace asterism::worker {

struct SweepReport {
    int published = 0;  ///< files whose row was committed, but which were not moved into place
    int discarded = 0;  ///< uploads and prints that nobody took over
    int removed = 0;    ///< kept files without a row
    int dropped = 0;    ///< rows without their files
};

/// Makes files and rows agree again after a crash, and forgets what was sent on days gone by.
/// Others may be at work meanwhile: what is younger than an hour is left to them. With `dry_run`
/// nothing is changed.
SweepReport sweep_media(app::Store& store, media::Files& files, Instant now, bool dry_run);

}  // namespace asterism::worker
