#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "libcore/base/result.hpp"
#include "libcore/mail/types.hpp"

namespace asterism::mail {

/// A mail with holes: `{{name}}` stands for the variable of that name.
struct Template {
    std::string_view code;
    std::string_view subject;
    std::string_view text;
    std::string_view html;
};

using Variables = std::span<const std::pair<std::string_view, std::string_view>>;

/// Puts the variables in; in `html` they are escaped. Every variable named must be given.
Result<std::string> fill(std::string_view pattern, Variables variables, bool html);

/// A draft with subject, text and HTML filled in. Line breaks in the subject become blanks, so
/// that no variable can add a header.
Result<Draft> compose(const Template& from, Variables variables);

/// The five characters that mean something to HTML, as references.
std::string escape_html(std::string_view text);

}  // namespace asterism::mail
