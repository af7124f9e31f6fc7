#include "libcore/accounts/cleanup.hpp"

#include "libcore/accounts/faults.hpp"
#include "libcore/audit/faults.hpp"

namespace asterism::accounts {
namespace {

constexpr std::int64_t accounts_at_once = 100;
constexpr std::int64_t rows_at_once = 1'000;

Result<CleanedUp> purge(Actor actor, Now now, Leftovers& leftovers, const CleanUp& input,
                        Leftover what, std::int64_t usual) {
    const auto before = cut_off(actor, now, input, usual);
    if (!before) return before.error();
    if (input.dry_run.value_or(false)) return CleanedUp{leftovers.count(what, *before), false};
    const auto count = leftovers.drop(what, *before, rows_at_once);
    return CleanedUp{count, count == rows_at_once};
}

}  // namespace

Result<Instant> cut_off(Actor actor, Now now, const CleanUp& input, std::int64_t usual_days) {
    if (actor.role != Role::admin) return admins_only;
    const auto days = input.days.value_or(usual_days);
    if (days < 0 || days > 36'500) return field_error(audit::bad_days, "days");
    return now.at - std::chrono::days{days};
}

Result<CleanedUp> purge_unverified(const Run& run, Actor actor, Leftovers& leftovers,
                                   Events& events, const CleanUp& input) {
    const auto before = cut_off(actor, run.now, input, unverified_days);
    if (!before) return before.error();
    if (input.dry_run.value_or(false)) return CleanedUp{leftovers.count_unverified(*before), false};
    const auto found = leftovers.unverified(*before, accounts_at_once);
    for (const Account& account : found) {
        events.tell(AccountDeleted{account.id, account.handle});
        run.trail.note({"unverified_account_removed", true, account.id, account.handle});
    }
    return CleanedUp{std::ssize(found), std::ssize(found) == accounts_at_once};
}

Result<CleanedUp> purge_sessions(Now now, Actor actor, Leftovers& leftovers, const CleanUp& input) {
    return purge(actor, now, leftovers, input, Leftover::session, session_days);
}

Result<CleanedUp> purge_tickets(Now now, Actor actor, Leftovers& leftovers, const CleanUp& input) {
    return purge(actor, now, leftovers, input, Leftover::ticket, ticket_days);
}

Result<CleanedUp> purge_lockouts(Now now, const Policy& policy, Actor actor, Leftovers& leftovers,
                                 const CleanUp& input) {
    return purge(actor, {now.at - policy.lockout.window}, leftovers, input, Leftover::lockout, 0);
}

}  // namespace asterism::accounts
