#include "shells/worker/media_sweep.hpp"

#include <doctest/doctest.h>

#include "libcore/media/shelf.hpp"
#include "tests/fakes/instant.hpp"
#include "tests/fakes/memory_media.hpp"
#include "tests/fakes/memory_store.hpp"
#include "tests/media/samples.hpp"

namespace asterism::worker {
namespace {

const Instant noon = tests::instant("2026-03-01T12:00:00Z");
constexpr std::chrono::hours hour{1};

/// A picture that is set step by step, so that it can stop after any of them.
struct Yard {
    Yard() { files.now = noon; }

    /// Goes so many steps: upload, prints, row, the first file moved, the second.
    void set_picture(int steps) {
        auto arrival = files.begin(media::Format::png);
        arrival->append(tests::sample("disc.png"));
        if (steps == 1) return leave(std::move(arrival));
        auto prints = media::develop(darkroom, arrival->name(), media::picture_plan);
        arrival.reset();
        if (steps == 2) return leave(std::move(*prints));
        media::Changes changes;
        store.write([&](app::Unit& unit) {
            changes = {};
            auto profile = unit.profiles().hold(AccountId{7});
            const auto blob = media::put({unit.blobs(), changes}, {"profile", 7}, AccountId{7},
                                         Now{noon}, **prints);
            profile.picture = media::file_name(blob.name, 720);
            unit.profiles().save(profile, noon);
            return true;
        });
        if (steps == 4) files.carry_out({{changes.publish.front()}, {}});
        if (steps == 5) files.carry_out({changes.publish, {}});
        if (steps < 6) return leave(std::move(*prints));
        files.carry_out(changes);
    }

    /// Forgotten as by a process that was killed: nothing is cleaned up.
    template <class Held>
    void leave(Held held) {
        auto before = files.waiting;
        held.reset();
        files.waiting = std::move(before);
    }

    /// Every row has its files, and every file its row.
    bool agrees() {
        std::size_t wanted = 0;
        for (const auto& row : store.tables.blobs)
            for (const int side : row.sides) {
                if (!files.read(media::file_name(row.name, side))) return false;
                ++wanted;
            }
        const auto& picture = store.tables.profiles[7].picture;
        if (!picture.empty() && !files.read(picture)) return false;
        return wanted == files.published.size() && files.waiting.empty();
    }

    SweepReport sweep(Instant at, bool dry_run = false) {
        return sweep_media(store, files, at, dry_run);
    }

    tests::MemoryStore store;
    tests::MemoryFiles files;
    tests::PlainDarkroom darkroom{files};
};

TEST_CASE("media_sweep: whatever step a crash comes after, files and rows agree an hour later") {
    for (const int before : {0, 6})  // with and without an older picture
        for (int steps = 1; steps <= 6; ++steps) {
            CAPTURE(before);
            CAPTURE(steps);
            Yard yard;
            if (before > 0) yard.set_picture(before);
            yard.set_picture(steps);
            yard.sweep(noon + hour);
            CHECK(yard.agrees());
            CHECK(yard.store.tables.profiles[7].picture.empty() == (before == 0 && steps < 3));
            const auto again = yard.sweep(noon + 2 * hour);
            CHECK(again.published + again.discarded + again.removed + again.dropped == 0);
        }
}

TEST_CASE("media_sweep: what somebody is at work on is left alone") {
    Yard yard;
    yard.set_picture(1);
    yard.set_picture(2);
    const auto report = yard.sweep(noon + std::chrono::minutes{59});
    CHECK(report.discarded == 0);
    CHECK(yard.files.waiting.size() == 3);
}

TEST_CASE("media_sweep: a committed picture is shown at once, not an hour later") {
    Yard yard;
    yard.set_picture(3);
    CHECK(yard.sweep(noon).published == 2);
    CHECK(yard.agrees());
}

TEST_CASE("media_sweep: a profile does not show a picture whose file is lost") {
    Yard yard;
    yard.set_picture(6);
    yard.files.published.erase(yard.files.published.begin());
    const auto report = yard.sweep(noon + hour);
    CHECK(report.dropped == 1);
    CHECK(yard.agrees());
    CHECK(yard.store.tables.profiles[7].picture.empty());
}

TEST_CASE("media_sweep: a dry run counts and changes nothing") {
    Yard yard;
    yard.set_picture(2);
    yard.set_picture(3);
    const auto report = yard.sweep(noon + hour, true);
    CHECK(report.discarded == 2);
    CHECK(report.published == 2);
    CHECK(yard.files.waiting.size() == 4);
    CHECK(yard.files.published.empty());
}

TEST_CASE("media_sweep: what was sent on days gone by is forgotten") {
    Yard yard;
    const auto day = std::chrono::floor<std::chrono::days>(noon);
    yard.store.tables.usage[{7, day - std::chrono::days{2}}] = {1, 1};
    yard.store.tables.usage[{7, day}] = {1, 1};
    yard.sweep(noon);
    CHECK(yard.store.tables.usage.size() == 1);
    CHECK(yard.store.tables.usage.contains({7, day}));
}

}  // namespace
}  // namespace asterism::worker
