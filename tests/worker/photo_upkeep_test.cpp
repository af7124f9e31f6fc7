#include "shells/worker/photo_upkeep.hpp"

#include <doctest/doctest.h>

#include "libcore/media/shelf.hpp"
#include "shells/worker/media_sweep.hpp"
#include "tests/fakes/instant.hpp"
#include "tests/fakes/memory_media.hpp"
#include "tests/fakes/memory_store.hpp"
#include "tests/media/samples.hpp"

namespace asterism::worker {
namespace {

const Instant noon = tests::instant("2026-03-01T12:00:00Z");
constexpr std::chrono::hours hour{1};

/// A place with photos that are added step by step, so that it can stop after any of them.
struct Wall {
    Wall() {
        files.now = noon;
        store.tables.accounts.emplace_back();
        places::Place hill;
        hill.id = place;
        hill.added_by = owner;
        store.tables.places[place.value] = hill;
    }

    std::unique_ptr<media::Prints> print() {
        auto arrival = files.begin(media::Format::jpeg);
        arrival->append(tests::sample("wide.jpg"));
        return std::move(*media::develop(darkroom, arrival->name(), media::photo_plan));
    }

    media::Changes commit(const media::Prints& prints) {
        media::Changes changes;
        store.write([&](app::Unit& unit) {
            changes = {};
            places::Photo photo;
            photo.place = place;
            photo.account = owner;
            photo.position = unit.photos().hold(place, {})->photos + 1;
            photo.blob = media::add({unit.blobs(), changes}, {"photo", place.value}, owner,
                                    Now{noon}, prints)
                             .id;
            photo.created_at = noon;
            unit.photos().add(photo);
            return true;
        });
        return changes;
    }

    /// Goes so many steps: prints, row, the first file moved, the second.
    void hang(int steps = 4) {
        auto prints = print();
        media::Changes changes;
        if (steps >= 2) changes = commit(*prints);
        if (steps == 3) files.carry_out({{changes.publish.front()}, {}});
        if (steps >= 4) files.carry_out(changes);
        auto before = files.waiting;  // as a process that was killed leaves them
        prints.reset();
        files.waiting = std::move(before);
    }

    /// Every photo has its files, and every file its photo.
    bool agrees() {
        for (const auto& row : store.tables.photos)
            if (!files.read(row.photo.file) || !files.read(row.photo.thumbnail)) return false;
        return store.tables.blobs.size() == store.tables.photos.size() &&
               files.published.size() == 2 * store.tables.photos.size() && files.waiting.empty();
    }

    PhotoReport rebuild(const PhotoChoice& choice = {}) {
        int heard = 0;
        const auto progress = [&](const PhotoReport&) { ++heard; };
        const auto report = rebuild_photos(store, files, darkroom, noon + hour, choice, progress);
        CHECK(heard == report.looked_at);
        return report;
    }

    PhotoReport measure(const PhotoChoice& choice = {}) {
        return measure_photos(store, files, choice, [](const PhotoReport&) {});
    }

    const places::PlaceId place{1};
    const AccountId owner{1};
    tests::MemoryStore store;
    tests::MemoryFiles files;
    tests::PlainDarkroom darkroom{files};
};

TEST_CASE("media_sweep: whatever step of a photo a crash comes after, files and rows agree") {
    for (int steps = 1; steps <= 4; ++steps) {
        CAPTURE(steps);
        Wall wall;
        wall.hang();
        wall.hang(steps);
        sweep_media(wall.store, wall.files, noon + hour, false);
        CHECK(wall.agrees());
        CHECK(wall.store.tables.photos.size() == (steps == 1 ? 1 : 2));
    }
}

TEST_CASE("media_sweep: a photo whose file is lost goes, and the others close up") {
    Wall wall;
    for (int i = 0; i < 3; ++i) wall.hang();
    wall.files.published.erase(wall.store.tables.photos[0].photo.file);
    CHECK(sweep_media(wall.store, wall.files, noon + hour, false).dropped == 1);
    CHECK(wall.agrees());
    REQUIRE(wall.store.tables.photos.size() == 2);
    CHECK(wall.store.tables.photos[0].photo.position == 1);
    CHECK(wall.store.tables.photos[1].photo.position == 2);
}

TEST_CASE("media_sweep: files that went with a place are gone, though nobody took them away") {
    Wall wall;
    wall.hang();
    wall.store.write([&](app::Unit& unit) {
        unit.places().remove(wall.place);
        return true;
    });
    CHECK(wall.files.published.size() == 2);
    sweep_media(wall.store, wall.files, noon, false);
    CHECK(wall.files.published.empty());
    CHECK(wall.store.tables.loose.empty());
}

TEST_CASE("rebuild_photos: makes all sizes again under new names, and leaves no old ones") {
    Wall wall;
    for (int i = 0; i < 3; ++i) wall.hang();
    const auto before = wall.store.tables.photos[1].photo;
    CHECK(wall.rebuild({.dry_run = true}).changed == 3);
    CHECK(wall.store.tables.photos[1].photo.file == before.file);
    CHECK(wall.rebuild({.limit = 2}).changed == 2);
    const auto& after = wall.store.tables.photos[1].photo;
    CHECK(after.file != before.file);
    CHECK(after.position == before.position);
    CHECK(after.width == 1'920);
    CHECK(wall.agrees());
    CHECK(wall.rebuild({.place = places::PlaceId{9}}).looked_at == 0);
    CHECK(wall.rebuild({.kind = places::PhotoKind::review}).looked_at == 0);
    CHECK(wall.rebuild({.place = wall.place, .kind = places::PhotoKind::place}).changed == 3);
}

TEST_CASE("rebuild_photos: what cannot be made again stays as it is") {
    Wall wall;
    wall.hang();
    wall.hang();
    wall.files.published.erase(wall.store.tables.photos[0].photo.file);
    const auto report = wall.rebuild();
    CHECK(report.failed == 1);
    CHECK(report.changed == 1);
    wall.darkroom.broken = true;
    CHECK(wall.rebuild().failed == 2);
    CHECK(wall.store.tables.photos.size() == 2);
    CHECK(wall.files.waiting.empty());
}

TEST_CASE("measure_photos: fills in what is not known, and puts right what is wrong") {
    Wall wall;
    wall.hang();
    wall.hang();
    wall.files.published.at(wall.store.tables.photos[0].photo.file).content =
        tests::sample("wide.jpg");
    CHECK(wall.measure({.dry_run = true}).changed == 1);
    CHECK_FALSE(wall.store.tables.photos[0].photo.width);
    const auto report = wall.measure();
    CHECK(report.changed == 1);
    CHECK(report.failed == 1);  // the other one's file is no JPEG
    CHECK(wall.store.tables.photos[0].photo.width == 1'300);
    CHECK(wall.store.tables.photos[0].photo.height == 650);
    CHECK(wall.measure().changed == 0);
}

}  // namespace
}  // namespace asterism::worker
