#include "libcore/accounts/policy.hpp"

#include <algorithm>
#include <array>

#include "libcore/accounts/faults.hpp"

namespace asterism::accounts {
namespace {

/// So long the secret before the renewal works beside the new one. And so much the clocks of
/// several servers may differ.
constexpr auto grace = std::chrono::minutes{1};

/// Names that a visitor could take for the site itself or that collide with an address of it.
constexpr std::array<std::string_view, 24> reserved{
    "about",     "account",  "accounts",   "admin",     "administrator", "anonymous",
    "api",       "asterism", "help",       "login",     "logout",        "me",
    "moderator", "null",     "postmaster", "register",  "root",          "security",
    "staff",     "support",  "system",     "undefined", "user",          "webmaster"};

constexpr bool in(std::string_view set, char c) { return set.find(c) != std::string_view::npos; }

}  // namespace

Policy starview(Policy site) {
    site.passwords = starview_passwords;
    site.verification_life = std::chrono::hours{72};
    site.email_change_life = std::chrono::hours{72};
    site.reveals_used_email = true;
    site.notes_every_401 = true;
    site.email_change_asks_again = false;
    site.keeps_identity_emails = true;
    site.links_proved_emails = true;
    site.identity_callback = "/accounts/{provider}/login/callback/";
    if (site.subject_prefix.empty()) site.subject_prefix = "[Starview] ";
    return site;
}

Policy startupwebapp(Policy site, std::string_view pages) {
    constexpr auto fortnight = std::chrono::days{14};
    while (pages.ends_with('/')) pages.remove_suffix(1);
    site.passwords = classic_passwords;
    site.handles = {6, 150};
    site.lockout.failures = 10;
    site.sessions = {fortnight, fortnight, fortnight, fortnight, site.sessions.renewal};
    site.passwords.tells_all = true;
    site.passwords.any_order = true;
    site.proof_comes_first = true;
    site.admits_unverified = true;
    site.reveals_used_email = true;
    site.email_change_asks_again = false;
    site.links = {std::string(pages), "/account/?email_verification_code={token}",
                  "/set-new-password?password_reset_code={token}", "/reset-password"};
    site.subjects = {"Email Verification Request for {{site}}",
                     "Password Reset Request for {{site}}", "Password Changed on {{site}}"};
    return site;
}

const Fault* refusal(const Handle& handle, const HandleLimits& limits) {
    const auto name = handle.view();
    const bool plain = std::ranges::all_of(
        name, [](char c) { return in("abcdefghijklmnopqrstuvwxyz0123456789_-", c); });
    if (!plain || name.size() < limits.shortest || name.size() > limits.longest)
        return &handle_not_allowed;
    if (std::ranges::find(reserved, name) != reserved.end()) return &handle_reserved;
    return nullptr;
}

Owner owner_of(const Policy& policy, const Account& account) {
    return {account.handle, account.email, account.first_name, account.last_name, policy.site_name};
}

Try reserve(const LockoutRules& rules, const Tries& before, Instant now) {
    if (before.locked_until && now < *before.locked_until) return {false, before};
    const bool fresh = before.failures == 0 || before.locked_until ||
                       now >= before.since + rules.window || now < before.since;
    Tries after = fresh ? Tries{0, now, {}} : before;
    if (++after.failures >= rules.failures) after.locked_until = now + rules.lock;
    return {true, after};
}

Lifetime lifetime(const SessionRules& rules, Instant now, bool remember) {
    if (remember) return {now + rules.remembered_life, rules.remembered_idle, true};
    return {now + rules.life, rules.idle, false};
}

bool alive(const Session& session, Instant now) {
    return !session.ended && now < session.lifetime.expires &&
           now < session.last_seen + session.lifetime.idle;
}

bool still_taken(const Session& session, Instant now) {
    return now < session.renewed_at + grace && now > session.renewed_at - grace;
}

bool worth_renewing(const SessionRules& rules, const Session& session, Instant now) {
    return now >= session.renewed_at + rules.renewal;
}

bool lately_proved(const Policy& policy, const Session& session, Instant now) {
    return now < session.proved_at + policy.reauthentication && now > session.proved_at - grace;
}

bool worth_touching(const Session& session, Instant now) {
    // A lifetime shorter than two minutes (a test's, a bank's) is kept to the tenth.
    const auto step = std::min(std::chrono::seconds{60}, session.lifetime.idle / 10);
    return now >= session.last_seen + step;
}

AccountView view_of(const Account& account) {
    return {account.id,
            account.uid,
            account.handle,
            account.email,
            account.email_verified_at.has_value(),
            account.first_name,
            account.last_name,
            account.role,
            account.active,
            account.created_at,
            account.last_login_at,
            account.language,
            account.has_password};
}

}  // namespace asterism::accounts
