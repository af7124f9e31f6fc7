#include <doctest/doctest.h>

#include "tests/badges/stage.hpp"

namespace asterism::badges {
namespace {

using tests::slug;

struct Yard : Stage {
    AwardDifferences audited(const AuditBadges& input) {
        return *audit_badges(run(), admin, accounts, bench(), input);
    }

    AwardDifferences recomputed(const RecomputeBadges& input) {
        return *recompute_badges(run(), admin, accounts, bench(), input);
    }

    AwardDifferences pioneers(bool dry_run, bool force) {
        return *award_pioneers(run(), admin, bench(), {dry_run, force});
    }

    Actor admin{{}, Role::admin};
};

std::vector<std::string> lines(const AwardDifferences& out) {
    std::vector<std::string> all;
    for (const auto& each : out.differences)
        all.push_back(each.handle + (each.change == AwardChange::award ? " +" : " -") + each.slug +
                      (each.made ? "!" : ""));
    return all;
}

using Lines = std::vector<std::string>;

TEST_CASE_FIXTURE(Yard, "recompute: tells every difference, and makes it good unless told not to") {
    const auto ada = person("ada");
    const auto bob = person("bob");
    put(ada, "Hill");
    awards.add(bob, {2}, now.at);
    awards.add(bob, pioneer.id, now.at);
    const Lines all{"ada +first-light", "ada +scout", "bob -explorer"};
    CHECK(lines(recomputed({{}, true, {}})) == all);
    CHECK(lines(recomputed({{}, true, {}})) == all);
    CHECK(lines(recomputed({accounts::handle("bob"), true, {}})) == Lines{"bob -explorer"});
    CHECK(lines(recomputed({})) == Lines{"ada +first-light!", "ada +scout!", "bob -explorer!"});
    CHECK(recomputed({}).differences.empty());
    CHECK(recomputed({}).accounts == 2);
    CHECK(held(bob) == Slugs{"pioneer"});
    CHECK(trail.events().back().type == "badge_revoked");
}

TEST_CASE_FIXTURE(Yard, "tenure: is given to whoever has been here for so long, once") {
    // No badge of today's table is earned so; these stand for those to come.
    Badge week = table[0];
    week.criterion = Criterion::tenure_days;
    week.value = 7;
    Badge year = table[1];
    year.criterion = Criterion::tenure_days;
    year.value = 365;
    const std::array badges{week, year, table[2]};
    const auto ada = person("ada");
    now.at += 24h;
    const auto bob = person("bob");
    const auto house = person("house");
    find("house").system = true;
    const auto given = [&] { return give_tenure(run(), bench(), badges).count; };
    CHECK(given() == 0);
    now.at += 6 * 24h - 1us;
    CHECK(given() == 0);
    now.at += 1us;
    CHECK(given() == 1);
    CHECK(held(ada) == Slugs{"first-light"});
    CHECK(given() == 0);
    now.at += 400 * 24h;  // however long nobody asked
    CHECK(given() == 3);
    CHECK(held(ada) == Slugs{"first-light", "explorer"});
    CHECK(held(bob) == Slugs{"first-light", "explorer"});
    CHECK(held(house).empty());
    for (int i = 0; i < 250; ++i) person("person" + std::to_string(i));
    now.at += 8 * 24h;
    int rounds = 1;
    while (give_tenure(run(), bench(), badges).more) ++rounds;
    CHECK(rounds == 3);
    CHECK(given() == 0);
    CHECK_FALSE(award_tenure(run(), admin, bench(), {})->more);
    CHECK(slug(award_tenure(run(), {ada, Role::staff}, bench(), {})) == "admins_only");
}

TEST_CASE_FIXTURE(Yard, "audit: finds what nobody should have, and whole profiles") {
    const auto ada = person("ada");
    const auto bob = person("bob");
    put(ada, "Hill");
    awards.add(bob, {2}, now.at);
    awards.add(bob, pioneer.id, now.at);
    auto profile = profiles.hold(ada);
    profile.bio = "Counts stars.";
    profile.picture = "picture.jpg";
    profiles.save(profile, now.at);
    CHECK(lines(audited({})) == Lines{"ada +mission-ready", "bob -explorer"});
    CHECK(lines(audited({{}, true, {}, {}})) == Lines{"ada +mission-ready", "bob -explorer!"});
    CHECK(lines(audited({accounts::handle("ada"), {}, true, {}})) == Lines{"ada +mission-ready!"});
    CHECK(audited({}).differences.empty());
    CHECK(held(ada) == Slugs{"mission-ready"});
}

TEST_CASE_FIXTURE(Yard, "award_pioneers: the first hundred who are proved, or simply the first") {
    for (int i = 0; i < 102; ++i) {
        now.at += 1s;
        const auto name = "p" + std::to_string(i);
        person(name);
        find(name).created_at = now.at;
        find(name).email_verified_at = i == 7 ? std::nullopt : std::optional(now.at);
    }
    find("p3").system = true;
    CHECK(pioneers(true, false).differences.size() == 99);
    CHECK(pioneers(true, true).differences.size() == 100);
    CHECK(pioneers(false, false).differences.size() == 99);
    CHECK(lines(pioneers(false, true)) == Lines{"p7 +pioneer!"});
    CHECK(pioneers(false, true).differences.empty());
    CHECK(held(find("p100").id) == Slugs{"pioneer"});
    CHECK(held(find("p101").id).empty());
}

TEST_CASE_FIXTURE(Yard, "upkeep: goes on where it stopped, and is for admins alone") {
    for (int i = 0; i < 150; ++i) person("p" + std::to_string(i));
    const auto first = recomputed({{}, true, {}});
    CHECK(first.accounts == 100);
    REQUIRE(first.next);
    const auto second = recomputed({{}, true, first.next});
    CHECK(second.accounts == 50);
    CHECK_FALSE(second.next);
    admin.role = Role::staff;
    CHECK(slug(recompute_badges(run(), admin, accounts, bench(), {})) == "admins_only");
    CHECK(slug(audit_badges(run(), admin, accounts, bench(), {})) == "admins_only");
    CHECK(slug(award_pioneers(run(), admin, bench(), {})) == "admins_only");
    admin.role = Role::admin;
    CHECK(slug(recompute_badges(run(), admin, accounts, bench(),
                                {accounts::handle("nobody"), {}, {}})) == "unknown_account");
}

}  // namespace
}  // namespace asterism::badges
