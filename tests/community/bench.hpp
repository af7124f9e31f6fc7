#pragma once

#include "libcore/community/moderation.hpp"
#include "tests/accounts/scene.hpp"
#include "tests/fakes/memory_profiles.hpp"
#include "tests/fakes/memory_reports.hpp"
#include "tests/fakes/memory_votes.hpp"

namespace asterism::community {

/// Ada, who writes; Bob, who reports; and a moderator.
struct Court : accounts::Scene {
    AccountId person(const std::string& name, Role role = Role::user) {
        return settle({.handle = name, .email = name + "@example.org", .role = role});
    }

    void lay(std::string_view kind, std::int64_t id, std::optional<AccountId> author,
             bool hidden = false) {
        tables.subjects.push_back({ref(id, kind), {author, hidden, Ballot::up_down}});
    }

    static SubjectRef ref(std::int64_t id, std::string_view kind = "review") {
        return {*SubjectKind::parse(kind), SubjectId{id}};
    }

    bool hidden(std::int64_t id) const { return subjects.find(ref(id))->hidden; }

    Bench bench() { return {subjects, reports, events}; }

    Result<ReportTaken> report(AccountId who, std::int64_t id, Reason reason = Reason::other,
                               std::string text = "", std::string_view kind = "review") {
        const auto on = ref(id, kind);
        return report_subject(run(), Actor{who}, accounts, bench(),
                              {on.kind, on.id, reason, std::move(text)});
    }

    ReportPage queue_of(AccountId who, ReportStatus status = ReportStatus::pending) {
        return *list_reports(Actor{who, Role::moderator}, reports, {status, {}, {}});
    }

    /// One of those that need no more than the bench.
    template <auto Judge>
    Result<Judged> judge(Actor actor, std::int64_t id, std::string note = "") {
        const auto on = ref(id);
        return Judge(run(), actor, accounts, bench(), {on.kind, on.id, std::move(note)});
    }

    template <auto Judge>
    Result<Judged> judge(AccountId who, std::int64_t id, std::string note = "") {
        return judge<Judge>(Actor{who, row(who).role}, id, std::move(note));
    }

    tests::MemoryProfiles profiles{tables, calls};
    tests::MemorySubjects subjects{tables, calls};
    tests::MemoryReports reports{tables, calls};
    AccountId ada = person("ada");
    AccountId bob = person("bob");
    AccountId mod = person("mod", Role::moderator);
};

}  // namespace asterism::community
