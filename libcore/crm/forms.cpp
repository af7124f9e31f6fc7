#include "libcore/crm/forms.hpp"

#include <algorithm>

#include "libcore/accounts/faults.hpp"
#include "libcore/crm/faults.hpp"

namespace asterism::crm {
namespace {

constexpr bool is_plain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

constexpr bool in(std::string_view set, char c) { return set.find(c) != std::string_view::npos; }

bool all_plain(std::string_view text, std::string_view also) {
    return std::ranges::all_of(text, [&](char c) { return is_plain(c) || in(also, c); });
}

/// Narrower than the mail's own standards: both ends of the part before the @ are letters or
/// digits, and the domain has labels of letters, digits and hyphens.
bool is_common_address(std::string_view text) {
    const auto at = text.find('@');
    if (at == text.npos || at == 0) return false;
    const auto local = text.substr(0, at);
    if (!is_plain(local.front()) || !is_plain(local.back()) || !all_plain(local, "_.+-"))
        return false;
    auto domain = text.substr(at + 1);
    const auto dot = domain.rfind('.');
    if (dot == domain.npos) return false;
    const auto last = domain.substr(dot + 1);
    if (last.size() < 2 || !all_plain(last, "")) return false;
    for (domain = domain.substr(0, dot + 1); !domain.empty();) {
        const auto label = domain.substr(0, domain.find('.'));
        if (label.empty() || !all_plain(label, "-")) return false;
        domain.remove_prefix(label.size() + 1);
    }
    return true;
}

const Fault* likeness(const accounts::PasswordRules& rules, const Password& password,
                      const accounts::Owner& owner) {
    using accounts::resembles;
    if (resembles(rules, password, owner.handle)) return &like_handle;
    if (resembles(rules, password, owner.first_name)) return &like_first_name;
    if (resembles(rules, password, owner.last_name)) return &like_last_name;
    return resembles(rules, password, owner.email) ? &like_email : nullptr;
}

}  // namespace

void Form::wrong(std::string_view field, const Fault& fault) {
    wrong_.push_back({std::string(field), &fault});
}

void Form::name(std::string_view field, std::string_view text, std::size_t longest) {
    if (trimmed(text).empty()) return wrong(field, field_empty);
    if (!all_plain(text, " ")) wrong(field, field_not_plain);
    if (code_points(text) > longest) wrong(field, field_too_long);
}

void Form::handle(std::string_view text, const accounts::HandleLimits& limits) {
    if (text.empty()) return wrong("handle", field_empty);
    if (!all_plain(text, "_-")) wrong("handle", handle_not_plain);
    if (code_points(text) > limits.longest) wrong("handle", field_too_long);
    if (code_points(text) < limits.shortest) wrong("handle", handle_too_short);
    const auto parsed = Handle::parse(text);
    if (parsed && accounts::refusal(*parsed, limits) == &accounts::handle_reserved)
        wrong("handle", accounts::handle_taken);
}

std::optional<Email> Form::email(std::string_view field, std::string_view text) {
    constexpr std::size_t longest = 254;
    if (text.empty()) return wrong(field, field_empty), std::nullopt;
    const bool plain = is_common_address(text);
    if (!plain) wrong(field, address_not_plain);
    if (code_points(text) > longest) wrong(field, field_too_long);
    if (!plain || text.size() > longest) return std::nullopt;
    auto parsed = Email::parse(text);
    if (!parsed) return wrong(field, address_not_plain), std::nullopt;
    return *std::move(parsed);
}

void Form::message(std::string_view field, std::string_view text, std::size_t longest) {
    if (text.empty()) return wrong(field, field_empty);
    if (code_points(text) > longest) wrong(field, field_too_long);
}

void Form::password(std::string_view text, std::string_view again, const accounts::Policy& policy,
                    const accounts::Owner& owner) {
    if (text.empty()) return wrong("password", field_empty);
    const auto parsed = Password::parse(text);
    if (!parsed) return wrong("password", accounts::password_too_long);
    for (const Fault* fault : accounts::flaws_of_text(policy.passwords, *parsed))
        wrong("password", *fault);
    if (text != again) wrong("password", accounts::passwords_differ);
    if (!wrong_.empty()) return;
    if (const Fault* fault = likeness(policy.passwords, *parsed, owner)) wrong("password", *fault);
    const Fault* fault = accounts::flaw(policy.passwords, *parsed, owner);
    if (fault && fault != &accounts::password_too_similar) wrong("password", *fault);
}

std::optional<Error> Form::refusal() const {
    if (wrong_.empty()) return std::nullopt;
    return Error{&form_invalid, wrong_.front().field, wrong_};
}

}  // namespace asterism::crm
