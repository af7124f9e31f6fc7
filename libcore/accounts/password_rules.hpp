#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "libcore/accounts/types.hpp"

namespace asterism::accounts {

/// What a site asks of a password, in code points. Sources: the originals' own rules and OWASP ASVS
/// 5.0 section 6.2; security.md D1 tells where they part.
struct PasswordRules {
    std::size_t shortest = 8;
    std::size_t longest = 50;
    bool capital = true;                                            ///< A to Z
    bool digit = false;                                             ///< 0 to 9
    std::string_view specials = "!@#$%^&*()_+-=[]{}\\|;:,.<>?~\"";  ///< one of these; empty: none
    /// The site's name, the user name and the front of the address do not count towards `shortest`.
    bool context = false;
    /// Whether what has the letters of the owner's words, in any order, is like them.
    bool any_order = false;
    /// Whether a refusal names all that the text tells, not only the first of it.
    bool tells_all = false;
};

inline constexpr PasswordRules classic_passwords{};
inline constexpr PasswordRules starview_passwords{.digit = true,
                                                  .specials = "!@#$%^&*(),.?\":{}|<>"};
/// Length alone counts, and what is easily guessed.
inline constexpr PasswordRules asvs5_passwords{
    .longest = 128, .capital = false, .specials = "", .context = true};

/// Whose password it is to be, and where: what others would try first.
struct Owner {
    std::string_view handle;
    std::string_view email;
    std::string_view first_name;
    std::string_view last_name;
    std::string_view site_name;
};

/// What is wrong with the password; null if nothing is. Every preset refuses
/// - what is on the list of common passwords, in any case (ASCII), also with up to eight digits and
///   signs behind it: `Password1!`, `Summer2024!`. The usual swaps (`P@ssw0rd`) are on the list.
/// - what is like the owner's user name, address or a name, or a part of one of them of three or
///   more letters and digits: `similarity` of 0.7 or more, or the same but for digits and signs at
///   the end (up to eight of the password's): `john123` for `john456`.
/// One pass over texts of bounded length; nothing is tried twice.
const Fault* flaw(const PasswordRules& rules, const Password& password, const Owner& owner);

/// All that the text of it tells, in the same order; what is easily guessed is not among it.
std::vector<const Fault*> flaws_of_text(const PasswordRules& rules, const Password& password);

/// Whether it is like those words of its owner's, or a part of them.
bool resembles(const PasswordRules& rules, const Password& password, std::string_view words);

/// The refusal of that password for the field it came in: `weak_password`, and the flaw by field.
std::optional<Error> refusal(const PasswordRules& rules, const Password& password,
                             const Owner& owner, std::string_view field);

/// How alike two texts are, byte by byte: twice the length of their longest common subsequence over
/// the sum of their lengths. 1 for the same, 0 for nothing in common; two empty ones are alike.
double similarity(std::string_view left, std::string_view right);

}  // namespace asterism::accounts
