#include "libcore/accounts/mails.hpp"

#include <array>
#include <cassert>
#include <span>
#include <utility>

#include "libcore/mail/templates.hpp"

namespace asterism::accounts {
namespace {

constexpr mail::Template verification{
    "verification", "{{prefix}}Please confirm your e-mail address",
    "Hello {{name}},\n\n"
    "somebody, most likely you, registered at {{site}} with this address.\n"
    "Open this link to confirm it:\n\n"
    "{{link}}\n\n"
    "The link is good for {{life}} and works once. If it was not you, ignore this mail.\n",
    "<p>Hello {{name}},</p>\n"
    "<p>somebody, most likely you, registered at {{site}} with this address.</p>\n"
    "<p><a href=\"{{link}}\">Confirm this address</a></p>\n"
    "<p>The link is good for {{life}} and works once. If it was not you, ignore this mail.</p>\n"};

constexpr mail::Template address_in_use{
    "address_in_use", "{{prefix}}You already have an account",
    "Hello {{name}},\n\n"
    "somebody tried to register at {{site}} with this address, which already has an account.\n"
    "If it was you, sign in as {{name}}. If not, there is nothing to do.\n",
    "<p>Hello {{name}},</p>\n"
    "<p>somebody tried to register at {{site}} with this address, which already has an "
    "account.</p>\n"
    "<p>If it was you, sign in as {{name}}. If not, there is nothing to do.</p>\n"};

constexpr mail::Template welcome{
    "welcome", "{{prefix}}Welcome, {{name}}",
    "Hello {{name}},\n\n"
    "your address is confirmed. You can sign in at {{site}} now:\n\n"
    "{{base}}/\n",
    "<p>Hello {{name}},</p>\n"
    "<p>your address is confirmed. You can sign in at <a href=\"{{base}}/\">{{site}}</a> "
    "now.</p>\n"};

constexpr mail::Template password_reset{
    "password_reset", "{{prefix}}Set a new password",
    "Hello {{name}},\n\n"
    "somebody at {{address}}, most likely you, asked for a new password for {{email}} at "
    "{{site}}.\n"
    "Open this link to set one:\n\n"
    "{{link}}\n\n"
    "The link is good for {{life}} and works once. If it was not you, ignore this mail.\n",
    "<p>Hello {{name}},</p>\n"
    "<p>somebody at {{address}}, most likely you, asked for a new password for {{email}} at "
    "{{site}}.</p>\n"
    "<p><a href=\"{{link}}\">Set a new password</a></p>\n"
    "<p>The link is good for {{life}} and works once. If it was not you, ignore this mail.</p>\n"};

constexpr mail::Template password_changed{
    "password_changed", "{{prefix}}Your password was changed",
    "Hello {{name}},\n\n"
    "the password of {{email}} at {{site}} was changed from {{address}}.\n"
    "If it was not you, set a new one at once: {{base}}/password-reset\n",
    "<p>Hello {{name}},</p>\n"
    "<p>the password of {{email}} at {{site}} was changed from {{address}}.</p>\n"
    "<p>If it was not you, <a href=\"{{base}}/password-reset\">set a new one</a> at once.</p>\n"};

constexpr mail::Template email_change{
    "email_change", "{{prefix}}Please confirm your new e-mail address",
    "Hello {{name}},\n\n"
    "you asked to use {{address}} at {{site}} from now on.\n"
    "Open this link to confirm it:\n\n"
    "{{link}}\n\n"
    "The link is good for {{life}} and works once. Until then the old address stays.\n",
    "<p>Hello {{name}},</p>\n"
    "<p>you asked to use {{address}} at {{site}} from now on.</p>\n"
    "<p><a href=\"{{link}}\">Confirm this address</a></p>\n"
    "<p>The link is good for {{life}} and works once. Until then the old address stays.</p>\n"};

constexpr mail::Template change_notice{
    "email_change_notice", "{{prefix}}Your e-mail address is about to change",
    "Hello {{name}},\n\n"
    "the address of your account at {{site}} is to change from {{email}} to {{address}}.\n"
    "If it was not you, sign in and change your password.\n",
    "<p>Hello {{name}},</p>\n"
    "<p>the address of your account at {{site}} is to change from {{email}} to {{address}}.</p>\n"
    "<p>If it was not you, sign in and change your password.</p>\n"};

constexpr mail::Template account_deleted{
    "account_deleted", "{{prefix}}Your account was deleted",
    "Hello {{name}},\n\nyour account at {{site}} and what belonged to it were deleted.\n",
    "<p>Hello {{name}},</p>\n"
    "<p>your account at {{site}} and what belonged to it were deleted.</p>\n"};

using Extra = std::pair<std::string_view, std::string_view>;

mail::Draft compose(const mail::Template& from, const Policy& policy, const Account& to,
                    std::array<Extra, 3> extras = {}) {
    const std::array<Extra, 8> variables{{{"prefix", policy.subject_prefix},
                                          {"name", to.handle},
                                          {"email", to.email_as_given},
                                          {"site", policy.site_name},
                                          {"base", policy.base_url},
                                          extras[0],
                                          extras[1],
                                          extras[2]}};
    auto draft = mail::compose(from, variables);
    assert(draft && "the templates above name only variables given here");
    draft->to = to.email_as_given;
    draft->from = policy.mail_from;
    return *std::move(draft);
}

}  // namespace

mail::Draft verification_mail(const Policy& policy, const Account& account,
                              std::string_view token) {
    const auto link = policy.base_url + "/accounts/confirm-email/" + std::string(token) + "/";
    const auto life = spelled(policy.verification_life);
    return compose(verification, policy, account, {Extra{"link", link}, Extra{"life", life}});
}

mail::Draft address_in_use_mail(const Policy& policy, const Account& account) {
    return compose(address_in_use, policy, account);
}

mail::Draft welcome_mail(const Policy& policy, const Account& account) {
    return compose(welcome, policy, account);
}

mail::Draft reset_mail(const Policy& policy, const Account& account, std::string_view token,
                       std::string_view address, Language) {
    const auto link = policy.base_url + "/password-reset-confirm/" + reset_name(account.id) + "/" +
                      std::string(token) + "/";
    const auto life = spelled(policy.reset_life);
    return compose(password_reset, policy, account,
                   {Extra{"link", link}, Extra{"life", life}, Extra{"address", address}});
}

mail::Draft password_changed_mail(const Policy& policy, const Account& account,
                                  std::string_view address) {
    return compose(password_changed, policy, account, {Extra{"address", address}});
}

mail::Draft email_change_mail(const Policy& policy, const Account& account,
                              std::string_view new_address, std::string_view token) {
    const auto link = policy.base_url + "/accounts/confirm-email/" + std::string(token) + "/";
    const auto life = spelled(policy.email_change_life);
    auto draft = compose(email_change, policy, account,
                         {Extra{"link", link}, Extra{"life", life}, Extra{"address", new_address}});
    draft.to = new_address;
    return draft;
}

mail::Draft email_change_notice(const Policy& policy, const Account& account,
                                std::string_view new_address) {
    return compose(change_notice, policy, account, {Extra{"address", new_address}});
}

mail::Draft account_deleted_mail(const Policy& policy, const Account& account) {
    return compose(account_deleted, policy, account);
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

std::string spelled(std::chrono::seconds life) {
    const auto count = life.count();
    const auto in = [&](std::int64_t unit, const char* name) {
        return std::to_string(count / unit) + " " + name + (count / unit == 1 ? "" : "s");
    };
    if (count % 86'400 == 0 && count > 86'400) return in(86'400, "day");
    if (count % 3'600 == 0) return in(3'600, "hour");
    if (count % 60 == 0) return in(60, "minute");
    return in(1, "second");
}

}  // namespace asterism::accounts
