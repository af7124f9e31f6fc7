#include "libcore/crm/mails.hpp"

#include <array>
#include <cassert>
#include <chrono>
#include <string>

#include "libcore/accounts/mails.hpp"
#include "libcore/crm/mail_words.hpp"
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

std::string_view tag_of(Language language) {
    for (const auto& [each, tag] : names(language))
        if (each == language) return tag;
    return {};
}

/// `subject` has to outlive it.
mail::Letter letter_of(std::string_view code, const Account& account, std::string_view subject) {
    const auto& words = mail_words(account.language);
    mail::Letter out{code, tag_of(account.language), subject};
    out.above = {words.hello};
    out.by_hand = words.by_hand;
    out.small = words.small;
    return out;
}

std::string headed(std::string_view subject) { return "{{prefix}}" + std::string(subject); }

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
    const auto& words = mail_words(account.language);
    const auto subject = headed(words.joined);
    auto letter = letter_of("joined", account, subject);
    letter.above.insert(letter.above.end(), {words.welcome, words.prove_yours});
    letter.button = words.prove;
    letter.below = {words.life, words.not_joined};
    const auto link = link_to(policy, policy.links.verify, token);
    const auto life = accounts::spelled(policy.verification_life, account.language);
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
    const auto& words = mail_words(account.language);
    const auto subject = headed(words.forgotten);
    auto letter = letter_of("username", account, subject);
    letter.above.insert(letter.above.end(), {words.asked, words.username});
    letter.button = words.log_in;
    letter.below = {words.not_asked};
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
    const auto& words = mail_words(account.language);
    const auto subject = headed(words.moved);
    auto letter = letter_of("address_changed", account, subject);
    letter.above.push_back(words.from_to);
    // Whoever reads the old address must not be able to prove the new one.
    const bool proves = !token.empty();
    if (proves) {
        letter.above.push_back(words.prove_new);
        letter.button = words.prove;
        letter.below = {words.life};
    } else {
        letter.by_hand = {};
    }
    letter.below.push_back(words.not_moved);
    const auto link = proves ? link_to(policy, policy.links.verify, token) : std::string();
    const auto life = accounts::spelled(policy.verification_life, account.language);
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
