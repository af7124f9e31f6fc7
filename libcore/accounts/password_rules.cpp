#include "libcore/accounts/password_rules.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "libcore/accounts/common_passwords.hpp"
#include "libcore/accounts/faults.hpp"

namespace asterism::accounts {
namespace {

constexpr double too_alike = 0.7;
constexpr std::size_t longest_tail = 8;  // a longer one would do for a password by itself
constexpr std::size_t shortest_part = 3;
constexpr std::size_t shortest_context = 4;

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Everything beyond ASCII counts as a letter.
constexpr bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) > 0x7F;
}

bool any_of(std::string_view text, std::string_view set) {
    return text.find_first_of(set) != std::string_view::npos;
}

/// The text without the digits and signs at its end.
std::string_view stem(std::string_view text) {
    while (!text.empty() && !is_letter(text.back())) text.remove_suffix(1);
    return text;
}

bool is_too_common(std::string_view lower) {
    if (is_common_password(lower)) return true;
    for (std::size_t tail = 0; tail < longest_tail && !lower.empty(); ++tail) {
        if (is_letter(lower.back())) return false;
        lower.remove_suffix(1);
        if (is_common_password(lower)) return true;
    }
    return false;
}

bool resembles(std::string_view password, std::string_view word) {
    if (word.size() < shortest_part) return false;
    if (similarity(password, word) >= too_alike) return true;
    const auto core = stem(word);
    return core.size() >= shortest_part && stem(password) == core &&
           password.size() - core.size() <= longest_tail;
}

bool resembles_a_part(std::string_view password, std::string_view words) {
    if (resembles(password, words)) return true;
    while (!words.empty()) {
        const auto* end =
            std::ranges::find_if(words, [](char c) { return !is_letter(c) && !is_digit(c); });
        const auto part = words.substr(0, static_cast<std::size_t>(end - words.begin()));
        if (resembles(password, part)) return true;
        words.remove_prefix(std::min(words.size(), part.size() + 1));
    }
    return false;
}

std::string_view local_part(std::string_view address) {
    return address.substr(0, address.find('@'));
}

/// Twice the letters that both have, wherever they stand, over the letters of both.
double shared(std::string_view left, std::string_view right) {
    std::array<std::size_t, 256> count{};
    for (const char c : right) ++count[static_cast<unsigned char>(c)];
    std::size_t both = 0;
    for (const char c : left)
        if (auto& left_over = count[static_cast<unsigned char>(c)]; left_over > 0)
            --left_over, ++both;
    return 2 * static_cast<double>(both) / static_cast<double>(left.size() + right.size());
}

/// A part that is lost in a long password is none.
bool shares_letters(std::string_view password, std::string_view part) {
    const auto size = static_cast<double>(password.size());
    const bool lost = password.size() >= 10 * part.size() &&
                      static_cast<double>(part.size()) < too_alike / 2 * size;
    return !part.empty() && !lost && shared(password, part) >= too_alike;
}

bool shares_letters_of_a_part(std::string_view password, std::string_view words) {
    if (shares_letters(password, words)) return true;
    while (!words.empty()) {
        const auto* end = std::ranges::find_if(
            words, [](char c) { return !is_letter(c) && !is_digit(c) && c != '_'; });
        const auto part = words.substr(0, static_cast<std::size_t>(end - words.begin()));
        if (shares_letters(password, part)) return true;
        words.remove_prefix(std::min(words.size(), part.size() + 1));
    }
    return false;
}

bool is_like(const PasswordRules& rules, std::string_view lower, std::string_view words) {
    const auto owned = lowered(words);
    return resembles_a_part(lower, owned) ||
           (rules.any_order && shares_letters_of_a_part(lower, owned));
}

bool resembles_owner(const PasswordRules& rules, std::string_view lower, const Owner& owner) {
    for (const auto words : {owner.handle, owner.email, owner.first_name, owner.last_name})
        if (is_like(rules, lower, words)) return true;
    return false;
}

/// The password without the words that everybody knows who knows where it is used.
std::string without_context(std::string lower, const Owner& owner) {
    for (const auto words : {owner.site_name, owner.handle, local_part(owner.email)}) {
        const auto word = lowered(words);
        if (code_points(word) < shortest_context) continue;
        for (auto at = lower.find(word); at != lower.npos; at = lower.find(word, at))
            lower.erase(at, word.size());
    }
    return lower;
}

}  // namespace

std::vector<const Fault*> flaws_of_text(const PasswordRules& rules, const Password& password) {
    std::vector<const Fault*> out;
    const auto text = password.view();
    const auto length = code_points(text);
    if (length < rules.shortest) out.push_back(&password_too_short);
    if (length > rules.longest) out.push_back(&password_too_long);
    if (rules.capital && !any_of(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
        out.push_back(&password_no_capital);
    if (rules.digit && !any_of(text, "0123456789")) out.push_back(&password_no_digit);
    if (!rules.specials.empty() && !any_of(text, rules.specials))
        out.push_back(&password_no_special);
    return out;
}

bool resembles(const PasswordRules& rules, const Password& password, std::string_view words) {
    return is_like(rules, lowered(password.view()), words);
}

const Fault* flaw(const PasswordRules& rules, const Password& password, const Owner& owner) {
    if (const auto all = flaws_of_text(rules, password); !all.empty()) return all.front();
    const auto lower = lowered(password.view());
    if (is_too_common(lower)) return &password_too_common;
    if (resembles_owner(rules, lower, owner)) return &password_too_similar;
    if (rules.context && code_points(without_context(lower, owner)) < rules.shortest)
        return &password_of_context;
    return nullptr;
}

std::optional<Error> refusal(const PasswordRules& rules, const Password& password,
                             const Owner& owner, std::string_view field) {
    const Fault* fault = flaw(rules, password, owner);
    if (!fault) return std::nullopt;
    Error out{&weak_password, std::string(field)};
    if (rules.tells_all)
        for (const Fault* each : flaws_of_text(rules, password))
            out.fields.push_back({std::string(field), each});
    if (out.fields.empty()) out.fields.push_back({std::string(field), fault});
    return out;
}

double similarity(std::string_view left, std::string_view right) {
    if (left.empty() && right.empty()) return 1;
    // Longest common subsequence, one row of the usual table at a time.
    std::vector<std::size_t> row(right.size() + 1);
    for (const char c : left) {
        std::size_t diagonal = 0;
        for (std::size_t i = 0; i < right.size(); ++i) {
            const auto above = row[i + 1];
            row[i + 1] = c == right[i] ? diagonal + 1 : std::max(above, row[i]);
            diagonal = above;
        }
    }
    return 2 * static_cast<double>(row.back()) / static_cast<double>(left.size() + right.size());
}

}  // namespace asterism::accounts
