#pragma once

#include <span>

#include "libcore/media/faults.hpp"
#include "libcore/media/ports.hpp"

namespace asterism::media {

/// Blobs, and what becomes of their files once the run is committed.
struct Shelf {
    using Writes = void;
    Blobs& blobs;
    Changes& changes;
};

/// Before a picture is worked on: counts it towards what its sender may send in a day.
Result<Done> admit(Blobs& blobs, const Files& files, AccountId sender, Now now,
                   const Upload& upload);

/// Makes the sizes of a plan out of an upload.
Result<std::unique_ptr<Prints>> develop(const Darkroom& darkroom, const Upload& upload,
                                        const Plan& plan);

/// The same of several uploads, all of which are looked at before any is worked on.
Result<std::vector<std::unique_ptr<Prints>>> develop(const Darkroom& darkroom,
                                                     std::span<const Upload> uploads,
                                                     const Plan& plan);

/// Gives a subject one more picture.
Blob add(Shelf shelf, const Subject& subject, AccountId owner, Now now, const Prints& prints);

/// Gives a subject the picture it has from now on, and no other. Two runs at once must have been
/// made to wait for one another by the caller.
Blob put(Shelf shelf, const Subject& subject, AccountId owner, Now now, const Prints& prints);

/// Takes a subject's pictures away. False if it had none.
bool clear(Shelf shelf, const Subject& subject);

/// Takes away the files that the database let go of.
void drop_loose(Shelf shelf);

}  // namespace asterism::media
