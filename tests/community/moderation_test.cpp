#include "libcore/community/moderation.hpp"

#include <doctest/doctest.h>

#include "tests/community/bench.hpp"

namespace asterism::community {
namespace {

using tests::slug;
using tests::slug_at;
using Told = std::vector<std::string>;

struct Bar : Court {
    Bar() {
        lay("review", 1, ada);
        (void)report(bob, 1);
    }

    Result<Judged> dismiss(AccountId who, std::int64_t id = 1) {
        const auto on = ref(id);
        return dismiss_reports(run(), Actor{who, row(who).role}, accounts, bench(),
                               {on.kind, on.id, {}});
    }

    Result<Judged> warn(AccountId who, std::string note = "", std::int64_t id = 1) {
        const auto on = ref(id);
        return warn_author(run(), Actor{who, row(who).role}, accounts, bench(), outbox(),
                           {on.kind, on.id, std::move(note)});
    }

    Result<Judged> suspend(AccountId who, std::int64_t id = 1) {
        const auto on = ref(id);
        return suspend_author(run(), Actor{who, row(who).role}, accounts, door(), bench(),
                              {on.kind, on.id, {}});
    }
};

TEST_CASE_FIXTURE(Bar, "moderation: is for moderators, and not of what is one's own") {
    const auto strange = [&](const auto& result) { return slug(result) == "moderators_only"; };
    CHECK(strange(list_reports(Actor{bob}, reports, {})));
    CHECK(strange(judge<&hide_subject>(bob, 1)));
    CHECK(strange(judge<&restore_subject>(bob, 1)));
    CHECK(strange(dismiss(bob)));
    CHECK(strange(warn(bob)));
    CHECK(strange(suspend(bob)));
    lay("review", 2, mod);
    CHECK(slug(judge<&hide_subject>(mod, 2)) == "own_subject");
    CHECK(slug(dismiss(mod, 2)) == "own_subject");
    const auto chief = person("chief", Role::admin);
    lay("review", 3, chief);
    CHECK(judge<&hide_subject>(chief, 3));
    CHECK(slug(judge<&hide_subject>(mod, 9)) == "unknown_subject");
    CHECK(slug_at(judge<&hide_subject>(mod, 1, std::string(1'001, 'a'))) == "bad_note at note");
    CHECK_FALSE(hidden(1));
    CHECK(queue_of(mod).items.size() == 1);
}

TEST_CASE_FIXTURE(Bar, "hide_subject: hides, answers the reports and is told once") {
    const auto verdict = judge<&hide_subject>(mod, 1, " Spam. ");
    REQUIRE(verdict);
    CHECK(verdict->hidden);
    CHECK(verdict->settled == 1);
    CHECK(hidden(1));
    CHECK(queue_of(mod).items.empty());
    const auto answered = queue_of(mod, ReportStatus::resolved).items.at(0);
    CHECK(answered.reviewer == "mod");
    CHECK(answered.note == "Spam.");
    CHECK(answered.reviewed_at == now.at);
    CHECK(told() == Told{"content_hidden by=3 subject=review:1"});
    const auto before = events.count();
    CHECK(judge<&hide_subject>(mod, 1)->settled == 0);
    CHECK(events.count() == before);  // nothing has changed
}

TEST_CASE_FIXTURE(Bar, "restore_subject: shows it again, and finds its reports wrong") {
    subjects.set_hidden(ref(1), true);
    const auto verdict = judge<&restore_subject>(mod, 1);
    REQUIRE(verdict);
    CHECK_FALSE(verdict->hidden);
    CHECK_FALSE(hidden(1));
    CHECK(queue_of(mod, ReportStatus::dismissed).items.size() == 1);
    CHECK(told() == Told{"content_restored by=3 subject=review:1"});
}

TEST_CASE_FIXTURE(Bar, "dismiss_reports: answers them, and leaves the thing as it is") {
    REQUIRE(report(person("eve"), 1));
    CHECK(queue_of(mod).items.at(0).pending == 2);
    CHECK(dismiss(mod)->settled == 2);
    CHECK_FALSE(hidden(1));
    CHECK(told() == Told{"reports_dismissed by=3 subject=review:1"});
    CHECK(slug(report(bob, 1)) == "already_reported");  // for good
}

TEST_CASE_FIXTURE(Bar, "warn_author: writes to the author in so many words") {
    mails();
    REQUIRE(warn(mod, "No <b>adverts</b>."));
    CHECK(mails() == Told{"warning ada@example.org"});
    const auto& draft = tables.messages.back().draft;
    CHECK(draft.text.find("No <b>adverts</b>.") != std::string::npos);
    CHECK(draft.html.find("<b>adverts") == std::string::npos);
    CHECK(queue_of(mod, ReportStatus::reviewed).items.size() == 1);
    CHECK_FALSE(hidden(1));
    CHECK(told() == Told{"author_warned by=3 subject=review:1"});
    lay("photo", 2, std::nullopt);
    CHECK(slug(warn_author(run(), Actor{mod, Role::moderator}, accounts, bench(), outbox(),
                           {*SubjectKind::parse("photo"), SubjectId{2}, {}})) == "no_author");
}

TEST_CASE_FIXTURE(Bar, "suspend_author: locks the account, ends its sessions and hides the thing") {
    const auto opened = sign_in("ada", accounts::right);
    REQUIRE(opened);
    told();
    REQUIRE(suspend(mod));
    CHECK_FALSE(row(ada).active);
    CHECK(tables.sessions.back().session.ended);
    CHECK(hidden(1));
    CHECK(queue_of(mod, ReportStatus::resolved).items.size() == 1);
    CHECK(told() == Told{"account_suspended by=3 subject=review:1"});
}

TEST_CASE_FIXTURE(Bar, "suspend_author: only who ranks below") {
    const auto other = person("other", Role::moderator);
    lay("review", 2, other);
    CHECK(slug(suspend(mod, 2)) == "not_below");
    CHECK(row(other).active);
    CHECK_FALSE(hidden(2));
    const auto staff = person("staff", Role::staff);
    CHECK(suspend(staff, 2));
    CHECK_FALSE(row(other).active);
    const auto house = person("house");
    tables.accounts.at(static_cast<std::size_t>(house.value - 1)).account.system = true;
    lay("review", 3, house);
    CHECK(slug(suspend(mod, 3)) == "not_below");
}

TEST_CASE_FIXTURE(Bar, "lift_suspension: takes back what moderators did, and no operator's lock") {
    const auto lift = [&](AccountId who, std::string_view name, std::string note = "") {
        return lift_suspension(run(), Actor{who, row(who).role}, accounts,
                               {accounts::handle(name), std::move(note)});
    };
    CHECK(slug(lift(mod, "ada")) == "not_suspended");
    REQUIRE(suspend(mod));
    told();
    CHECK(slug(lift(bob, "ada")) == "moderators_only");
    CHECK(slug_at(lift(mod, "ada", std::string(1'001, 'a'))) == "bad_note at note");
    CHECK(slug(lift(mod, "nobody")) == "unknown_profile");
    CHECK_FALSE(row(ada).active);
    const auto lifted = lift(mod, "ada", " A mistake. ");
    REQUIRE(lifted);
    CHECK(lifted->active);
    CHECK(row(ada).active);
    CHECK(told() == Told{"suspension_lifted by=3 note=A%20mistake."});
    CHECK(slug(lift(mod, "ada")) == "not_suspended");

    accounts.set_active(ada, false);
    CHECK(slug(lift(mod, "ada")) == "not_suspended");
    REQUIRE(suspend(mod));  // of one that an operator has locked makes no suspension
    CHECK(slug(lift(mod, "ada")) == "not_suspended");
    CHECK_FALSE(row(ada).active);

    accounts.set_active(ada, true);
    REQUIRE(suspend(mod));
    accounts.set_active(ada, false);  // an operator's word comes after
    CHECK(slug(lift(mod, "ada")) == "not_suspended");
}

TEST_CASE_FIXTURE(Bar, "lift_suspension: only of who ranks below") {
    const auto other = person("other", Role::moderator);
    const auto staff = person("staff", Role::staff);
    lay("review", 2, other);
    REQUIRE(suspend(staff, 2));
    const LiftSuspension input{accounts::handle("other"), {}};
    CHECK(slug(lift_suspension(run(), {mod, Role::moderator}, accounts, input)) == "not_below");
    CHECK_FALSE(row(other).active);
    CHECK(lift_suspension(run(), {staff, Role::staff}, accounts, input));
    CHECK(row(other).active);
}

TEST_CASE_FIXTURE(Bar, "list_reports: goes on where the page before ended") {
    for (int i = 2; i < 5; ++i) {
        lay("review", i, ada);
        REQUIRE(report(bob, i));
    }
    const Actor judge{mod, Role::moderator};
    const auto first = list_reports(judge, reports, {{}, {}, 3});
    REQUIRE(first->items.size() == 3);
    CHECK(first->items[0].subject == SubjectId{4});
    const auto rest = list_reports(judge, reports, {{}, first->next, 3});
    REQUIRE(rest->items.size() == 1);
    CHECK(rest->items[0].subject == SubjectId{1});
    CHECK_FALSE(rest->next);
    CHECK(slug_at(list_reports(judge, reports, {{}, {}, 0})) == "bad_report_page at limit");
    CHECK(slug_at(list_reports(judge, reports, {{}, {}, 201})) == "bad_report_page at limit");
}

}  // namespace
}  // namespace asterism::community
