#include "libcore/accounts/opening.hpp"

namespace asterism::accounts {

SignedIn open_session(const Run& run, std::optional<Actor> before, Accounts& accounts, Door door,
                      Account account, bool remember, std::string how) {
    accounts.mark_login(account.id, run.now.at);
    account.last_login_at = run.now.at;
    door.tickets.drop_unused(account.id, Purpose::reset_password);
    if (before && before->session) door.sessions.end(before->session, "login", run.now.at);

    const auto token = random_text(run.entropy, alphanumerics, 43);  // 256 bits
    const auto life = lifetime(run.policy.sessions, run.now.at, remember);
    const auto session = door.sessions.open(account.id, run.caller.site, run.fingerprint.of(token),
                                            life, run.now.at, run.caller);
    run.trail.note({"login_success", true, account.id, account.handle, std::move(how)});
    return SignedIn{view_of(account), life.expires, token, Opened{session, token, life}};
}

}  // namespace asterism::accounts
