#include "shells/app/deliver.hpp"

#include <doctest/doctest.h>

#include "tests/app/stand.hpp"

namespace asterism::app {
namespace {

struct Rang {
    int times = 1;
};

struct Answered {};

void echo(Events& events, const Rang& rang) {
    if (rang.times > 1) events.tell(Rang{rang.times - 1});
}

void note(Tasks& tasks, Now now, const Rang& rang) {
    tasks.add({"rang", {}, {}, std::to_string(rang.times), now.at});
}

void answer(Tasks& tasks, const Answered&) { tasks.add({"answered", {}, {}, {}, {}}); }

using Listening = Reactions<On<Rang, &note, &echo>, On<Answered, &answer>>;

}  // namespace

TEST_CASE_FIXTURE(Stand,
                  "deliver: every event goes to those who react to it, also what they tell") {
    audit::Trail trail;
    Events events;
    const accounts::Run run{{noon}, caller, policy, entropy, fingerprint, trail};
    events.tell(Rang{2});
    events.tell(Answered{});
    const sky::NoLightMap no_map;
    const shop::Policy shop;
    store.write([&](Unit& unit) {
        media::Changes changes;
        deliver(
            Listening{},
            Ports{&unit, actor, run, events, {sealer, no_map, nullptr, {nullptr, changes}, shop}},
            events);
        return true;
    });
    REQUIRE(store.tables.tasks.size() == 3);
    CHECK(store.tables.tasks[0].payload == "2");
    CHECK(store.tables.tasks[1].kind == "answered");
    CHECK(store.tables.tasks[2].payload == "1");
    CHECK(store.tables.tasks[2].due == noon);
}

TEST_CASE_FIXTURE(Stand, "deliver: what a deleted account leaves goes in the same transaction") {
    actor = Actor{settle("ada")};
    CHECK(slug(ask("delete_account", "{}")) == "ok");
    CHECK(store.commits == 2);  // the try at the password, then all that goes
    CHECK(slug(ask("who_am_i", "{}")) == "unknown_account");
    store.write([&](Unit&) {
        settle("ada");  // its name is free
        return true;
    });
}

TEST_CASE_FIXTURE(Stand, "deliver: a deletion that is refused leaves everything") {
    actor = Actor{settle("ada", true, Role::admin), Role::admin};
    CHECK(slug(ask("delete_account", "{}")) == "last_admin");
    CHECK(slug(ask("who_am_i", "{}")) == "ok");
    CHECK(store.tables.messages.empty());
}

}  // namespace asterism::app
