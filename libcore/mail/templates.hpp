#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "libcore/base/result.hpp"
#include "libcore/mail/types.hpp"

namespace asterism::mail {

/// A mail in sentences with holes: `{{name}}` stands for the variable of that name. Its text and
/// its HTML are made of the same paragraphs, of which empty ones and those that name a variable
/// without a value are left out.
struct Letter {
    std::string_view code;
    std::string_view language;  ///< of the sentences, a BCP 47 tag
    std::string_view subject;
    std::vector<std::string_view> above = {};
    std::string_view button = {};   ///< what the variable `link` is called; no link: no button
    std::string_view by_hand = {};  ///< in HTML, between the button and the bare link
    std::vector<std::string_view> below = {};
    std::string_view small = {};  ///< the last paragraph
};

using Variables = std::span<const std::pair<std::string_view, std::string_view>>;

/// Puts the variables in; in `html` they are escaped. Every variable named must be given.
Result<std::string> fill(std::string_view pattern, Variables variables, bool html);

/// A draft with subject, text and HTML filled in. Control characters in the subject become blanks,
/// so that no variable can add a header.
Result<Draft> compose(const Letter& letter, Variables variables);

/// The five characters that mean something to HTML, as references.
std::string escape_html(std::string_view text);

/// Whether the pattern closes every variable that it opens, and names none but the allowed.
constexpr bool names_only(std::string_view pattern, std::span<const std::string_view> allowed) {
    for (auto open = pattern.find("{{"); open != pattern.npos; open = pattern.find("{{", open)) {
        open += 2;
        const auto close = pattern.find("}}", open);
        if (close == pattern.npos || close == open) return false;
        const auto name = pattern.substr(open, close - open);
        if (std::ranges::find(allowed, name) == allowed.end()) return false;
        open = close + 2;
    }
    return true;
}

}  // namespace asterism::mail
