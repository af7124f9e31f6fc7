#include "libcore/accounts/faults.hpp"
#include "libcore/accounts/guard.hpp"
#include "libcore/accounts/use_cases.hpp"

namespace asterism::accounts {
Result<Done> vet_account(Actor actor, const Policy& policy, const AddAccount& input) {
    if (actor.role != Role::admin) return admins_only;
    if (const Fault* fault = refusal(input.handle, policy.handles); fault == &handle_not_allowed)
        return field_error(*fault, "handle");  // a reserved word is theirs to give away
    const Owner owner{input.handle.view(), input.email.normal(), {}, {}, policy.site_name};
    if (auto error = refusal(policy.passwords, input.password, owner, "password")) return *error;
    return Done{};
}

NewPassword hash_account(const Hasher& hasher, const Done&, const AddAccount& input) {
    return {hasher.hash(input.password.view())};
}

Result<AccountView> add_account(const Run& run, Actor actor, Accounts& accounts, Events& events,
                                const NewPassword& password, const AddAccount& input) {
    Account account;
    account.uid = random_uuid(run.entropy);
    account.handle = input.handle.str();
    account.email = input.email.normal();
    account.email_as_given = input.email.given();
    account.email_verified_at = run.now.at;
    account.role = input.role.value_or(Role::user);
    account.created_at = run.now.at;
    const auto id = accounts.add({account, password.hash});
    if (!id) {
        if (accounts.find_by_handle(account.handle)) return field_error(handle_taken, "handle");
        return field_error(email_taken, "email");
    }
    account.id = *id;
    events.tell(AddressVerified{*id});
    note_act(run, actor, "account_added", account);
    return view_of(account);
}

Result<AccountView> keep_site_account(const Run& run, Actor actor, Accounts& accounts,
                                      const ShowAccount& input) {
    if (actor.role != Role::admin) return admins_only;
    auto account = accounts.find_by_handle(input.handle.view());
    if (account && account->system) return view_of(*account);
    const bool somebodys = account && (account->has_password || account->last_login_at);
    if (somebodys) return field_error(handle_taken, "handle");
    if (account) {
        accounts.set_system(account->id);
    } else {
        account.emplace();
        account->uid = random_uuid(run.entropy);
        account->handle = input.handle.str();
        account->email = account->email_as_given = account->handle + "@localhost.localdomain";
        account->system = true;
        account->has_password = false;
        account->created_at = run.now.at;
        const auto id = accounts.add({*account, {}});
        if (!id) return field_error(email_taken, "handle");
        account->id = *id;
    }
    note_act(run, actor, "site_account_kept", *account);
    return view_of(*account);
}

Result<AccountPage> list_accounts(Actor actor, const Accounts& accounts,
                                  const ListAccounts& input) {
    if (actor.role != Role::admin) return admins_only;
    const auto limit = input.limit.value_or(50);
    if (limit < 1 || limit > 200) return field_error(bad_page_size, "limit");
    const auto found = accounts.list(input.after.value_or(AccountId{}), limit + 1);
    AccountPage page;
    for (const Account& account : found) {
        if (std::ssize(page.items) == limit) {
            page.next = page.items.back().id;
            break;
        }
        page.items.push_back(view_of(account));
    }
    return page;
}

Result<AccountView> show_account(Actor actor, const Accounts& accounts, const ShowAccount& input) {
    const auto account = governed(actor, accounts, input.handle);
    if (!account) return account.error();
    return view_of(*account);
}

Result<AccountView> set_role(const Run& run, Actor actor, Accounts& accounts, Sessions& sessions,
                             const SetRole& input) {
    auto account = governed(actor, accounts, input.handle);
    if (!account) return account.error();
    if (input.role != Role::admin && is_last_admin(*account, accounts)) return last_admin;
    if (input.role == account->role) return view_of(*account);
    accounts.set_role(account->id, input.role);
    account->role = input.role;
    sessions.end_others(account->id, {}, "role_changed", run.now.at);
    note_act(run, actor, "role_changed", *account);
    return view_of(*account);
}

Result<AccountView> lock_account(const Run& run, Actor actor, Accounts& accounts, Door door,
                                 const ShowAccount& input) {
    auto account = governed(actor, accounts, input.handle);
    if (!account) return account.error();
    if (is_last_admin(*account, accounts)) return last_admin;
    accounts.set_active(account->id, false);
    account->active = false;
    door.sessions.end_others(account->id, {}, "account_locked", run.now.at);
    door.tickets.drop_unused(account->id);
    note_act(run, actor, "account_locked", *account);
    return view_of(*account);
}

Result<AccountView> unlock_account(const Run& run, Actor actor, Accounts& accounts, Door door,
                                   const ShowAccount& input) {
    auto account = governed(actor, accounts, input.handle);
    if (!account) return account.error();
    accounts.set_active(account->id, true);
    account->active = true;
    door.lockouts.clear(account_key(account->id));
    note_act(run, actor, "account_unlocked", *account);
    return view_of(*account);
}

}  // namespace asterism::accounts
