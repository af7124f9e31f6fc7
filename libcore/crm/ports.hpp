#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "libcore/accounts/terms.hpp"
#include "libcore/base/use_case.hpp"
#include "libcore/crm/types.hpp"
#include "libcore/mail/use_cases.hpp"

namespace asterism::crm {

class Contacts : public Stored {
public:
    /// None if the account, or among strangers the address, has one; the database decides.
    virtual std::optional<ContactId> add(const Contact& contact) = 0;
    virtual std::optional<Contact> of(AccountId account) const = 0;
    virtual std::optional<Contact> of_stranger(std::string_view email) const = 0;
    virtual std::optional<Contact> of_secret(std::string_view secret) const = 0;
    /// Keeps others from changing it until this run ends.
    virtual std::optional<Contact> hold(ContactId id) = 0;
    /// None: mail is welcome again.
    virtual void opt(ContactId id, std::optional<Instant> out_at, std::string_view secret) = 0;
    virtual void consent(ContactId id, std::string_view topic, bool given, std::string_view source,
                         Instant at) = 0;
    virtual bool consents(ContactId id, std::string_view topic) const = 0;
    virtual void explain(ContactId id, const Reasons& reasons, Instant at) = 0;
    virtual std::vector<Reasons> explanations(ContactId id) const = 0;
    /// The stranger of that address has become an account: what he wrote is the account's, and mail
    /// goes there alone.
    virtual void convert(std::string_view email, AccountId account, Instant at) = 0;
    virtual void inquire(const Inquiry& inquiry) = 0;
    virtual std::vector<Inquiry> inquiries(AccountId account) const = 0;
};

/// What somebody who comes in passes through.
struct Hall {
    using Writes = void;
    accounts::Accounts& accounts;
    accounts::Door door;
    accounts::Terms& terms;
    Contacts& contacts;
    mail::Outbox outbox;
};

}  // namespace asterism::crm
