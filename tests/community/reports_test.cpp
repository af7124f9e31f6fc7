#include <doctest/doctest.h>

#include "libcore/community/use_cases.hpp"
#include "tests/community/bench.hpp"

namespace asterism::community {
namespace {

using tests::slug;
using tests::slug_at;

std::string letters(std::size_t count) {
    std::string out;
    while (count-- > 0) out += "\xC3\xA9";
    return out;
}

TEST_CASE_FIXTURE(Court, "report_subject: waits for a moderator, once of everybody") {
    lay("review", 1, ada);
    REQUIRE(report(bob, 1, Reason::spam, " Buys stars. "));
    CHECK(slug(report(bob, 1, Reason::harassment)) == "already_reported");
    const auto queue = queue_of(mod);
    REQUIRE(queue.items.size() == 1);
    const auto& row = queue.items[0];
    CHECK(row.kind == "review");
    CHECK(row.subject == SubjectId{1});
    CHECK(row.reason == Reason::spam);
    CHECK(row.text == "Buys stars.");
    CHECK(row.reporter == "bob");
    CHECK(row.author == "ada");
    CHECK(row.pending == 1);
    CHECK_FALSE(row.reviewer);
    REQUIRE(events.count() == 1);
    CHECK(events.at<Reported>(0)->author == ada);
}

TEST_CASE_FIXTURE(Court, "report_subject: leaves no trace when refused") {
    lay("review", 1, ada);
    lay("review", 2, ada, true);
    CHECK(slug(report(ada, 1)) == "own_subject");
    CHECK(slug(report(bob, 2)) == "unknown_subject");
    CHECK(slug(report(bob, 3)) == "unknown_subject");
    CHECK(slug_at(report(bob, 1, Reason::other, letters(1'001))) == "bad_report_text at text");
    CHECK(slug_at(report(bob, 1, Reason::other, "\xFF")) == "bad_report_text at text");
    CHECK(tables.reports.empty());
    CHECK(events.count() == 0);
    CHECK(report(bob, 1, Reason::other, letters(1'000)));
}

TEST_CASE_FIXTURE(Court, "report_subject: enough of them hide it until somebody looks") {
    policy.reports_to_hide = 3;
    lay("review", 1, ada);
    REQUIRE(report(person("r1"), 1));
    REQUIRE(report(person("r2"), 1));
    CHECK_FALSE(hidden(1));
    told();
    REQUIRE(report(person("r3"), 1));
    CHECK(hidden(1));
    CHECK(told() == std::vector<std::string>{"content_hidden by=reports subject=review:1"});
    CHECK(slug(report(person("r4"), 1)) == "unknown_subject");
    REQUIRE(judge<&restore_subject>(mod, 1));
    CHECK_FALSE(hidden(1));
    REQUIRE(report(person("r5"), 1));
    CHECK_FALSE(hidden(1));  // those that were found wrong count no more
}

TEST_CASE_FIXTURE(Court, "report_subject: where the policy says 0, none are enough") {
    policy.reports_to_hide = 0;
    lay("review", 1, ada);
    for (int i = 0; i < 9; ++i) REQUIRE(report(person("r" + std::to_string(i)), 1));
    CHECK_FALSE(hidden(1));
}

TEST_CASE_FIXTURE(Court, "report_subject: a profile can be reported, and hidden it says nothing") {
    policy.reports_to_hide = 1;
    profiles.save({ada, "Buys stars.", "Tucson", Units::metric, "a.jpg", false}, now.at);
    REQUIRE(report(bob, ada.value, Reason::spam, "", "profile"));
    const auto seen = show_profile({}, accounts, profiles, {accounts::handle("ada")});
    REQUIRE(seen);
    CHECK(seen->bio.empty());
    CHECK(seen->location.empty());
    CHECK_FALSE(seen->picture);
    CHECK(own_profile(Actor{ada}, accounts, profiles, {})->bio == "Buys stars.");
}

TEST_CASE_FIXTURE(Court, "reports: go with who made them") {
    lay("review", 1, ada);
    REQUIRE(report(bob, 1));
    forget_reports(reports, {bob, "bob"});
    CHECK(queue_of(mod).items.empty());
}

}  // namespace
}  // namespace asterism::community
