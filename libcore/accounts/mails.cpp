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

using Extra = std::pair<std::string_view, std::string_view>;

mail::Draft compose(const mail::Template& from, const Policy& policy, const Account& to,
                    Extra first = {}, Extra second = {}) {
    const std::array<Extra, 6> variables{{{"prefix", policy.subject_prefix},
                                          {"name", to.handle},
                                          {"site", policy.site_name},
                                          {"base", policy.base_url},
                                          first,
                                          second}};
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
    return compose(verification, policy, account, {"link", link}, {"life", life});
}

mail::Draft address_in_use_mail(const Policy& policy, const Account& account) {
    return compose(address_in_use, policy, account);
}

mail::Draft welcome_mail(const Policy& policy, const Account& account) {
    return compose(welcome, policy, account);
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
