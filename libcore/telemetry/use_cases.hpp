#pragma once

#include "libcore/telemetry/ports.hpp"

namespace asterism::telemetry {

inline constexpr Fault admins_only{"admins_only", Kind::forbidden,
                                   "Only an administrator may do this."};
inline constexpr Fault bad_days{"bad_days", Kind::invalid, "Days are a number from 0 to 36500."};

/// The text cut to so many characters, never within one.
std::string cut(std::string_view text, std::size_t characters);

/// Never refuses: what is too long is cut, what cannot be is left out. A page must not be disturbed
/// by what it tells of its visitors.
Result<ClientEventLogged> log_client_event(Now now, const Caller& caller, ClientEvents& events,
                                           const LogClientEvent& input);

/// For the worker: what visitors did is of no use for ever.
Result<ClientEventsPurged> purge_client_events(Now now, Actor actor, ClientEvents& events,
                                               const PurgeClientEvents& input);

/// Reacts to the end of an account.
template <class Deleted>
void forget_events(ClientEvents& events, const Deleted& event) {
    events.forget(event.account);
}

inline constexpr UseCases use_cases{
    use_case<&log_client_event>("log_client_event", "Keeps what a page tells of its visitor."),
    use_case<&purge_client_events>("purge_client_events",
                                   "Deletes what pages told more than 90 days ago."),
};

}  // namespace asterism::telemetry
