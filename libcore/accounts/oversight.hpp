#pragma once

#include "libcore/accounts/administration.hpp"
#include "libcore/accounts/own_account.hpp"

namespace asterism::accounts {

// What those who run the site do for people who cannot help themselves. All of it asks for the role
// of an admin.

struct SetAccountPassword {
    Handle handle;
    Password password;

    static constexpr void fields(auto&& see) {
        see("handle", &SetAccountPassword::handle, "The public user name.");
        see("password", &SetAccountPassword::password, "The password from now on.");
    }
};

Result<SessionList> list_account_sessions(Now now, Actor actor, const Accounts& accounts,
                                          const Sessions& sessions, const ShowAccount& input);
Result<SessionsEnded> end_account_sessions(const Run& run, Actor actor, const Accounts& accounts,
                                           Sessions& sessions, const ShowAccount& input);
Result<Done> vet_account_password(Actor actor, const Policy& policy, const Accounts& accounts,
                                  const SetAccountPassword& input);
NewPassword hash_account_password(const Hasher& hasher, const Done& vetted,
                                  const SetAccountPassword& input);
Result<SessionsEnded> set_account_password(const Run& run, Actor actor, Accounts& accounts,
                                           Door door, mail::Outbox outbox,
                                           const NewPassword& password,
                                           const SetAccountPassword& input);
/// Takes the address as proved, where a mail does not get through.
Result<AccountView> verify_account(const Run& run, Actor actor, Accounts& accounts,
                                   Tickets& tickets, Events& events, const ShowAccount& input);
Result<Deletion> remove_account(const Run& run, Actor actor, Accounts& accounts, Door door,
                                mail::Outbox outbox, Events& events, const ShowAccount& input);

inline constexpr UseCases oversight_cases{
    use_case<&list_account_sessions>("list_account_sessions",
                                     "Lists where an account is signed in."),
    use_case<&end_account_sessions>("end_account_sessions", "Ends all sessions of an account."),
    use_case<&set_account_password, &vet_account_password, &hash_account_password>(
        "set_account_password", "Gives an account a new password and ends its sessions."),
    use_case<&verify_account>("verify_account", "Takes an account's address as proved."),
    use_case<&remove_account>("remove_account", "Deletes somebody's account for good."),
};

}  // namespace asterism::accounts
