#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "libcore/base/result.hpp"

namespace asterism {

inline constexpr Fault invalid_email{"invalid_email", Kind::invalid,
                                     "This is not an e-mail address."};

/// An e-mail address: an ASCII addr-spec (RFC 5321 dot-string, no quoted local part) of at most 254
/// characters, the local part at most 64, the domain of two labels or more, international ones as
/// A-labels. Two addresses are the same when their normal forms are.
class Email {
public:
    static Result<Email> parse(std::string_view raw);

    Email() = default;

    /// In lower case: for looking up and comparing.
    const std::string& normal() const { return normal_; }

    /// As its owner wrote it, trimmed: for sending.
    const std::string& given() const { return given_; }

    friend bool operator==(const Email& a, const Email& b) { return a.normal_ == b.normal_; }

private:
    Email(std::string normal, std::string given)
        : normal_(std::move(normal)), given_(std::move(given)) {}

    std::string normal_;
    std::string given_;
};

}  // namespace asterism
