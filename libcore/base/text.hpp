#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "libcore/base/result.hpp"

namespace asterism {

/// Well-formed UTF-8 (RFC 3629: no surrogates, no overlong forms) without NUL.
bool is_plain_utf8(std::string_view text);

/// How many code points a well-formed UTF-8 text has.
std::size_t code_points(std::string_view utf8);

/// The text without ASCII white space at both ends.
std::string_view trimmed(std::string_view text);

/// ASCII letters to lower case; every other byte as it is.
std::string lowered(std::string_view text);

/// A string that has passed its rule once and is never checked again. A Rule has
/// `static constexpr Fault fault`, `static constexpr std::size_t longest` (bytes), `characters` and
/// `static bool accepts(std::string_view)`; `static std::string normal(std::string_view)` gives
/// the form that is kept.
template <class Rule>
class Text {
public:
    static Result<Text> parse(std::string_view raw) {
        if (raw.size() > Rule::longest) return Rule::fault;
        auto kept = Rule::normal(raw);
        if (kept.empty() || !Rule::accepts(kept)) return Rule::fault;
        return Text(std::move(kept));
    }

    Text() = default;

    std::string_view view() const { return value_; }

    const std::string& str() const { return value_; }

    friend bool operator==(const Text&, const Text&) = default;

private:
    explicit Text(std::string value) : value_(std::move(value)) {}

    std::string value_;
};

struct HandleRule {
    static constexpr Fault fault{"invalid_handle", Kind::invalid,
                                 "A user name has 1 to 150 letters, digits and @ . + - _ only."};
    static constexpr std::size_t longest = 150;
    static constexpr std::size_t characters = 150;

    static std::string normal(std::string_view raw) { return lowered(trimmed(raw)); }

    static bool accepts(std::string_view text);
};

struct PersonNameRule {
    static constexpr Fault fault{"invalid_name", Kind::invalid,
                                 "A name has up to 150 characters on one line."};
    static constexpr std::size_t longest = 600;
    static constexpr std::size_t characters = 150;

    static std::string normal(std::string_view raw) { return std::string(trimmed(raw)); }

    static bool accepts(std::string_view text);
};

struct PasswordRule {
    static constexpr Fault fault{"invalid_password", Kind::invalid,
                                 "A password is text of up to 1,024 bytes."};
    static constexpr std::size_t longest = 1'024;
    static constexpr std::size_t characters = 1'024;

    static std::string normal(std::string_view raw) { return std::string(raw); }

    static bool accepts(std::string_view text) { return is_plain_utf8(text); }
};

/// A public user name in its widest form, in lower case. What a site allows is its policy.
using Handle = Text<HandleRule>;
/// A first or last name, trimmed.
using PersonName = Text<PersonNameRule>;
/// A password exactly as it was typed: never trimmed, folded or cut.
using Password = Text<PasswordRule>;

}  // namespace asterism
