#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "libcore/base/actor.hpp"
#include "libcore/base/id.hpp"
#include "libcore/base/time.hpp"

namespace asterism::crm {

using ContactId = Id<struct ContactTag>;

/// What a contact agrees to be written to about.
inline constexpr std::string_view newsletter = "newsletter";

/// Somebody we may write to: an account, or a stranger who has told an address. An account's
/// address and names are the account's own.
struct Contact {
    ContactId id;
    AccountId account;           ///< 0: a stranger
    std::string email;           ///< a stranger's, normal form
    std::string email_as_given;  ///< for sending
    std::string first_name;
    std::string last_name;
    std::string code;    ///< 20 letters and digits: what links in mails call it
    std::string secret;  ///< opens the way out of all mail, so it is not only a fingerprint
    std::optional<Instant> opted_out_at = {};
    Instant first_seen = {};
    std::optional<Instant> converted_at = {};  ///< when it became an account's
    std::string said = {};                     ///< by the contact
    std::string origin = {};                   ///< by the system: where it comes from
};

/// Why somebody wants no more mail.
struct Reasons {
    bool no_longer_wanted = false;
    bool never_signed_up = false;
    bool inappropriate = false;
    bool spam = false;
    std::string other;

    bool any() const {
        return no_longer_wanted || never_signed_up || inappropriate || spam || !other.empty();
    }
};

/// What somebody wrote to the site.
struct Inquiry {
    ContactId contact;  ///< 0: an account wrote
    AccountId account;  ///< 0: a stranger wrote
    std::string name;
    std::string email;  ///< normal form
    std::string message;
    Instant at;
};

}  // namespace asterism::crm
