#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libcore/accounts/identity_types.hpp"
#include "libcore/base/result.hpp"
#include "libcore/base/use_case.hpp"

namespace asterism::accounts {

class Identities : public Stored {
public:
    /// None if that issuer's subject is connected already; the database decides, not a look-up.
    virtual std::optional<IdentityId> add(const Identity& identity) = 0;
    virtual std::optional<Identity> find(std::string_view issuer,
                                         std::string_view subject) const = 0;
    /// In the order they were connected.
    virtual std::vector<Identity> of(AccountId account) const = 0;
    /// The same, and keeps others from changing which there are until this run ends.
    virtual std::vector<Identity> hold_of(AccountId account) = 0;
    virtual bool has_email(std::string_view normal) const = 0;
    virtual void remove(IdentityId id) = 0;
};

class IdentityFlows : public Stored {
public:
    /// `state` is the fingerprint of what the provider gives back.
    virtual void add(std::string_view state, const IdentityFlow& flow) = 0;
    /// Takes it away and hands it over: of two who ask at once, one gets it.
    virtual std::optional<IdentityFlow> take(std::string_view state) = 0;
    virtual void drop_expired(Instant now) = 0;
};

/// What goes to the provider in the browser's address bar, and its other half.
struct Departure {
    std::string provider;
    std::string state;
    std::string nonce;     ///< to be found in the token
    std::string verifier;  ///< RFC 7636: 64 hex digits, of which only the S256 challenge is shown
    std::string callback;  ///< redirect_uri
    Instant at;
};

/// What came back.
struct Arrival {
    std::string provider;
    std::string code;
    std::optional<std::string> issuer;  ///< the `iss` parameter of RFC 9207
    std::string nonce;
    std::string verifier;
    std::string callback;
    Instant at;
};

/// Either an identity that passed every check, or why there is none.
struct Proof {
    std::optional<ProvenIdentity> identity = {};
    const Fault* refusal = nullptr;
    std::string reason = {};  ///< for the audit log: one word, no secret
};

/// Where people prove who they are with somebody else's key. Talks to the network: called with no
/// transaction open. May be used by many threads at once.
class IdentityProviders {
public:
    using Outside = void;
    virtual ~IdentityProviders() = default;
    /// The address to send the browser to, or why it cannot be known now.
    virtual Result<std::string> address_for(const Departure& departure) const = 0;
    /// Whether the provider, asked without a browser between, says who this is.
    virtual Proof prove(const Arrival& arrival) const = 0;
};

}  // namespace asterism::accounts
