#pragma once

#include "libcore/accounts/context.hpp"
#include "libcore/base/events.hpp"

namespace asterism::accounts {

// What is left over when nobody needs it any more. All of it asks for the role of an admin, works
// in batches so that others can write meanwhile, and is run by the timetable and by `asterism
// cleanup`.

/// Things that go by their age alone.
enum class Leftover : std::uint8_t {
    session,  ///< ended, run out or idle for too long since that moment
    ticket,   ///< used, or expired at that moment
    lockout   ///< whose lock and window were over at that moment
};

class Leftovers : public Stored {
public:
    /// Accounts made before that moment that nobody ever signed in to and whose address was never
    /// proved, the site's own apart. One that waits for a change of address has proved the old one.
    virtual std::vector<Account> unverified(Instant before, std::int64_t limit) const = 0;
    virtual std::int64_t count_unverified(Instant before) const = 0;
    virtual std::int64_t count(Leftover what, Instant before) const = 0;
    /// How many it deleted.
    virtual std::int64_t drop(Leftover what, Instant before, std::int64_t limit) = 0;
};

struct CleanUp {
    std::optional<std::int64_t> days;
    std::optional<bool> dry_run;

    static constexpr void fields(auto&& see) {
        see("days", &CleanUp::days, "Only what is older than so many days, 0 to 36500.");
        see("dry_run", &CleanUp::dry_run, "Only count; nothing is deleted.");
    }
};

struct CleanedUp {
    std::int64_t count = 0;
    bool more = false;

    static constexpr void fields(auto&& see) {
        see("count", &CleanedUp::count, "How many were deleted, or would be.");
        see("more", &CleanedUp::more, "There may be others left: run it again.");
    }
};

inline constexpr std::int64_t unverified_days = 30;
inline constexpr std::int64_t ticket_days = 3;
inline constexpr std::int64_t session_days = 7;

/// The moment that what is to go lies before, for whoever may clean up.
Result<Instant> cut_off(Actor actor, Now now, const CleanUp& input, std::int64_t usual_days);

/// Whoever keeps something of an account hears of it, as when its owner deletes it.
Result<CleanedUp> purge_unverified(const Run& run, Actor actor, Leftovers& leftovers,
                                   Events& events, const CleanUp& input);
Result<CleanedUp> purge_sessions(Now now, Actor actor, Leftovers& leftovers, const CleanUp& input);
Result<CleanedUp> purge_tickets(Now now, Actor actor, Leftovers& leftovers, const CleanUp& input);
Result<CleanedUp> purge_lockouts(Now now, const Policy& policy, Actor actor, Leftovers& leftovers,
                                 const CleanUp& input);

inline constexpr UseCases cleanup_cases{
    use_case<&purge_unverified>("purge_unverified",
                                "Deletes accounts whose address was not proved in 30 days."),
    use_case<&purge_sessions>("purge_sessions", "Deletes sessions that are over for 7 days."),
    use_case<&purge_tickets>("purge_tickets", "Deletes links that are void for 3 days."),
    use_case<&purge_lockouts>("purge_lockouts", "Deletes counts of failed tries that are over."),
};

}  // namespace asterism::accounts
