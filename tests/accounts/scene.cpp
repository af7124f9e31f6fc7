#include "tests/accounts/scene.hpp"

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
    const auto vetted = vet_registration(policy, accounts, input);
    if (!vetted) return vetted.error();
    const auto hash = hash_registration(hasher, *vetted, input);
    return undone_if_refused(
        [&] { return register_account(run(), accounts, tickets, outbox(), hash, input); });
}

Result<EmailVerified> Scene::verify(std::string_view token) {
    return undone_if_refused(
        [&] { return verify_email(run(), accounts, tickets, outbox(), {std::string(token)}); });
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
        [&] { return reserve_change_password(run(), actor, accounts, lockouts, input); });
    if (!candidate) return candidate.error();
    const auto check = check_change_password(hasher, *candidate, input);
    return undone_if_refused(
        [&] { return change_password(run(), actor, accounts, door(), check, input); });
}

Result<AccountView> Scene::add(Actor actor, const AddAccount& input) {
    const auto vetted = vet_account(actor, policy, input);
    if (!vetted) return vetted.error();
    const auto hash = hash_account(hasher, *vetted, input);
    return undone_if_refused([&] { return add_account(run(), actor, accounts, hash, input); });
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

std::string Scene::mailed_token() const {
    constexpr std::string_view before = "/accounts/confirm-email/";
    const auto& text = tables.messages.back().draft.text;
    const auto begin = text.find(before) + before.size();
    return text.substr(begin, text.find('/', begin) - begin);
}

}  // namespace asterism::accounts
