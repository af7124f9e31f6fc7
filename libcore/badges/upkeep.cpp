#include "libcore/badges/upkeep.hpp"

#include <algorithm>

#include "libcore/accounts/faults.hpp"
#include "libcore/accounts/guard.hpp"
#include "libcore/badges/table.hpp"

namespace asterism::badges {
namespace {

using accounts::Account;

constexpr std::int64_t accounts_at_once = 100;

/// What is looked for, and what is done about it.
struct Round {
    const accounts::Run& run;
    Bench bench;
    bool gives = false;
    bool takes = false;
    bool only_profiles = false;  ///< of what is missing, only the badge for a whole profile
};

/// The accounts of this batch.
Result<std::vector<Account>> batch(Actor actor, const accounts::Accounts& accounts,
                                   const std::optional<Handle>& handle,
                                   const std::optional<AccountId>& after) {
    if (actor.role != Role::admin) return accounts::admins_only;
    if (!handle) return accounts.list(after.value_or(AccountId{}), accounts_at_once);
    const auto account = accounts::governed(actor, accounts, *handle);
    if (!account) return account.error();
    return std::vector{*account};
}

void note(const Round& round, const AwardDifference& change) {
    round.run.trail.note({change.change == AwardChange::award ? "badge_awarded" : "badge_revoked",
                          true, change.account, change.handle, "badge=" + change.slug});
}

void tell(AwardDifferences& out, const Account& account, BadgeId badge, AwardChange change,
          bool made, const Round& round) {
    const auto* named = find_badge(badge);
    out.differences.push_back(
        {account.id, account.handle, std::string(named ? named->slug : ""), change, made});
    if (made) note(round, out.differences.back());
}

void look_at(const Account& account, const Round& round, AwardDifferences& out) {
    auto& awards = round.bench.awards;
    const bool writes = round.gives || round.takes;
    const auto held = writes ? awards.hold(account.id) : awards.of(account.id);
    const auto figures = round.bench.deeds.of(account.id);
    if (!figures) return;
    const auto verdict = judge(*figures, held, standard_of(round.run.policy, round.run.now));
    for (const BadgeId badge : verdict.missing) {
        if (round.only_profiles && badge != mission_ready.id) continue;
        const bool made = round.gives && awards.add(account.id, badge, round.run.now.at);
        tell(out, account, badge, AwardChange::award, made, round);
    }
    for (const BadgeId badge : verdict.undeserved) {
        const bool made = round.takes && awards.drop(account.id, badge);
        tell(out, account, badge, AwardChange::revoke, made, round);
    }
}

AwardDifferences walk(const std::vector<Account>& accounts, const Round& round, bool one) {
    AwardDifferences out;
    for (const Account& account : accounts) look_at(account, round, out);
    out.accounts = std::ssize(accounts);
    if (!one && out.accounts == accounts_at_once) out.next = accounts.back().id;
    return out;
}

}  // namespace

Result<AwardDifferences> audit_badges(const accounts::Run& run, Actor actor,
                                      const accounts::Accounts& accounts, Bench bench,
                                      const AuditBadges& input) {
    const auto found = batch(actor, accounts, input.handle, input.after);
    if (!found) return found.error();
    const Round round{run, bench, input.award.value_or(false), input.fix.value_or(false), true};
    return walk(*found, round, input.handle.has_value());
}

Result<AwardDifferences> recompute_badges(const accounts::Run& run, Actor actor,
                                          const accounts::Accounts& accounts, Bench bench,
                                          const RecomputeBadges& input) {
    const auto found = batch(actor, accounts, input.handle, input.after);
    if (!found) return found.error();
    const bool changes = !input.dry_run.value_or(false);
    return walk(*found, {run, bench, changes, changes}, input.handle.has_value());
}

Result<AwardDifferences> award_pioneers(const accounts::Run& run, Actor actor, Bench bench,
                                        const AwardPioneers& input) {
    if (actor.role != Role::admin) return accounts::admins_only;
    const bool writes = !input.dry_run.value_or(false);
    const Round round{run, bench, writes};
    AwardDifferences out;
    for (const EarlyBird& early : bench.deeds.first(pioneer.value)) {
        ++out.accounts;
        if (!early.verified && !input.force.value_or(false)) continue;
        const auto held = bench.awards.of(early.account);
        if (std::ranges::find(held, pioneer.id, &Award::badge) != held.end()) continue;
        const bool made = writes && bench.awards.add(early.account, pioneer.id, run.now.at);
        Account account;
        account.id = early.account;
        account.handle = early.handle;
        tell(out, account, pioneer.id, AwardChange::award, made, round);
    }
    return out;
}

TenureRound give_tenure(const accounts::Run& run, Bench bench, std::span<const Badge> badges) {
    TenureRound out;
    for (const Badge& badge : badges) {
        if (badge.criterion != Criterion::tenure_days) continue;
        const auto since = run.now.at - std::chrono::days{badge.value};
        const auto due = bench.deeds.seasoned(badge.id, since, accounts_at_once);
        for (const AccountId account : due)
            if (bench.awards.add(account, badge.id, run.now.at)) ++out.count;
        out.more = out.more || std::ssize(due) == accounts_at_once;
    }
    return out;
}

Result<TenureRound> award_tenure(const accounts::Run& run, Actor actor, Bench bench,
                                 const accounts::NoInput&) {
    if (actor.role != Role::admin) return accounts::admins_only;
    return give_tenure(run, bench, table);
}

}  // namespace asterism::badges
