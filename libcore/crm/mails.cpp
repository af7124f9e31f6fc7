#include "libcore/crm/mails.hpp"

#include <array>
#include <cassert>
#include <chrono>
#include <string>

#include "libcore/accounts/mails.hpp"
#include "libcore/mail/templates.hpp"

namespace asterism::crm {
namespace {

using accounts::Account;
using accounts::Policy;

std::string first_name(const Account& account) {
    return account.first_name.empty() ? account.handle : account.first_name;
}

const std::string& site_of(const Policy& policy) {
    return policy.links.pages.empty() ? policy.site_name : policy.links.pages;
}

mail::Draft composed(const mail::Letter& letter, const Policy& policy, std::string_view to,
                     mail::Variables variables) {
    auto draft = mail::compose(letter, variables);
    assert(draft && "a letter names only the variables that it is given");
    draft->to = to;
    draft->from = policy.mail_from;
    return *std::move(draft);
}

mail::Letter letter_of(std::string_view code, std::string_view subject) {
    mail::Letter out{code, "en", subject};
    out.above = {"Hello {{name}},"};
    out.by_hand = "If the button does not work, open this address:";
    out.small = "This mail was sent by {{site}}.";
    return out;
}

std::string date_of(Instant at) {
    const std::chrono::year_month_day day(std::chrono::floor<std::chrono::days>(at));
    const auto two = [](unsigned number) {
        return (number < 10 ? "0" : "") + std::to_string(number);
    };
    const std::chrono::hh_mm_ss time(
        std::chrono::floor<std::chrono::minutes>(at - std::chrono::floor<std::chrono::days>(at)));
    return std::to_string(static_cast<int>(day.year())) + "-" +
           two(static_cast<unsigned>(day.month())) + "-" + two(static_cast<unsigned>(day.day())) +
           " " + two(static_cast<unsigned>(time.hours().count())) + ":" +
           two(static_cast<unsigned>(time.minutes().count())) + " UTC";
}

}  // namespace

mail::Draft joined_mail(const Policy& policy, const Account& account, std::string_view token) {
    auto letter = letter_of("joined", "{{prefix}}Welcome to {{site}}");
    letter.above.insert(letter.above.end(),
                        {"Welcome to {{site}}. Your username is {{username}}.",
                         "Please open this link to prove that this address is yours."});
    letter.button = "Verify your address";
    letter.below = {"The link works for {{life}}.",
                    "If it was not you who registered, answer to this mail and tell us."};
    const auto link = link_to(policy, policy.links.verify, token);
    const auto life = accounts::spelled(policy.verification_life);
    const auto name = first_name(account);
    const std::array<std::pair<std::string_view, std::string_view>, 6> variables{
        {{"prefix", policy.subject_prefix},
         {"site", site_of(policy)},
         {"name", name},
         {"username", account.handle},
         {"link", link},
         {"life", life}}};
    return composed(letter, policy, account.email_as_given, variables);
}

mail::Draft username_mail(const Policy& policy, const Account& account) {
    auto letter = letter_of("username", "{{prefix}}Forgot Username Request for {{site}}");
    letter.above.insert(
        letter.above.end(),
        {"Somebody asked for the username that belongs to this address.", "It is {{username}}."});
    letter.button = "Log in";
    letter.below = {"If it was not you who asked, you need not do anything."};
    const auto link = link_to(policy, "/login");
    const auto name = first_name(account);
    const std::array<std::pair<std::string_view, std::string_view>, 5> variables{
        {{"prefix", policy.subject_prefix},
         {"site", site_of(policy)},
         {"name", name},
         {"username", account.handle},
         {"link", link}}};
    return composed(letter, policy, account.email_as_given, variables);
}

mail::Draft moved_mail(const Policy& policy, const Account& account, std::string_view old_address,
                       std::string_view token) {
    auto letter = letter_of("address_changed", "{{prefix}}Email Address Changed on {{site}}");
    letter.above.insert(
        letter.above.end(),
        {"The address of the account {{username}} was {{old_email}} and is {{new_email}} now."});
    // Whoever reads the old address must not be able to prove the new one.
    const bool proves = !token.empty();
    if (proves) {
        letter.above.emplace_back("Please open this link to prove that the new address is yours.");
        letter.button = "Verify your address";
        letter.below = {"The link works for {{life}}."};
    } else {
        letter.by_hand = {};
    }
    letter.below.emplace_back("If it was not you who changed it, answer to this mail and tell us.");
    const auto link = proves ? link_to(policy, policy.links.verify, token) : std::string();
    const auto life = accounts::spelled(policy.verification_life);
    const auto name = first_name(account);
    const std::array<std::pair<std::string_view, std::string_view>, 8> variables{
        {{"prefix", policy.subject_prefix},
         {"site", site_of(policy)},
         {"name", name},
         {"username", account.handle},
         {"old_email", old_address},
         {"new_email", account.email_as_given},
         {"link", link},
         {"life", life}}};
    return composed(letter, policy, proves ? account.email_as_given : std::string(old_address),
                    variables);
}

mail::Draft inquiry_notice(const Policy& policy, Instant at) {
    mail::Letter letter{"inquiry_notice", "en", "{{prefix}}New Chat Message @ {{site}}"};
    letter.above = {"Somebody wrote to {{site}} at {{at}}."};
    const auto when = date_of(at);
    const std::array<std::pair<std::string_view, std::string_view>, 3> variables{
        {{"prefix", policy.subject_prefix}, {"site", site_of(policy)}, {"at", when}}};
    return composed(letter, policy, policy.mail_from, variables);
}

}  // namespace asterism::crm
