#pragma once

#include "libcore/accounts/own_account.hpp"
#include "libcore/crm/ports.hpp"

namespace asterism::crm {

// Members' own doings at sites that tell all that is wrong with a form at once.

struct JoinSite {
    std::string handle;
    std::string first_name;
    std::string last_name;
    std::string email;
    std::string password;
    std::string password_again;
    bool newsletter = false;
    std::optional<bool> remember;

    static constexpr void fields(auto&& see) {
        see("handle", &JoinSite::handle, "The user name.");
        see("first_name", &JoinSite::first_name, "The person's first name.");
        see("last_name", &JoinSite::last_name, "The person's last name.");
        see("email", &JoinSite::email, "The person's e-mail address.");
        see("password", &JoinSite::password, "As the site's password rules ask.");
        see("password_again", &JoinSite::password_again, "The same once more.");
        see("newsletter", &JoinSite::newsletter, "News by mail are welcome.");
        see("remember", &JoinSite::remember, "Stay signed in on this device; false if not given.");
    }
};

struct UpdateDetails {
    std::string first_name;
    std::string last_name;
    std::string email;

    static constexpr void fields(auto&& see) {
        see("first_name", &UpdateDetails::first_name, "The person's first name.");
        see("last_name", &UpdateDetails::last_name, "The person's last name.");
        see("email", &UpdateDetails::email, "The address; a new one has to be proved again.");
    }
};

struct DetailsUpdated {
    std::string email;
    bool verification_required = false;

    static constexpr void fields(auto&& see) {
        see("email", &DetailsUpdated::email, "The account's address.");
        see("verification_required", &DetailsUpdated::verification_required,
            "It is a new one, and the link in the mail proves it.");
    }
};

struct RequestUsername {
    Email email;

    static constexpr void fields(auto&& see) {
        see("email", &RequestUsername::email, "The address that the account has.");
    }
};

struct UsernameRequested {
    bool email_sent = true;

    static constexpr void fields(auto&& see) {
        see("email_sent", &UsernameRequested::email_sent,
            "Always true: the answer does not tell whether the address is known.");
    }
};

Result<Done> vet_joining(const accounts::Policy& policy, const accounts::Accounts& accounts,
                         const JoinSite& input);
accounts::NewPassword hash_joining(const accounts::Hasher& hasher, const Done& vetted,
                                   const JoinSite& input);
/// Registers an account, lets it in, and mails the link that proves its address. Only where nobody
/// has to prove it first.
Result<accounts::SignedIn> join_site(const accounts::Run& run, std::optional<Actor> before,
                                     Hall hall, const accounts::NewPassword& password,
                                     const JoinSite& input);

/// Changes names and, where nobody has to prove it first, the address. Both addresses are told.
Result<DetailsUpdated> update_details(const accounts::Run& run, Actor actor, Hall hall,
                                      const UpdateDetails& input);

/// Mails oneself the link that proves the address once more.
Result<accounts::VerificationSent> request_verification(const accounts::Run& run, Actor actor,
                                                        const accounts::Accounts& accounts,
                                                        accounts::Tickets& tickets,
                                                        mail::Outbox outbox,
                                                        const accounts::NoInput& input);

/// By the token of the mailed link, which has to be one's own.
Result<accounts::EmailVerified> prove_address(const accounts::Run& run, Actor actor, Hall hall,
                                              Events& events, const accounts::VerifyEmail& input);

Result<UsernameRequested> request_username(const accounts::Run& run,
                                           const accounts::Accounts& accounts, mail::Outbox outbox,
                                           const RequestUsername& input);

inline constexpr UseCases joining_cases{
    use_case<&join_site, &vet_joining, &hash_joining>(
        "join_site", "Registers an account and signs it in, its address still unproved."),
    use_case<&update_details>("update_details", "Changes one's names and address at once."),
    use_case<&request_verification>("request_verification",
                                    "Mails the link that proves one's address once more."),
    use_case<&prove_address>("prove_address", "Proves one's own address while signed in."),
    use_case<&request_username>("request_username", "Mails a forgotten user name."),
};

}  // namespace asterism::crm
