#include "libcore/accounts/mails.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <span>
#include <utility>

#include "libcore/accounts/mail_words.hpp"
#include "libcore/accounts/words/de.hpp"
#include "libcore/accounts/words/en.hpp"
#include "libcore/accounts/words/es.hpp"
#include "libcore/accounts/words/fr.hpp"
#include "libcore/accounts/words/it.hpp"
#include "libcore/accounts/words/ja.hpp"
#include "libcore/accounts/words/ko.hpp"
#include "libcore/accounts/words/pt_br.hpp"
#include "libcore/accounts/words/zh_cn.hpp"
#include "libcore/mail/templates.hpp"

namespace asterism::accounts {
namespace {

/// One of the mails: its skeleton is the same in every language.
struct Kind {
    std::string_view code;
    const Sentences MailWords::*sentences;
    bool leads;                                     ///< to a page, by a link
    std::array<std::string_view, 5> names;          ///< the variables that its sentences may name
    std::string_view Subjects::*subject = nullptr;  ///< of a site's own
};

constexpr Kind verification{
    "verification", &MailWords::verification, true, {"name", "site"}, &Subjects::verification};
constexpr Kind address_in_use{
    "address_in_use", &MailWords::address_in_use, false, {"name", "site"}};
constexpr Kind welcome{"welcome", &MailWords::welcome, true, {"name", "site"}};
constexpr Kind password_reset{"password_reset",
                              &MailWords::password_reset,
                              true,
                              {"name", "site", "email", "ip"},
                              &Subjects::password_reset};
constexpr Kind password_changed{"password_changed",
                                &MailWords::password_changed,
                                true,
                                {"name", "site", "email", "ip"},
                                &Subjects::password_changed};
// Whoever reads the new address may be a stranger yet, and is not told the old one.
constexpr Kind email_change{
    "email_change", &MailWords::email_change, true, {"name", "site", "new_email"}};
constexpr Kind change_notice{"email_change_notice",
                             &MailWords::change_notice,
                             false,
                             {"name", "site", "email", "new_email"}};
constexpr Kind account_deleted{
    "account_deleted", &MailWords::account_deleted, false, {"name", "site"}};
constexpr Kind warning{"warning", &MailWords::warning, false, {"name", "site", "note"}};

constexpr std::array kinds{verification,   address_in_use,   welcome,
                           password_reset, password_changed, email_change,
                           change_notice,  account_deleted,  warning};

constexpr const MailWords& words_in(Language language) {
    switch (language) {
        case Language::en: return words::en;
        case Language::es: return words::es;
        case Language::fr: return words::fr;
        case Language::ja: return words::ja;
        case Language::de: return words::de;
        case Language::pt_br: return words::pt_br;
        case Language::zh_cn: return words::zh_cn;
        case Language::ko: return words::ko;
        case Language::it: return words::it;
    }
    return words::en;
}

constexpr bool is_sound(const std::string_view& pattern,
                        std::span<const std::string_view> variables) {
    // Not a plain copy: g++ 12 takes one of a part of a constant for that part, and may not change
    // it.
    const std::string_view copy(pattern.data(), pattern.size());
    return mail::names_only(copy, variables);
}

constexpr bool says_exactly(const std::string_view& pattern, std::string_view variable) {
    return pattern.find(variable) != pattern.npos && is_sound(pattern, std::array{variable});
}

constexpr bool is_whole(const Kind& kind, const Sentences& said) {
    if (said.subject.empty() || said.above[0].empty()) return false;
    if (kind.leads == said.button.empty()) return false;
    if (!is_sound(said.subject, kind.names) || !is_sound(said.button, kind.names)) return false;
    for (const auto& each : said.above)
        if (!is_sound(each, kind.names)) return false;
    for (const auto& each : said.below)
        if (!is_sound(each, kind.names)) return false;
    return true;
}

constexpr bool is_whole(const MailWords& words) {
    for (const auto& unit : {words.second, words.minute, words.hour, words.day})
        if (unit.one.empty() || unit.more.empty()) return false;
    for (const auto& kind : kinds)
        if (!is_whole(kind, words.*kind.sentences)) return false;
    return says_exactly(words.hello, "name") && says_exactly(words.link_life, "life") &&
           says_exactly(words.automatic, "site") && says_exactly(words.by_hand, "");
}

static_assert(std::ranges::all_of(names(Language{}),
                                  [](const auto& row) { return is_whole(words_in(row.first)); }),
              "a language lacks a sentence, or one of its sentences names what its mail has not");

std::string_view tag_of(Language language) {
    for (const auto& [each, tag] : names(Language{}))
        if (each == language) return tag;
    return "en";
}

/// What one mail adds to the variables that all have. Empty: its sentence is left out.
struct Extras {
    std::string_view link = {};
    std::string_view life = {};
    std::string_view ip = {};
    std::string_view new_email = {};
    std::string_view note = {};
};

/// What the site is called: by the address of its pages, where they are elsewhere.
const std::string& site_of(const Policy& policy) {
    return policy.links.pages.empty() ? policy.site_name : policy.links.pages;
}

mail::Draft compose(const Kind& kind, const Policy& policy, const Account& to, Language language,
                    const Extras& extras = {}) {
    const auto& words = words_in(language);
    const auto& said = words.*kind.sentences;
    const auto own = kind.subject ? policy.subjects.*kind.subject : std::string_view{};
    const auto subject = "{{prefix}}" + std::string(own.empty() ? said.subject : own);
    mail::Letter letter{kind.code,   tag_of(language), subject,           {words.hello},
                        said.button, words.by_hand,    {words.link_life}, words.automatic};
    letter.above.insert(letter.above.end(), said.above.begin(), said.above.end());
    letter.below.insert(letter.below.end(), said.below.begin(), said.below.end());
    const std::array<std::pair<std::string_view, std::string_view>, 9> variables{
        {{"prefix", policy.subject_prefix},
         {"name", to.handle},
         {"email", to.email_as_given},
         {"site", site_of(policy)},
         {"link", extras.link},
         {"life", extras.life},
         {"ip", extras.ip},
         {"new_email", extras.new_email},
         {"note", extras.note}}};
    auto draft = mail::compose(letter, variables);
    assert(draft && "the sentences name only variables given here: see is_whole");
    draft->to = to.email_as_given;
    draft->from = policy.mail_from;
    return *std::move(draft);
}

}  // namespace

mail::Draft verification_mail(const Policy& policy, const Account& account,
                              std::string_view token) {
    const auto link = link_to(policy, policy.links.verify, token);
    const auto life = spelled(policy.verification_life, account.language);
    return compose(verification, policy, account, account.language, {.link = link, .life = life});
}

mail::Draft address_in_use_mail(const Policy& policy, const Account& account) {
    return compose(address_in_use, policy, account, account.language);
}

mail::Draft welcome_mail(const Policy& policy, const Account& account) {
    const auto link = link_to(policy, "/");
    return compose(welcome, policy, account, account.language, {.link = link});
}

mail::Draft reset_mail(const Policy& policy, const Account& account, std::string_view token,
                       std::string_view address, Language language) {
    const auto link = link_to(policy, policy.links.reset, token, reset_name(account.id));
    const auto life = spelled(policy.reset_life, language);
    return compose(password_reset, policy, account, language,
                   {.link = link, .life = life, .ip = address});
}

mail::Draft password_changed_mail(const Policy& policy, const Account& account,
                                  std::string_view address) {
    const auto link = link_to(policy, policy.links.forgotten);
    return compose(password_changed, policy, account, account.language,
                   {.link = link, .ip = address});
}

mail::Draft email_change_mail(const Policy& policy, const Account& account,
                              std::string_view new_address, std::string_view token) {
    const auto link = link_to(policy, policy.links.verify, token);
    const auto life = spelled(policy.email_change_life, account.language);
    auto draft = compose(email_change, policy, account, account.language,
                         {.link = link, .life = life, .new_email = new_address});
    draft.to = new_address;
    return draft;
}

mail::Draft email_change_notice(const Policy& policy, const Account& account,
                                std::string_view new_address) {
    return compose(change_notice, policy, account, account.language, {.new_email = new_address});
}

mail::Draft account_deleted_mail(const Policy& policy, const Account& account) {
    return compose(account_deleted, policy, account, account.language);
}

mail::Draft warning_mail(const Policy& policy, const Account& account, std::string_view note) {
    return compose(warning, policy, account, account.language, {.note = note});
}

std::string link_to(const Policy& policy, std::string_view path, std::string_view token,
                    std::string_view account) {
    auto out = policy.links.pages.empty() ? policy.base_url : policy.links.pages;
    out += path;
    for (const auto& [name, value] : {std::pair{std::string_view{"{token}"}, token},
                                      std::pair{std::string_view{"{account}"}, account}})
        if (const auto at = out.find(name); at != out.npos) out.replace(at, name.size(), value);
    return out;
}

std::string reset_name(AccountId account) {
    constexpr std::string_view alphabet =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    std::string out;
    unsigned held = 0;
    int bits = 0;
    for (const char digit : std::to_string(account.value)) {
        held = held << 8U | static_cast<unsigned char>(digit);
        for (bits += 8; bits >= 6; bits -= 6) out += alphabet[held >> (bits - 6) & 63U];
        held &= (1U << bits) - 1;
    }
    if (bits > 0) out += alphabet[held << (6 - bits) & 63U];
    return out;
}

std::string spelled(std::chrono::seconds life, Language language) {
    const auto count = life.count();
    const auto& words = words_in(language);
    const auto in = [&](std::int64_t unit, const Unit& name) {
        return std::to_string(count / unit).append(count / unit == 1 ? name.one : name.more);
    };
    if (count % 86'400 == 0 && count > 86'400) return in(86'400, words.day);
    if (count % 3'600 == 0) return in(3'600, words.hour);
    if (count % 60 == 0) return in(60, words.minute);
    return in(1, words.second);
}

}  // namespace asterism::accounts
