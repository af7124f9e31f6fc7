#pragma once

#include <algorithm>
#include <array>
#include <tuple>

#include "libcore/badges/types.hpp"

namespace asterism::badges {

/// All badges, by number. This table is the only place that says what they are. The database keeps
/// their numbers and slugs alone (migration 0020), so that no award names a badge that is none and
/// a query can say which it counts; a test holds the two against each other.
// clang-format off
inline constexpr std::array table{
    //     id   slug                   name                   category                criterion                 value  %  tier rare order description
    Badge{{1},  "first-light",         "First Light",         Category::exploration,  Criterion::visits,            1, 0, 1, false, 1, "Visit your first location."},
    Badge{{2},  "explorer",            "Explorer",            Category::exploration,  Criterion::visits,            5, 0, 2, false, 2, "Visit 5 locations."},
    Badge{{3},  "pathfinder",          "Pathfinder",          Category::exploration,  Criterion::visits,           10, 0, 3, false, 3, "Visit 10 locations."},
    Badge{{4},  "stargazer",           "Stargazer",           Category::exploration,  Criterion::visits,           25, 0, 4, false, 4, "Visit 25 locations."},
    Badge{{5},  "celestial-navigator", "Celestial Navigator", Category::exploration,  Criterion::visits,           50, 0, 5, false, 5, "Visit 50 locations."},
    Badge{{6},  "cosmic-voyager",      "Cosmic Voyager",      Category::exploration,  Criterion::visits,          100, 0, 5, true,  6, "Visit 100 locations."},
    Badge{{7},  "scout",               "Scout",               Category::contribution, Criterion::places_added,      1, 0, 1, false, 1, "Add your first location."},
    Badge{{8},  "discoverer",          "Discoverer",          Category::contribution, Criterion::places_added,      5, 0, 2, false, 2, "Add 5 locations."},
    Badge{{9},  "trailblazer",         "Trailblazer",         Category::contribution, Criterion::places_added,     10, 0, 3, false, 3, "Add 10 locations."},
    Badge{{10}, "location-legend",     "Location Legend",     Category::contribution, Criterion::places_added,     25, 0, 4, false, 4, "Add 25 locations."},
    Badge{{11}, "reviewer",            "Reviewer",            Category::review,       Criterion::reviews,           5, 0, 1, false, 1, "Write 5 reviews."},
    Badge{{12}, "helpful-voice",       "Helpful Voice",       Category::review,       Criterion::upvotes,          10, 0, 2, false, 2, "Receive 10 upvotes on your reviews."},
    Badge{{13}, "expert-reviewer",     "Expert Reviewer",     Category::review,       Criterion::helpful_ratio,    25, 75, 3, false, 3, "Write 25 reviews with 75% of the votes on them for you."},
    Badge{{14}, "trusted-critic",      "Trusted Critic",      Category::review,       Criterion::helpful_ratio,    50, 80, 4, false, 4, "Write 50 reviews with 80% of the votes on them for you."},
    Badge{{15}, "review-master",       "Review Master",       Category::review,       Criterion::helpful_ratio,   100, 85, 5, false, 5, "Write 100 reviews with 85% of the votes on them for you."},
    Badge{{16}, "conversationalist",   "Conversationalist",   Category::community,    Criterion::comments,         10, 0, 1, false, 1, "Write 10 comments on the reviews of others."},
    Badge{{17}, "connector",           "Connector",           Category::community,    Criterion::followers,        10, 0, 2, false, 2, "Have 10 followers."},
    Badge{{18}, "influencer",          "Influencer",          Category::community,    Criterion::followers,        50, 0, 3, false, 3, "Have 50 followers."},
    Badge{{19}, "community-leader",    "Community Leader",    Category::community,    Criterion::followers,       100, 0, 4, false, 4, "Have 100 followers."},
    Badge{{20}, "photographer",        "Photographer",        Category::special,      Criterion::photos,           25, 0, 1, true,  1, "Upload 25 photos."},
    Badge{{21}, "quality-contributor", "Quality Contributor", Category::quality,      Criterion::places_rated,      3, 0, 1, false, 1, "Add 3 locations that are rated 4 stars or better."},
    Badge{{22}, "trusted-source",      "Trusted Source",      Category::quality,      Criterion::places_rated,      6, 0, 2, false, 2, "Add 6 locations that are rated 4 stars or better."},
    Badge{{23}, "stellar-curator",     "Stellar Curator",     Category::quality,      Criterion::places_rated,     12, 0, 3, false, 3, "Add 12 locations that are rated 4 stars or better."},
    Badge{{24}, "elite-curator",       "Elite Curator",       Category::quality,      Criterion::places_rated,     24, 0, 4, false, 4, "Add 24 locations that are rated 4 stars or better."},
    Badge{{25}, "pioneer",             "Pioneer",             Category::tenure,       Criterion::pioneer,         100, 0, 1, true,  1, "Be one of the first 100 members."},
    Badge{{26}, "ambassador",          "Ambassador",          Category::community,    Criterion::followers,       200, 0, 5, false, 5, "Have 200 followers."},
    Badge{{27}, "mission-ready",       "Mission Ready",       Category::special,      Criterion::whole_profile,     3, 0, 1, false, 0, "Complete your profile."},
};
// clang-format on

/// The same in the order in which they are shown: by category, tier and order, those of one
/// criterion together where its first one stands.
inline constexpr auto shown_order = [] {
    auto out = table;
    const auto by_rank = [](const Badge& a, const Badge& b) {
        return std::tuple(a.category, a.tier, a.order) < std::tuple(b.category, b.tier, b.order);
    };
    std::ranges::sort(out, by_rank);
    for (auto first = out.begin(); first != out.end();) {
        auto end = first + 1;
        for (auto at = end; at != out.end() && at->category == first->category; ++at) {
            if (at->criterion != first->criterion) continue;
            const auto moved = *at;
            std::copy_backward(end, at, at + 1);
            *end++ = moved;
        }
        first = end;
    }
    return out;
}();

constexpr const Badge* find_badge(BadgeId id) {
    const auto found = std::ranges::find(table, id, &Badge::id);
    return found == table.end() ? nullptr : &*found;
}

/// For what is certain to be there.
constexpr const Badge& badge_named(std::string_view slug) {
    for (const Badge& badge : table)
        if (badge.slug == slug) return badge;
    throw "no such badge";
}

inline constexpr const Badge& pioneer = badge_named("pioneer");
inline constexpr const Badge& mission_ready = badge_named("mission-ready");

}  // namespace asterism::badges
