#include "bindings/python/rules.hpp"

namespace asterism::python {
namespace {

accounts::PasswordRules passwords_of(Preset preset) {
    switch (preset) {
        case Preset::classic: break;
        case Preset::starview: return accounts::starview_passwords;
        case Preset::asvs5: return accounts::asvs5_passwords;
    }
    return accounts::classic_passwords;
}

}  // namespace

accounts::Policy policy_of(const Rules& rules) {
    accounts::Policy policy;
    policy.passwords = passwords_of(rules.passwords.value_or(Preset::classic));
    if (rules.site_name) policy.site_name = rules.site_name->str();
    if (rules.base_url) policy.base_url = rules.base_url->str();
    if (rules.mail_from) policy.mail_from = rules.mail_from->given();
    return policy;
}

}  // namespace asterism::python
