#pragma once

#include "libcore/accounts/context.hpp"
#include "libcore/base/events.hpp"

namespace asterism::accounts {

// What those who run the site do to accounts. All of it asks for the role of an admin.

struct AddAccount {
    Handle handle;
    Email email;
    Password password;
    std::optional<Role> role;

    static constexpr void fields(auto&& see) {
        see("handle", &AddAccount::handle, "The public user name.");
        see("email", &AddAccount::email, "The address; it counts as verified.");
        see("password", &AddAccount::password, "As the site's password rules ask.");
        see("role", &AddAccount::role, "What the account may do; user if not given.");
    }
};

struct ListAccounts {
    std::optional<AccountId> after;
    std::optional<std::int64_t> limit;

    static constexpr void fields(auto&& see) {
        see("after", &ListAccounts::after,
            "The `next` of the page before; the first page without.");
        see("limit", &ListAccounts::limit, "The most accounts to show, 1 to 200; 50 if not given.");
    }
};

struct AccountPage {
    std::vector<AccountView> items;
    std::optional<AccountId> next;

    static constexpr void fields(auto&& see) {
        see("items", &AccountPage::items, "Accounts in the order they were made.");
        see("next", &AccountPage::next, "Ask for more after this one; null at the end.");
    }
};

struct ShowAccount {
    Handle handle;

    static constexpr void fields(auto&& see) {
        see("handle", &ShowAccount::handle, "The public user name.");
    }
};

struct SetRole {
    Handle handle;
    Role role = Role::user;

    static constexpr void fields(auto&& see) {
        see("handle", &SetRole::handle, "The public user name.");
        see("role", &SetRole::role, "What the account may do from now on.");
    }
};

Result<Done> vet_account(Actor actor, const Policy& policy, const AddAccount& input);
NewPassword hash_account(const Hasher& hasher, const Done& vetted, const AddAccount& input);
/// Whose things are that came with the site.
Result<AccountView> keep_site_account(const Run& run, Actor actor, Accounts& accounts,
                                      const ShowAccount& input);
Result<AccountView> add_account(const Run& run, Actor actor, Accounts& accounts, Events& events,
                                const NewPassword& password, const AddAccount& input);
Result<AccountPage> list_accounts(Actor actor, const Accounts& accounts, const ListAccounts& input);
Result<AccountView> show_account(Actor actor, const Accounts& accounts, const ShowAccount& input);
Result<AccountView> set_role(const Run& run, Actor actor, Accounts& accounts, Sessions& sessions,
                             const SetRole& input);
/// Its sessions end, and links mailed to it are void.
Result<AccountView> lock_account(const Run& run, Actor actor, Accounts& accounts, Door door,
                                 const ShowAccount& input);
Result<AccountView> unlock_account(const Run& run, Actor actor, Accounts& accounts, Door door,
                                   const ShowAccount& input);

inline constexpr UseCases administration_cases{
    use_case<&add_account, &vet_account, &hash_account>("add_account",
                                                        "Makes an account that can sign in."),
    use_case<&keep_site_account>("keep_site_account",
                                 "Makes an account that is the site's own, if there is none."),
    use_case<&list_accounts>("list_accounts", "Lists the accounts."),
    use_case<&show_account>("show_account", "Shows one account."),
    use_case<&set_role>("set_role", "Sets what an account may do."),
    use_case<&lock_account>("lock_account", "Keeps an account out and ends its sessions."),
    use_case<&unlock_account>("unlock_account", "Lets an account in again."),
};

}  // namespace asterism::accounts
