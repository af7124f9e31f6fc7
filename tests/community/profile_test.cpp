#include <doctest/doctest.h>

#include "libcore/community/faults.hpp"
#include "libcore/community/use_cases.hpp"
#include "tests/accounts/scene.hpp"
#include "tests/fakes/memory_profiles.hpp"

namespace asterism::community {
namespace {

using accounts::handle;
using tests::slug;

struct Stage : accounts::Scene {
    Result<OwnProfile> update(AccountId account, const UpdateProfile& input) {
        return update_profile(now, Actor{account}, accounts, profiles, events, input);
    }

    Result<PublicProfile> show(std::string_view name) {
        return show_profile({}, accounts, profiles, ShowProfile{handle(name)});
    }

    Result<PublicProfile> mark(Actor actor, std::string_view name, bool verified) {
        return mark_profile(run(), actor, accounts, profiles, MarkProfile{handle(name), verified});
    }

    tests::MemoryProfiles profiles{tables, calls};
};

std::string letters(std::size_t count) {
    std::string out;
    while (count-- > 0) out += "\xC3\xA9";  // two bytes, one character
    return out;
}

TEST_CASE_FIXTURE(Stage, "profile: is empty until its owner says something") {
    const auto ada = settle();
    const auto shown = show("ada");
    REQUIRE(shown);
    CHECK(shown->bio.empty());
    CHECK_FALSE(shown->picture);
    CHECK(shown->stats.followers == 0);
    const auto own = own_profile(Actor{ada}, accounts, profiles, {});
    REQUIRE(own);
    CHECK(own->units == Units::metric);
    CHECK(own->has_password);
}

TEST_CASE_FIXTURE(Stage, "profile: changes what is given, and nothing else") {
    const auto ada = settle();
    REQUIRE(update(ada, {.bio = "  Counts stars.\nTwice. ", .location = " Tucson "}));
    REQUIRE(update(ada, {.units = Units::imperial}));
    CHECK(show("ada")->bio == "Counts stars.\nTwice.");
    CHECK(show("ada")->location == "Tucson");
    REQUIRE(update(ada, {.bio = ""}));
    CHECK(show("ada")->bio.empty());
    CHECK(show("ada")->location == "Tucson");
}

TEST_CASE_FIXTURE(Stage, "profile: counts characters, not bytes, and refuses what is too long") {
    const auto ada = settle();
    CHECK(update(ada, {.bio = letters(500)}));
    CHECK(slug(update(ada, {.bio = letters(501)})) == "bio_too_long");
    CHECK(slug(update(ada, {.bio = std::string("a\0b", 3)})) == "bio_too_long");
    CHECK(slug(update(ada, {.bio = "\xFF"})) == "bio_too_long");
    CHECK(update(ada, {.location = letters(100)}));
    CHECK(slug(update(ada, {.location = letters(101)})) == "bad_location");
    CHECK(slug(update(ada, {.location = "two\nlines"})) == "bad_location");
    CHECK(show("ada")->bio == letters(500));
}

TEST_CASE_FIXTURE(Stage, "profile: the locked and the site's own have none in public") {
    settle({.handle = "gone", .email = "gone@example.org", .active = false});
    const auto system = settle({.handle = "house", .email = "house@example.org"});
    tables.accounts.at(static_cast<std::size_t>(system.value - 1)).account.system = true;
    CHECK(slug(show("gone")) == "unknown_profile");
    CHECK(slug(show("house")) == "unknown_profile");
    CHECK(slug(show("nobody")) == "unknown_profile");
}

TEST_CASE_FIXTURE(Stage, "profile: the mark is the staff's to give, and told once") {
    const auto ada = settle();
    CHECK(slug(mark({ada, Role::moderator}, "ada", true)) == "staff_only");
    CHECK_FALSE(show("ada")->verified);
    REQUIRE(mark({ada, Role::staff}, "ada", true));
    REQUIRE(mark({ada, Role::staff}, "ada", true));
    CHECK(show("ada")->verified);
    CHECK(told() == std::vector<std::string>{"profile_verified by=1"});
    REQUIRE(update(ada, {.bio = "Mine."}));
    CHECK(show("ada")->verified);
}

TEST_CASE_FIXTURE(Stage, "profile: visitors are told that nobody is there") {
    CHECK_FALSE(who_is_there({}, accounts, profiles, {})->profile);
    const auto ada = settle();
    CHECK(who_is_there(Actor{ada}, accounts, profiles, {})->profile->account.handle == "ada");
    CHECK_FALSE(who_is_there(Actor{AccountId{99}}, accounts, profiles, {})->profile);
}

}  // namespace
}  // namespace asterism::community
