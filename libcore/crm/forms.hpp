#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "libcore/accounts/policy.hpp"
#include "libcore/base/email.hpp"

namespace asterism::crm {

/// Reads a form that is to be told all that is wrong with it at once. Several things may be wrong
/// with one field; they are told in the order of the rules.
class Form {
public:
    /// Letters of ASCII, digits and blanks, so many at most.
    void name(std::string_view field, std::string_view text, std::size_t longest);
    /// Letters, digits, `_` and `-`. Whether it is free only the database tells.
    void handle(std::string_view text, const accounts::HandleLimits& limits);
    /// What it was read as, if it could be.
    std::optional<Email> email(std::string_view field, std::string_view text);
    void message(std::string_view field, std::string_view text, std::size_t longest);
    /// What the password alone tells; and, where nothing at all was wrong so far, how easily it is
    /// guessed.
    void password(std::string_view text, std::string_view again, const accounts::Policy& policy,
                  const accounts::Owner& owner);
    void wrong(std::string_view field, const Fault& fault);

    /// Null where everything was right.
    std::optional<Error> refusal() const;

private:
    std::vector<FieldError> wrong_;
};

}  // namespace asterism::crm
