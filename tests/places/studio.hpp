#pragma once

#include "libcore/places/gallery.hpp"
#include "tests/fakes/memory_media.hpp"
#include "tests/fakes/memory_votes.hpp"
#include "tests/media/samples.hpp"
#include "tests/places/stage.hpp"

namespace asterism::places {

using tests::slug_at;

/// The module on a table, with files and somebody who works on pictures.
struct Studio : Stage {
    using Arrivals = std::vector<std::unique_ptr<media::Arrival>>;

    Arrivals sent(const std::vector<std::string>& contents) {
        Arrivals out;
        for (const auto& content : contents) {
            out.push_back(files.begin(media::Format::jpeg));
            out.back()->append(content);
        }
        return out;
    }

    static std::vector<media::Upload> names_of(const Arrivals& arrivals) {
        std::vector<media::Upload> out;
        for (const auto& each : arrivals) out.push_back(each->name());
        return out;
    }

    /// The whole way of photos, as the shells go it.
    Result<PhotoList> send(AccountId account, PlaceId place, const std::vector<std::string>& all) {
        const auto arrivals = sent(all);
        const AddPlacePhotos input{place, names_of(arrivals)};
        const Actor actor{account};
        const auto admitted = admit_place_photos(now, actor, photos, blobs, files, input);
        if (!admitted) return admitted.error();
        const auto prints = develop_place_photos(darkroom, *admitted, input);
        if (!prints) return prints.error();
        media::Changes changes;
        auto out = add_place_photos(now, actor, photos, {blobs, changes}, events, *prints, input);
        files.carry_out(changes);
        return out;
    }

    /// The number of one photo that was just sent.
    PhotoId shoot(AccountId account, PlaceId place) {
        const auto made = send(account, place, {wide});
        return made ? made->photos.at(0).id : PhotoId{};
    }

    Result<RemovedPhoto> drop(Actor actor, const ThisPhoto& input) {
        media::Changes changes;
        auto out = remove_photo(run(), actor, photos, {blobs, changes}, events, input);
        files.carry_out(changes);
        return out;
    }

    Result<PhotoVotes> vote(AccountId account, const ThisPhoto& input) {
        return vote_photo(now, {account}, photos, subjects, votes, events, input);
    }

    std::vector<std::int64_t> ids(const Result<PhotoPage>& page) {
        std::vector<std::int64_t> out;
        for (const auto& each : page->photos) out.push_back(each.id.value);
        return out;
    }

    const std::string wide = tests::sample("wide.jpg");
    tests::MemoryBlobs blobs{tables, calls};
    tests::MemoryFiles files;
    tests::PlainDarkroom darkroom{files};
    tests::MemorySubjects subjects{tables, calls};
    tests::MemoryVotes votes{tables, calls};
};

}  // namespace asterism::places
