#include "libcore/accounts/own_account.hpp"

#include "libcore/accounts/faults.hpp"

namespace asterism::accounts {
namespace {

std::optional<Error> rename(const Policy& policy, Accounts& accounts, Account& account,
                            const Handle& wanted) {
    if (wanted.view() == account.handle) return std::nullopt;
    if (const Fault* fault = refusal(wanted, policy.handles)) return field_error(*fault, "handle");
    if (!accounts.set_handle(account.id, wanted.view())) return field_error(handle_taken, "handle");
    account.handle = wanted.str();
    return std::nullopt;
}

}  // namespace

Result<AccountView> update_account(const Run& run, Actor actor, Accounts& accounts,
                                   const UpdateAccount& input) {
    auto account = accounts.find(actor.account);
    if (!account) return unknown_account;
    std::string changed;
    if (input.language) {
        const auto language = language_named(*input.language);
        if (!language) return field_error(unknown_language, "language");
        accounts.set_language(account->id, *language);
        account->language = *language;
        changed += " language";
    }
    if (input.first_name || input.last_name) {
        if (input.first_name) account->first_name = input.first_name->str();
        if (input.last_name) account->last_name = input.last_name->str();
        accounts.set_names(account->id, account->first_name, account->last_name);
        changed += " name";
    }
    if (input.handle) {
        const auto before = account->handle;
        if (auto error = rename(run.policy, accounts, *account, *input.handle))
            return *std::move(error);
        if (before != account->handle) changed += " handle_before=" + before;
    }
    if (!changed.empty())
        run.trail.note({"account_updated", true, account->id, account->handle, changed.substr(1)});
    return view_of(*account);
}

}  // namespace asterism::accounts
