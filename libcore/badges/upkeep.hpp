#pragma once

#include "libcore/badges/use_cases.hpp"

namespace asterism::badges {

// Awards looked over from outside. All of it asks for the role of an admin, works in batches so
// that others can write meanwhile, and is run by `asterism badge`.

enum class AwardChange : std::uint8_t { award, revoke };

constexpr auto names(AwardChange) {
    return std::array{std::pair{AwardChange::award, std::string_view{"award"}},
                      std::pair{AwardChange::revoke, std::string_view{"revoke"}}};
}

struct AuditBadges {
    std::optional<Handle> handle;
    std::optional<bool> fix;
    std::optional<bool> award;
    std::optional<AccountId> after;

    static constexpr void fields(auto&& see) {
        see("handle", &AuditBadges::handle, "Only of this account; of all if absent.");
        see("fix", &AuditBadges::fix, "Take the awards that rows do not bear out.");
        see("award", &AuditBadges::award, "Give Mission Ready to those whose profile is whole.");
        see("after", &AuditBadges::after, "The `next` of the batch before.");
    }
};

struct RecomputeBadges {
    std::optional<Handle> handle;
    std::optional<bool> dry_run;
    std::optional<AccountId> after;

    static constexpr void fields(auto&& see) {
        see("handle", &RecomputeBadges::handle, "Only of this account; of all if absent.");
        see("dry_run", &RecomputeBadges::dry_run, "Only tell; nothing is changed.");
        see("after", &RecomputeBadges::after, "The `next` of the batch before.");
    }
};

struct AwardPioneers {
    std::optional<bool> dry_run;
    std::optional<bool> force;

    static constexpr void fields(auto&& see) {
        see("dry_run", &AwardPioneers::dry_run, "Only tell; nothing is changed.");
        see("force", &AwardPioneers::force,
            "Also those of the first hundred whose address was never proved.");
    }
};

struct TenureRound {
    std::int64_t count = 0;
    bool more = false;

    static constexpr void fields(auto&& see) {
        see("count", &TenureRound::count, "How many awards were made.");
        see("more", &TenureRound::more, "Whether others are still to come.");
    }
};

/// Where awards and rows part.
struct AwardDifference {
    AccountId account;
    std::string handle;
    std::string slug;
    AwardChange change = AwardChange::award;
    bool made = false;

    static constexpr void fields(auto&& see) {
        see("account", &AwardDifference::account, "The account's number.");
        see("handle", &AwardDifference::handle, "Its public user name.");
        see("slug", &AwardDifference::slug, "The badge.");
        see("change", &AwardDifference::change, "What makes awards and rows agree.");
        see("made", &AwardDifference::made, "Whether that was done.");
    }
};

struct AwardDifferences {
    std::vector<AwardDifference> differences;
    std::int64_t accounts = 0;
    std::optional<AccountId> next;

    static constexpr void fields(auto&& see) {
        see("differences", &AwardDifferences::differences, "By account.");
        see("accounts", &AwardDifferences::accounts, "How many were looked at.");
        see("next", &AwardDifferences::next, "Ask for more after this one; null at the end.");
    }
};

/// Awards that rows do not bear out, those of tenure apart, and profiles that are whole without
/// having the badge for it.
Result<AwardDifferences> audit_badges(const accounts::Run& run, Actor actor,
                                      const accounts::Accounts& accounts, Bench bench,
                                      const AuditBadges& input);
/// Judges everybody anew. What events have done already is no difference.
Result<AwardDifferences> recompute_badges(const accounts::Run& run, Actor actor,
                                          const accounts::Accounts& accounts, Bench bench,
                                          const RecomputeBadges& input);
/// Those who were among the first before there was a badge for it.
Result<AwardDifferences> award_pioneers(const accounts::Run& run, Actor actor, Bench bench,
                                        const AwardPioneers& input);
/// Time alone earns a badge of tenure: no event tells of it. Those of this list that somebody has
/// been here long enough for, a batch of people for each.
TenureRound give_tenure(const accounts::Run& run, Bench bench, std::span<const Badge> badges);
/// The same of all badges there are. To be asked once a day; what was left undone is done then.
Result<TenureRound> award_tenure(const accounts::Run& run, Actor actor, Bench bench,
                                 const accounts::NoInput& input);

inline constexpr UseCases upkeep_cases{
    use_case<&audit_badges>("audit_badges", "Finds badges that somebody should not have."),
    use_case<&recompute_badges>("recompute_badges",
                                "Judges all accounts anew, and tells every difference."),
    use_case<&award_pioneers>("award_pioneers", "Gives the first hundred their badge."),
    use_case<&award_tenure>("award_tenure", "Gives the badges that time alone earns."),
};

}  // namespace asterism::badges
