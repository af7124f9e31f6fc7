#include "shells/worker/place_handler.hpp"

#include <doctest/doctest.h>

#include "libcore/places/use_cases.hpp"
#include "shells/worker/worker.hpp"
#include "tests/fakes/instant.hpp"
#include "tests/fakes/secrets.hpp"
#include "tests/fakes/told_surroundings.hpp"
#include "tests/worker/memory_queue.hpp"

namespace asterism::worker {
namespace {

using namespace std::chrono_literals;

struct Scene {
    Scene() {
        store.write([&](app::Unit& unit) {
            accounts::Account account;
            account.handle = "ada";
            ada = unit.accounts().add({account, {}}).value();
            return true;
        });
    }

    places::PlaceId add() {
        const Caller caller;
        const auto made = app.run<&places::add_place>(
            {Actor{ada}, caller, policy},
            places::AddPlace{.name = "Hill", .latitude = 48.85, .longitude = 2.35});
        return made->id;
    }

    const places::Place& place(places::PlaceId id) const {
        return store.tables.places.at(id.value);
    }

    WorkerOptions options() {
        WorkerOptions out;
        out.clock = [this] { return now; };
        return out;
    }

    Instant now = tests::instant("2026-03-01T12:00:00Z");
    accounts::Policy policy;
    tests::MemoryStore store;
    tests::MemoryQueue queue{store};
    tests::CountingEntropy entropy;
    tests::PlainFingerprint fingerprint;
    tests::ReversingHasher hasher;
    tests::PlainSealer sealer;
    tests::ToldSurroundings around;
    AccountId ada;
    app::App app{store, [this] {
                     app::World out{[this] { return now; }, entropy, fingerprint, hasher, sealer};
                     out.surroundings = &around;
                     return out;
                 }()};
    Worker worker{queue, {place_handler(app, policy)}, options()};
};

constexpr int place_and_badges = 2;  // what is done after a place is added

TEST_CASE("place handler: a place that was added is told of soon after") {
    Scene scene;
    scene.around.told_address = sky::PlaceAddress{"Versailles", "Yvelines", "France"};
    scene.around.told_elevation = 131.4;
    const auto id = scene.add();
    CHECK(scene.place(id).elevation_metres == 0);
    CHECK(scene.worker.run_due(scene.now) == place_and_badges);
    CHECK(scene.place(id).address.formatted == "Versailles, Yvelines, France");
    CHECK(scene.place(id).elevation_metres == 131.4);
    CHECK(scene.queue.waiting() == 0);
}

TEST_CASE("place handler: a service that tells nothing is asked three times more, a minute apart") {
    Scene scene;
    const auto id = scene.add();
    for (int n = 0; n < 4; ++n) {
        CHECK(scene.worker.run_due(scene.now) == (n == 0 ? place_and_badges : 1));
        CHECK(scene.queue.waiting() == (n < 3 ? 1 : 0));
        CHECK(scene.worker.run_due(scene.now + 59s) == 0);
        scene.now += 60s;
    }
    CHECK(scene.around.asked == 8);
    CHECK(scene.place(id).address.country == "France");  // as the towns have it
}

TEST_CASE("place handler: what comes late still counts") {
    Scene scene;
    const auto id = scene.add();
    scene.worker.run_due(scene.now);
    scene.around.told_address = sky::PlaceAddress{"Versailles", "Yvelines", "France"};
    scene.around.told_elevation = 131.4;
    scene.worker.run_due(scene.now + 60s);
    CHECK(scene.place(id).address.locality == "Versailles");
    CHECK(scene.queue.waiting() == 0);
}

TEST_CASE("place handler: a place that is gone is nobody's trouble") {
    Scene scene;
    const auto id = scene.add();
    scene.store.tables.places.erase(id.value);
    CHECK(scene.worker.run_due(scene.now) == place_and_badges);
    CHECK(scene.queue.waiting() == 0);
    CHECK(scene.around.asked == 0);
}

}  // namespace
}  // namespace asterism::worker
