#include "libcore/accounts/verification.hpp"

#include "libcore/accounts/mails.hpp"

namespace asterism::accounts {

std::string issue_verification(const Run& run, Tickets& tickets, const Account& account) {
    auto token = random_text(run.entropy, lower_alphanumerics, 64);
    tickets.drop_unused(account.id, Purpose::verify_email);
    tickets.add({{},
                 account.id,
                 Purpose::verify_email,
                 account.email,
                 run.now.at + run.policy.verification_life,
                 false,
                 run.now.at},
                run.fingerprint.of(token));
    return token;
}

void send_verification(const Run& run, Tickets& tickets, mail::Outbox outbox,
                       const Account& account) {
    const auto token = issue_verification(run, tickets, account);
    mail::post(outbox, run.entropy, run.now, verification_mail(run.policy, account, token));
}

}  // namespace asterism::accounts
