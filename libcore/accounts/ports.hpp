#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libcore/accounts/types.hpp"
#include "libcore/base/use_case.hpp"

namespace asterism::accounts {

/// An account to be, with the hash of its password.
struct NewAccount {
    Account account;            ///< its id is not used
    std::string password_hash;  ///< empty: it has no password
};

class Accounts : public Stored {
public:
    /// None if the handle or the address is taken; the database decides, not a look-up.
    virtual std::optional<AccountId> add(const NewAccount& account) = 0;
    virtual std::optional<Account> find(AccountId id) const = 0;
    virtual std::optional<Account> find_by_handle(std::string_view handle) const = 0;
    virtual std::optional<Account> find_by_email(std::string_view normal) const = 0;
    /// By id, ascending, after the one given.
    virtual std::vector<Account> list(AccountId after, std::int64_t limit) const = 0;
    /// Active administrators.
    virtual std::int64_t count_admins() const = 0;
    /// The same, and keeps others from changing who they are until this run ends.
    virtual std::int64_t hold_admins() = 0;
    /// None where the account has no password.
    virtual std::optional<std::string> password_hash(AccountId id) const = 0;
    virtual void set_password_hash(AccountId id, std::string_view hash, Instant at) = 0;
    virtual void mark_verified(AccountId id, Instant at) = 0;
    virtual void mark_login(AccountId id, Instant at) = 0;
    virtual void set_role(AccountId id, Role role) = 0;
    /// An operator's word, whatever moderators have said.
    virtual void set_active(AccountId id, bool active) = 0;
    /// Locks it as moderators do. One that is locked already stays so as it was.
    virtual void suspend(AccountId id) = 0;
    /// Takes that back. False if nobody but an operator can, or nothing is locked.
    virtual bool lift(AccountId id) = 0;
    /// From now on it is the site's own.
    virtual void set_system(AccountId id) = 0;
    virtual void set_names(AccountId id, std::string_view first, std::string_view last) = 0;
    virtual void set_language(AccountId id, Language language) = 0;
    /// False if another account has it; the database decides.
    virtual bool set_handle(AccountId id, std::string_view handle) = 0;
    /// Makes an address the account's, proved or not. False if another account has it.
    virtual bool set_email(AccountId id, std::string_view normal, std::string_view given,
                           std::optional<Instant> verified_at) = 0;
    /// With its credentials, sessions and tickets. Its names are free again.
    virtual void remove(AccountId id) = 0;
};

class Sessions : public Stored {
public:
    /// `fingerprint` is of the token; the token itself never reaches the store. Who opens a session
    /// has just proved to be its owner.
    virtual SessionId open(AccountId account, SiteId site, std::string_view fingerprint,
                           const Lifetime& lifetime, Instant at, const Caller& caller) = 0;
    /// By the secret of now or the one before its renewal.
    virtual std::optional<Presence> find(std::string_view fingerprint) const = 0;
    virtual std::optional<Session> find(SessionId id) const = 0;
    /// Those that nobody has ended, the oldest first.
    virtual std::vector<OpenSession> list(AccountId account) const = 0;
    /// Gives it a new secret. No older one works any more.
    virtual void rotate(SessionId id, std::string_view fingerprint, Instant at) = 0;
    /// Exchanges the secret `from`, which is kept as the former one. False if another request was
    /// faster.
    virtual bool renew(SessionId id, std::string_view from, std::string_view to, Instant at) = 0;
    virtual void prove(SessionId id, Instant at) = 0;
    virtual void touch(SessionId id, Instant at) = 0;
    virtual void end(SessionId id, std::string_view reason, Instant at) = 0;
    /// Ends every live session of the account but one; an id of 0 spares none. How many it ended.
    virtual std::int64_t end_others(AccountId account, SessionId spared, std::string_view reason,
                                    Instant at) = 0;
};

class Tickets : public Stored {
public:
    virtual void add(const Ticket& ticket, std::string_view fingerprint) = 0;
    virtual std::optional<Ticket> find(Purpose purpose, std::string_view fingerprint) const = 0;
    /// False if it had been used already: of two uses at once, one wins.
    virtual bool use(TicketId id, Instant at) = 0;
    virtual void drop_unused(AccountId account, Purpose purpose) = 0;
    /// Those of every purpose.
    virtual void drop_unused(AccountId account) = 0;
    /// The one issued last, used or not.
    virtual std::optional<Ticket> newest(AccountId account, Purpose purpose) const = 0;
    /// Whether an account other than this one holds an open ticket for the address.
    virtual bool awaited_by_others(Purpose purpose, std::string_view address, AccountId account,
                                   Instant now) const = 0;
};

/// Counts of failed tries, by a key that does not tell the name.
class Lockouts : public Stored {
public:
    /// Reads the count and keeps others from changing it until this run ends.
    virtual Tries hold(std::string_view key) = 0;
    virtual void save(std::string_view key, const Tries& tries) = 0;
    virtual void clear(std::string_view key) = 0;
};

/// Slow, salted password hashes: made in PHC string form, verified in others too. Called with no
/// transaction open.
class Hasher {
public:
    virtual ~Hasher() = default;
    virtual std::string hash(std::string_view password) const = 0;
    /// False for a malformed hash and for one whose cost is absurd, too.
    virtual bool verify(std::string_view hash, std::string_view password) const = 0;
    /// Made with less than today's cost, or in another form.
    virtual bool outdated(std::string_view hash) const = 0;
};

}  // namespace asterism::accounts
