#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "libcore/accounts/context.hpp"

namespace asterism::accounts {

// The terms of use, version by version, and who has agreed to which.

inline constexpr Fault unknown_terms{"unknown_terms", Kind::missing,
                                     "There is no such version of the terms."};
inline constexpr Fault outdated_terms{"outdated_terms", Kind::conflict,
                                      "There is a newer version of the terms."};
inline constexpr Fault terms_agreed_already{"terms_agreed_already", Kind::conflict,
                                            "You have agreed to this version before."};
inline constexpr Fault terms_not_newer{"terms_not_newer", Kind::conflict,
                                       "A new version has a greater number than all others."};
inline constexpr Fault bad_terms_note{"bad_terms_note", Kind::invalid,
                                      "What is new is told in up to 1,000 characters."};

struct TermsVersion {
    std::int64_t version = 0;
    std::string note;  ///< what is new, as HTML that the operator wrote
    Instant published_at;
};

class Terms : public Stored {
public:
    virtual std::optional<TermsVersion> newest() const = 0;
    virtual bool has(std::int64_t version) const = 0;
    /// False if there is that version or a newer one; the database decides.
    virtual bool publish(const TermsVersion& version) = 0;
    /// False if the account had agreed already; the database decides.
    virtual bool agree(AccountId account, std::int64_t version, Instant at) = 0;
    virtual bool agreed(AccountId account, std::int64_t version) const = 0;
    /// When the account last agreed to any.
    virtual std::optional<Instant> last_agreed(AccountId account) const = 0;
};

struct TermsCheck {
    bool agreed = true;
    std::optional<std::int64_t> version;
    std::optional<std::string> note;

    static constexpr void fields(auto&& see) {
        see("agreed", &TermsCheck::agreed,
            "The account has agreed to the newest version, or there is none.");
        see("version", &TermsCheck::version, "The newest version.");
        see("note", &TermsCheck::note, "What is new in it, as HTML.");
    }
};

struct AgreeToTerms {
    std::int64_t version = 0;

    static constexpr void fields(auto&& see) {
        see("version", &AgreeToTerms::version, "The version that was read.");
    }
};

struct TermsAgreed {
    std::int64_t version = 0;
    Instant agreed_at;

    static constexpr void fields(auto&& see) {
        see("version", &TermsAgreed::version, "The version that was agreed to.");
        see("agreed_at", &TermsAgreed::agreed_at, "When.");
    }
};

struct PublishTerms {
    std::int64_t version = 0;
    std::string note;

    static constexpr void fields(auto&& see) {
        see("version", &PublishTerms::version, "Its number, greater than all before.");
        see("note", &PublishTerms::note, "What is new, as HTML; the pages show it as it is.");
    }
};

struct TermsPublished {
    std::int64_t version = 0;
    Instant published_at;

    static constexpr void fields(auto&& see) {
        see("version", &TermsPublished::version, "The newest version from now on.");
        see("published_at", &TermsPublished::published_at, "When it came out.");
    }
};

Result<TermsCheck> check_terms(Actor actor, const Terms& terms, const NoInput& input);
Result<TermsAgreed> agree_to_terms(const Run& run, Actor actor, Terms& terms,
                                   const AgreeToTerms& input);
/// For administrators: everybody is asked to agree anew.
Result<TermsPublished> publish_terms(const Run& run, Actor actor, Terms& terms,
                                     const PublishTerms& input);

inline constexpr UseCases terms_cases{
    use_case<&check_terms>("check_terms", "Tells whether the newest terms are agreed to."),
    use_case<&agree_to_terms>("agree_to_terms", "Agrees to the newest terms of use."),
    use_case<&publish_terms>("publish_terms", "Publishes new terms of use."),
};

}  // namespace asterism::accounts
