#pragma once

#include "libcore/crm/ports.hpp"

namespace asterism::crm {

// Visitors who leave a message, or an address.

struct SendInquiry {
    std::string name;
    std::string email;
    std::string message;

    static constexpr void fields(auto&& see) {
        see("name", &SendInquiry::name, "Who writes, in up to 30 letters, digits and blanks.");
        see("email", &SendInquiry::email, "Where the answer goes.");
        see("message", &SendInquiry::message, "What about, in up to 5,000 characters.");
    }
};

struct InquirySent {
    bool sent = true;

    static constexpr void fields(auto&& see) {
        see("sent", &InquirySent::sent, "It was kept, and the site is told.");
    }
};

struct RegisterInterest {
    std::string email;
    std::string excitement;

    static constexpr void fields(auto&& see) {
        see("email", &RegisterInterest::email, "Whom to tell.");
        see("excitement", &RegisterInterest::excitement, "How eager they are, 1 to 5.");
    }
};

struct InterestRegistered {
    bool registered = true;

    static constexpr void fields(auto&& see) {
        see("registered", &InterestRegistered::registered, "It was kept.");
    }
};

/// As its author gets it back with all that is kept of him.
struct OwnInquiry {
    std::string name;
    std::string email;
    std::string message;
    Instant written_at;

    static constexpr void fields(auto&& see) {
        see("name", &OwnInquiry::name, "Who wrote.");
        see("email", &OwnInquiry::email, "Where the answer goes.");
        see("message", &OwnInquiry::message, "What.");
        see("written_at", &OwnInquiry::written_at, "When.");
    }
};

Result<InquirySent> send_inquiry(const accounts::Run& run, std::optional<Actor> actor,
                                 const accounts::Accounts& accounts, Contacts& contacts,
                                 mail::Outbox outbox, const SendInquiry& input);
Result<InterestRegistered> register_interest(const accounts::Run& run, Contacts& contacts,
                                             const RegisterInterest& input);

inline constexpr UseCases inquiry_cases{
    use_case<&send_inquiry>("send_inquiry", "Leaves the site a message."),
    use_case<&register_interest>("register_interest", "Asks to be told when there is news."),
};

}  // namespace asterism::crm
