#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "libcore/accounts/types.hpp"

namespace asterism::accounts {

using IdentityId = Id<struct IdentityTag>;

/// Somebody at a provider who may sign in to an account here. Only issuer and subject say who it
/// is; the address and the name are what the provider called them, for showing.
struct Identity {
    IdentityId id;
    AccountId account;
    std::string provider;  ///< the site's short name for it: "google"
    std::string issuer;    ///< a URL, compared byte by byte
    std::string subject;   ///< 1 to 255 characters, unique at the issuer, never reused
    std::string email;     ///< normal form, or empty
    std::string name;      ///< or empty
    Instant connected_at;
};

/// A provider as a site offers it. Its address and its secret are the adapter's business.
struct ProviderName {
    std::string code;  ///< 1 to 32 of a-z 0-9 - _
    std::string name;  ///< as people know it
};

/// Why somebody is sent to a provider.
enum class FlowGoal : std::uint8_t { login, connect };

constexpr auto names(FlowGoal) {
    return std::array{std::pair{FlowGoal::login, std::string_view{"login"}},
                      std::pair{FlowGoal::connect, std::string_view{"connect"}}};
}

/// A way to a provider and back that has begun. What proves the way back (the state in the address,
/// the secret in the browser's cookie) is kept as fingerprints only; what is sent to the provider
/// is made from the seed kept here *and* the browser's secret, so that neither opens anything
/// alone.
struct IdentityFlow {
    std::string provider;
    SiteId site;
    FlowGoal goal = FlowGoal::login;
    std::optional<AccountId> account;  ///< that wants to connect
    std::string browser;               ///< fingerprint of the browser's secret
    std::string seed;                  ///< 256 random bits
    std::string callback;              ///< the whole address that the provider sends back to
    std::string next;                  ///< a path of our own, or empty
    Instant expires;
};

/// What a provider has proved, as the adapter read it from a token that passed every check.
struct ProvenIdentity {
    std::string issuer;
    std::string subject;
    std::optional<Email> email;
    bool email_verified = false;  ///< the provider's word for it
    std::string name = {};
    std::string first_name = {};
    std::string last_name = {};
};

// Inputs and views.

struct ProviderView {
    std::string provider;
    std::string name;

    static constexpr void fields(auto&& see) {
        see("provider", &ProviderView::provider, "Its short name, for start_identity_flow.");
        see("name", &ProviderView::name, "As people know it.");
    }
};

struct ProviderList {
    std::vector<ProviderView> items;

    static constexpr void fields(auto&& see) {
        see("items", &ProviderList::items, "Those one can sign in with here; may be none.");
    }
};

struct StartIdentityFlow {
    std::string provider;
    std::optional<FlowGoal> process;
    std::optional<std::string> next;

    static constexpr void fields(auto&& see) {
        see("provider", &StartIdentityFlow::provider, "The provider's short name.");
        see("process", &StartIdentityFlow::process,
            "Sign in, or connect to the signed-in account; login if not given.");
        see("next", &StartIdentityFlow::next,
            "A path of this site to go to afterwards; any other is ignored.");
    }
};

struct FlowStarted {
    std::string location;
    Instant expires_at;
    std::optional<std::string> browser;

    static constexpr void fields(auto&& see) {
        see("location", &FlowStarted::location, "Where to send the browser now.");
        see("expires_at", &FlowStarted::expires_at, "By then it must have come back.");
        see("browser", &FlowStarted::browser,
            "The browser's secret, for the way back; null where a cookie carries it.");
    }
};

struct FinishIdentityFlow {
    std::string provider;
    std::optional<std::string> state;
    std::optional<std::string> code;
    std::optional<std::string> error;
    std::optional<std::string> iss;
    std::optional<std::string> browser;

    static constexpr void fields(auto&& see) {
        see("provider", &FinishIdentityFlow::provider, "The provider's short name.");
        see("state", &FinishIdentityFlow::state, "As the provider gives it back.");
        see("code", &FinishIdentityFlow::code, "What the provider gives for success.");
        see("error", &FinishIdentityFlow::error, "What it gives instead.");
        see("iss", &FinishIdentityFlow::iss, "Who it says it is (RFC 9207).");
        see("browser", &FinishIdentityFlow::browser,
            "The browser's secret; where a cookie carries it, it counts instead.");
    }
};

enum class FlowOutcome : std::uint8_t { signed_in, connected, verification_required };

constexpr auto names(FlowOutcome) {
    return std::array{
        std::pair{FlowOutcome::signed_in, std::string_view{"signed_in"}},
        std::pair{FlowOutcome::connected, std::string_view{"connected"}},
        std::pair{FlowOutcome::verification_required, std::string_view{"verification_required"}}};
}

struct FlowEnd {
    FlowOutcome outcome = FlowOutcome::signed_in;
    std::string next;
    AccountView account;
    std::optional<std::string> token;
    std::optional<Opened> opened;  ///< for the shell that keeps cookies; not a field

    static constexpr void fields(auto&& see) {
        see("outcome", &FlowEnd::outcome,
            "What came of it; a new account whose address the provider does not vouch for gets a "
            "mail first.");
        see("next", &FlowEnd::next, "The path that was asked for at the start, or empty.");
        see("account", &FlowEnd::account, "Whose it is.");
        see("token", &FlowEnd::token,
            "The session's secret; null where there is none or a cookie carries it.");
    }
};

struct IdentityView {
    IdentityId id;
    std::string provider;
    std::string provider_name;
    std::string subject;
    std::string email;
    std::string name;
    Instant connected_at;

    static constexpr void fields(auto&& see) {
        see("id", &IdentityView::id, "Its number here.");
        see("provider", &IdentityView::provider, "The provider's short name.");
        see("provider_name", &IdentityView::provider_name, "As people know it.");
        see("subject", &IdentityView::subject, "Who it is at the provider.");
        see("email", &IdentityView::email, "The address the provider told, or empty.");
        see("name", &IdentityView::name, "The name the provider told, or empty.");
        see("connected_at", &IdentityView::connected_at, "When it was connected.");
    }
};

struct IdentityList {
    std::vector<IdentityView> items;

    static constexpr void fields(auto&& see) {
        see("items", &IdentityList::items, "In the order they were connected.");
    }
};

struct DisconnectIdentity {
    IdentityId identity;

    static constexpr void fields(auto&& see) {
        see("identity", &DisconnectIdentity::identity, "Its number, from list_identities.");
    }
};

struct IdentityDisconnected {
    std::string provider;

    static constexpr void fields(auto&& see) {
        see("provider", &IdentityDisconnected::provider, "The provider it was of.");
    }
};

}  // namespace asterism::accounts
