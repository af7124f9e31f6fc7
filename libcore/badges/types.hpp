#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "libcore/base/id.hpp"
#include "libcore/base/text.hpp"
#include "libcore/base/time.hpp"
#include "libcore/places/types.hpp"

namespace asterism::badges {

using BadgeId = Id<struct BadgeTag>;

/// In the order in which they are shown.
enum class Category : std::uint8_t {
    community,
    contribution,
    exploration,
    quality,
    review,
    special,
    tenure
};

constexpr auto names(Category) {
    using Name = std::pair<Category, std::string_view>;
    return std::array{Name{Category::community, "community"},
                      Name{Category::contribution, "contribution"},
                      Name{Category::exploration, "exploration"},
                      Name{Category::quality, "quality"},
                      Name{Category::review, "review"},
                      Name{Category::special, "special"},
                      Name{Category::tenure, "tenure"}};
}

/// What a badge is given for.
enum class Criterion : std::uint8_t {
    visits,         ///< places been to
    places_added,   ///< places added
    places_rated,   ///< of them, those that are rated well
    reviews,        ///< reviews written
    upvotes,        ///< votes for them
    helpful_ratio,  ///< reviews written, most of the votes on them being for them
    comments,       ///< comments on the reviews of others
    followers,      ///< accounts that follow
    photos,         ///< photos of places, and in reviews
    whole_profile,  ///< what the site wants a profile to show
    pioneer,        ///< being one of the first; judged once, when the address is proved
    tenure_days     ///< days since the account was made
};

/// A badge is never deleted and never means something else: its row is in table.hpp.
struct Badge {
    BadgeId id;
    std::string_view slug;
    std::string_view name;
    Category category;
    Criterion criterion;
    std::int64_t value;    ///< so many; of a whole profile the policy decides
    std::int64_t percent;  ///< of the votes, for the ratio alone
    int tier;              ///< 1 to 5
    bool rare;
    int order;  ///< within category and tier
    std::string_view description;
};

/// What an account has done, counted from rows. What moderators keep hidden counts until it is
/// deleted: a handful of reports hides a thing, and must not cost its author a badge.
struct Figures {
    Instant joined_at = {};
    bool system = false;
    std::int64_t visits = 0;
    std::int64_t places_added = 0;
    std::int64_t places_rated = 0;  ///< 4.00 or better, of two decimals
    std::int64_t reviews = 0;
    std::int64_t upvotes = 0;
    std::int64_t downvotes = 0;
    std::int64_t comments = 0;      ///< all of them
    std::int64_t comments_for = 0;  ///< those on reviews of others
    std::int64_t followers = 0;     ///< whether or not their profiles are public
    std::int64_t photos = 0;
    bool bio = false;
    bool picture = false;
    bool location = false;
};

struct Award {
    BadgeId badge;
    Instant earned_at;
    std::optional<int> pinned = {};  ///< its place among those shown first, from 1
};

// Inputs and views.

struct BadgeView {
    BadgeId badge;
    std::string slug;
    std::string name;
    std::string description;
    Category category = Category::community;
    int tier = 1;
    bool rare = false;
    std::int64_t threshold = 0;

    static constexpr void fields(auto&& see) {
        see("badge", &BadgeView::badge, "The badge's number.");
        see("slug", &BadgeView::slug, "Its name for programs, which never changes.");
        see("name", &BadgeView::name, "Its name for people.");
        see("description", &BadgeView::description, "What it is given for.");
        see("category", &BadgeView::category, "Which sort of badge it is.");
        see("tier", &BadgeView::tier, "How hard it is to get, from 1 to 5.");
        see("rare", &BadgeView::rare, "Whether few will ever have it.");
        see("threshold", &BadgeView::threshold, "How many it takes.");
    }
};

struct BadgeList {
    std::vector<BadgeView> badges;

    static constexpr void fields(auto&& see) {
        see("badges", &BadgeList::badges, "All there are, by category and tier.");
    }
};

struct EarnedBadge {
    BadgeView badge;
    Instant earned_at;

    static constexpr void fields(auto&& see) {
        see("badge", &EarnedBadge::badge, "The badge.");
        see("earned_at", &EarnedBadge::earned_at, "When it was given.");
    }
};

struct BadgeProgress {
    BadgeView badge;
    std::int64_t progress = 0;
    std::int64_t percentage = 0;

    static constexpr void fields(auto&& see) {
        see("badge", &BadgeProgress::badge, "The badge.");
        see("progress", &BadgeProgress::progress, "How far one has come, of its threshold.");
        see("percentage", &BadgeProgress::percentage, "The same in hundredths, rounded down.");
    }
};

struct BadgeCollection {
    std::vector<EarnedBadge> earned;
    std::vector<BadgeProgress> in_progress;
    std::vector<BadgeView> locked;
    std::vector<BadgeId> pinned;

    static constexpr void fields(auto&& see) {
        see("earned", &BadgeCollection::earned, "Badges that one has.");
        see("in_progress", &BadgeCollection::in_progress,
            "The next of each sort, where one has begun.");
        see("locked", &BadgeCollection::locked, "All others.");
        see("pinned", &BadgeCollection::pinned, "Those shown first, in order.");
    }
};

struct ProfileBadges {
    std::vector<EarnedBadge> earned;
    std::vector<BadgeId> pinned;

    static constexpr void fields(auto&& see) {
        see("earned", &ProfileBadges::earned, "Badges that it has, the newest first.");
        see("pinned", &ProfileBadges::pinned, "Those it shows first, in order.");
    }
};

struct PinBadges {
    std::vector<BadgeId> badges;

    static constexpr void fields(auto&& see) {
        see("badges", &PinBadges::badges, "Up to three that one has, in order; none: none.");
    }
};

struct PinnedBadges {
    std::vector<BadgeView> badges;

    static constexpr void fields(auto&& see) {
        see("badges", &PinnedBadges::badges, "Those shown first from now on, in order.");
    }
};

/// An award as its owner is handed it.
struct OwnAward {
    std::string badge;
    Instant earned_at;
    bool pinned = false;

    static constexpr void fields(auto&& see) {
        see("badge", &OwnAward::badge, "The badge.");
        see("earned_at", &OwnAward::earned_at, "When it was given.");
        see("pinned", &OwnAward::pinned, "Whether it is among those shown first.");
    }
};

/// What became of a visit, and of whoever made it.
struct VisitOutcome {
    bool visited = false;
    bool changed = false;
    std::int64_t visits = 0;
    std::vector<BadgeView> new_badges;

    static constexpr void fields(auto&& see) {
        see("visited", &VisitOutcome::visited, "Whether one has been there, as is kept now.");
        see("changed", &VisitOutcome::changed, "Whether that is news.");
        see("visits", &VisitOutcome::visits, "How many places one has been to.");
        see("new_badges", &VisitOutcome::new_badges, "Badges that one has got by it.");
    }
};

}  // namespace asterism::badges
