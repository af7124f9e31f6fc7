// mail_samples PORT: sends every mail about accounts, in every language, to the mail server at that
// port of this machine, and prints what each should say as a line of JSON.

#include <exception>
#include <iostream>

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "libcore/accounts/mails.hpp"
#include "shells/outside/smtp.hpp"

namespace {

using namespace asterism;

constexpr Instant moment =
    std::chrono::sys_days(std::chrono::year(2026) / 3 / 1) + std::chrono::hours(9);

std::vector<mail::Draft> all_mails(const accounts::Policy& policy, const accounts::Account& to) {
    return {accounts::verification_mail(policy, to, "t0k3n"),
            accounts::address_in_use_mail(policy, to),
            accounts::welcome_mail(policy, to),
            accounts::reset_mail(policy, to, "t0k3n", "2001:db8::7", to.language),
            accounts::password_changed_mail(policy, to, "192.0.2.7"),
            accounts::email_change_mail(policy, to, "new@example.org", "t0k3n"),
            accounts::email_change_notice(policy, to, "new@example.org"),
            accounts::account_deleted_mail(policy, to),
            accounts::warning_mail(policy, to, "No <b>adverts</b>, \"please\".")};
}

void send_all(const outside::SmtpSender& sender, const accounts::Policy& policy) {
    int number = 0;
    for (const auto& [language, tag] : names(Language{})) {
        accounts::Account account;
        account.id = AccountId{7};
        account.handle = "vera_rubin";
        account.email_as_given = "Vera.Rubin@example.org";
        account.language = language;
        for (auto& draft : all_mails(policy, account)) {
            draft.unique = "sample-" + std::to_string(++number);
            const auto report = sender.send(draft, moment);
            if (report.outcome != outside::Delivery::done) throw std::runtime_error(report.error);
            std::cout << boost::json::object{{"language", tag},       {"code", draft.template_code},
                                             {"to", draft.to},        {"subject", draft.subject},
                                             {"text", draft.text},    {"html", draft.html},
                                             {"unique", draft.unique}}
                      << '\n';
        }
    }
}

}  // namespace

int main(int count, char** words) {
    try {
        accounts::Policy policy;
        policy.site_name = "Sternwarte \"Süd\", 星空 & <Co>";
        policy.subject_prefix = "[星空] ";
        policy.mail_from = "noreply@stars.example";
        policy.base_url = "https://stars.example";
        outside::SmtpServer server{"smtp://127.0.0.1:" + std::string(count == 2 ? words[1] : "25")};
        server.security = outside::StartTls::none;
        server.sender = policy.site_name;
        send_all(outside::SmtpSender(server), policy);
    } catch (const std::exception& trouble) {
        std::cerr << trouble.what() << '\n';
        return 1;
    }
}
