#include "tests/accounts/scene.hpp"

#include "libcore/accounts/mails.hpp"

namespace asterism::accounts {

AccountId Scene::settle(const Person& person) {
    const auto address = email(person.email);
    Account account;
    account.uid = random_uuid(entropy);
    account.email = address.normal();
    account.email_as_given = address.given();
    if (person.verified) account.email_verified_at = now.at;
    account.handle = person.handle;
    account.role = person.role;
    account.active = person.active;
    account.created_at = now.at;
    const std::string hash(person.password.rbegin(), person.password.rend());
    return accounts.add({account, "new:" + hash}).value();
}

Result<Registered> Scene::sign_up(const RegisterAccount& input) {
    const auto vetted = vet_registration(policy, accounts, identities, input);
    if (!vetted) return vetted.error();
    const auto hash = hash_registration(hasher, *vetted, input);
    return undone_if_refused(
        [&] { return register_account(run(), accounts, tickets, outbox(), hash, input); });
}

Result<EmailVerified> Scene::verify(std::string_view token) {
    return undone_if_refused([&] {
        return verify_email(run(), accounts, tickets, outbox(), events, {std::string(token)});
    });
}

Result<VerificationSent> Scene::resend(std::string_view address) {
    return undone_if_refused(
        [&] { return resend_verification(run(), accounts, tickets, outbox(), {email(address)}); });
}

Result<SignedIn> Scene::sign_in(std::string_view name, std::string_view secret,
                                std::optional<Actor> before, std::optional<bool> remember) {
    return sign_in({std::string(name), password(secret), remember}, before, [] {});
}

Result<PasswordChanged> Scene::change(Actor actor, std::string_view current,
                                      std::string_view next) {
    const ChangePassword input{password(current), password(next)};
    const auto candidate = undone_if_refused(
        [&] { return reserve_change_password(run(), actor, accounts, door(), input); });
    if (!candidate) return candidate.error();
    const auto check = check_change_password(hasher, *candidate, input);
    return undone_if_refused(
        [&] { return change_password(run(), actor, accounts, door(), outbox(), check, input); });
}

Result<AccountView> Scene::add(Actor actor, const AddAccount& input) {
    const auto vetted = vet_account(actor, policy, input);
    if (!vetted) return vetted.error();
    const auto hash = hash_account(hasher, *vetted, input);
    return undone_if_refused(
        [&] { return add_account(run(), actor, accounts, events, hash, input); });
}

std::vector<std::string> Scene::told() {
    std::vector<std::string> out;
    for (const auto& event : trail.events()) {
        out.emplace_back(event.type);
        if (!event.metadata.empty()) out.back() += " " + event.metadata;
    }
    trail.clear();
    return out;
}

std::string Scene::mailed_token(std::string_view before) const {
    for (auto at = tables.messages.rbegin(); at != tables.messages.rend(); ++at) {
        const auto& text = at->draft.text;
        const auto found = text.find(before);
        if (found == text.npos) continue;
        const auto begin = found + before.size();
        return text.substr(begin, text.find_first_of("/\n", begin) - begin);
    }
    return {};
}

std::string Scene::reset_token() const {
    for (AccountId each{1}; each.value <= std::ssize(tables.accounts); ++each.value) {
        auto found = mailed_token("/password-reset-confirm/" + reset_name(each) + "/");
        if (!found.empty()) return found;
    }
    return {};
}

std::vector<std::string> Scene::mails() {
    std::vector<std::string> out;
    for (; mails_seen < tables.messages.size(); ++mails_seen) {
        const auto& draft = tables.messages[mails_seen].draft;
        out.push_back(std::string(draft.template_code) + " " + draft.to);
    }
    return out;
}

std::optional<Password> Scene::maybe(const std::optional<std::string>& text) {
    return text ? std::optional(password(*text)) : std::nullopt;
}

Result<ResetRequested> Scene::forget(std::string_view address, std::optional<std::string> tag) {
    return undone_if_refused([&] {
        return request_password_reset(run(), accounts, tickets, outbox(), {email(address), tag});
    });
}

Result<SessionsEnded> Scene::reset(std::string_view token, std::string_view next,
                                   std::optional<std::string> name) {
    return reset({std::move(name), std::string(token), password(next), {}}, [] {});
}

Result<EmailChangeStarted> Scene::move(Actor actor, std::string_view address,
                                       std::optional<std::string> shown) {
    const ChangeEmail input{email(address), maybe(shown)};
    const auto candidate = undone_if_refused(
        [&] { return reserve_change_email(run(), actor, accounts, identities, door(), input); });
    if (!candidate) return candidate.error();
    const auto check = check_change_email(hasher, *candidate, input);
    return undone_if_refused(
        [&] { return change_email(run(), actor, accounts, door(), outbox(), check, input); });
}

Result<Proved> Scene::prove(Actor actor, std::string_view secret) {
    const ProveAccount input{password(secret)};
    const auto candidate =
        undone_if_refused([&] { return reserve_proof(run(), actor, accounts, door(), input); });
    if (!candidate) return candidate.error();
    const auto check = check_proof(hasher, *candidate, input);
    return undone_if_refused(
        [&] { return prove_account(run(), actor, accounts, door(), check, input); });
}

Result<Deletion> Scene::resign(Actor actor, std::optional<std::string> shown) {
    const DeleteAccount input{maybe(shown)};
    const auto candidate =
        undone_if_refused([&] { return reserve_deletion(run(), actor, accounts, door(), input); });
    if (!candidate) return candidate.error();
    const auto check = check_deletion(hasher, *candidate, input);
    return undone_if_refused([&] {
        events.clear();
        auto done = delete_account(run(), actor, accounts, door(), outbox(), events, check, input);
        if (done) sweep(accounts, *events.at<AccountDeleted>(0));
        return done;
    });
}

}  // namespace asterism::accounts
