#include <atomic>
#include <latch>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include "libcore/community/moderation.hpp"
#include "shells/app/app.hpp"
#include "tests/fakes/secrets.hpp"
#include "tests/fakes/slug.hpp"
#include "tests/store/people.hpp"

namespace asterism::store::testing {
namespace {

using community::Reason;
using community::ReportStatus;
using tests::slug;

SubjectRef ref(std::string_view kind, std::int64_t id) {
    return {*SubjectKind::parse(kind), SubjectId{id}};
}

TEST_CASE_TEMPLATE("reports: one of an account on a thing, answered together", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    const auto bob = added(engine, "bob");
    const auto mod = added(engine, "mod");
    const auto review = ref("review", 7);
    engine.write([&](app::Unit& unit) {
        auto& reports = unit.reports();
        const auto first = reports.add({review, bob, ada, Reason::spam, "Buys stars.", noon});
        REQUIRE(first);
        CHECK_FALSE(reports.add({review, bob, ada, Reason::other, "", noon}));
        CHECK_FALSE(reports.add({review, AccountId{999}, ada, Reason::other, "", noon}));
        CHECK(reports.add({review, mod, ada, Reason::closed, "", noon}));
        CHECK(reports.add({ref("place", 7), bob, std::nullopt, Reason::closed, "", noon}));
        CHECK(reports.count_pending(review) == 2);
        const auto queue = reports.list(ReportStatus::pending, {}, 9);
        REQUIRE(queue.size() == 3);
        CHECK(queue[0].kind == "place");
        CHECK_FALSE(queue[0].author);
        const auto& last = queue[2];
        CHECK(last.report == *first);
        CHECK(last.kind == "review");
        CHECK(last.subject == SubjectId{7});
        CHECK(last.reason == Reason::spam);
        CHECK(last.text == "Buys stars.");
        CHECK(last.reporter == "bob");
        CHECK(last.author == "ada");
        CHECK(last.pending == 2);
        CHECK(last.created_at == noon);
        CHECK_FALSE(last.reviewed_at);
        CHECK(reports.list(ReportStatus::pending, queue[1].report, 9).size() == 1);
        CHECK(reports.list(ReportStatus::pending, {}, 2).size() == 2);

        CHECK(reports.settle(review, {ReportStatus::resolved, mod, "Gone.", noon}) == 2);
        CHECK(reports.settle(review, {ReportStatus::dismissed, mod, "", noon}) == 0);
        CHECK(reports.count_pending(review) == 0);
        const auto done = reports.list(ReportStatus::resolved, {}, 9);
        REQUIRE(done.size() == 2);
        const auto own = reports.of(bob);
        REQUIRE(own.size() == 2);
        CHECK(own[1].kind == "review");
        CHECK(own[1].reason == Reason::spam);
        CHECK(own[1].text == "Buys stars.");
        CHECK(own[1].status == ReportStatus::resolved);
        CHECK(done[0].reviewer == "mod");
        CHECK(done[0].note == "Gone.");
        CHECK(done[0].reviewed_at == noon);
        return true;
    });
}

TEST_CASE_TEMPLATE("reports: go with their reporter, and outlive author and reviewer", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    const auto bob = added(engine, "bob");
    const auto eve = added(engine, "eve");
    const auto mod = added(engine, "mod");
    engine.write([&](app::Unit& unit) {
        auto& reports = unit.reports();
        reports.add({ref("review", 1), bob, ada, Reason::spam, "", noon});
        reports.add({ref("review", 1), eve, ada, Reason::spam, "", noon});
        reports.settle(ref("review", 1), {ReportStatus::resolved, mod, "", noon});
        unit.accounts().remove(ada);
        unit.accounts().remove(mod);
        unit.accounts().remove(bob);
        const auto left = reports.list(ReportStatus::resolved, {}, 9);
        REQUIRE(left.size() == 1);
        CHECK(left[0].reporter == "eve");
        CHECK_FALSE(left[0].author);
        CHECK_FALSE(left[0].reviewer);
        reports.drop_all(eve);
        CHECK(reports.list(ReportStatus::resolved, {}, 9).empty());
        return true;
    });
}

TEST_CASE_TEMPLATE("report_subject: of twenty at once every one counts, so the last one hides",
                   Kind, SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    std::vector<AccountId> crowd;
    for (int i = 0; i < 20; ++i) crowd.push_back(added(engine, "p" + std::to_string(i)));
    tests::CountingEntropy entropy;
    tests::PlainFingerprint prints;
    tests::ReversingHasher hasher;
    tests::PlainSealer sealer;
    const Caller caller{"192.0.2.1", "Test/1"};
    accounts::Policy policy;
    policy.reports_to_hide = 20;
    app::App app(engine, {[] { return noon; }, entropy, prints, hasher, sealer});
    const auto profile = ref("profile", ada.value);
    const community::ReportSubject input{profile.kind, profile.id, Reason::spam, {}};
    std::atomic<int> taken = 0;
    std::latch ready{20};
    {
        std::vector<std::jthread> threads;
        for (const auto who : crowd)
            threads.emplace_back([&, who] {
                ready.arrive_and_wait();
                if (app.run<&community::report_subject>({Actor{who}, caller, policy}, input))
                    ++taken;
            });
    }
    CHECK(taken == 20);
    engine.read([&](app::Unit& unit) {
        CHECK(unit.reports().count_pending(profile) == 20);
        CHECK(unit.subjects().find(profile)->hidden);
    });
    const app::Call again{Actor{added(engine, "late")}, caller, policy};
    CHECK(slug(app.run<&community::report_subject>(again, input)) == "unknown_subject");
}

}  // namespace
}  // namespace asterism::store::testing
