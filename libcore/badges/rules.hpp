#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "libcore/badges/table.hpp"

namespace asterism::badges {

/// Something that a profile may have to show.
struct Requirement {
    std::string_view name;
    bool Figures::*met;
};

/// Those that a site can ask for; its policy names the ones that it does.
inline constexpr std::array requirements{
    Requirement{"bio", &Figures::bio},
    Requirement{"picture", &Figures::picture},
    Requirement{"location", &Figures::location},
};

/// What badges are judged by, beside the figures.
struct Standard {
    std::span<const std::string> wanted;  ///< names of requirements; others count for nothing
    Instant now;
};

/// How many does it take: the badge's own number, or that of the requirements.
std::int64_t threshold(const Badge& badge, const Standard& standard);

/// Whether rows can tell at any time if somebody deserves it. Who was among the first cannot be
/// told once some of them have gone: being a pioneer is judged once, and never again.
constexpr bool told_by_rows(const Badge& badge) { return badge.criterion != Criterion::pioneer; }

/// By rows. The site's own accounts deserve none.
bool deserves(const Figures& figures, const Badge& badge, const Standard& standard);

/// As it is shown, which is not the same: comments count wherever they are, and of ratings and
/// votes nobody is told how far he is.
std::int64_t progress(const Figures& figures, const Badge& badge, const Standard& standard);

/// What is to become of an account's awards.
struct Verdict {
    std::vector<BadgeId> missing;
    std::vector<BadgeId> undeserved;
};

Verdict judge(const Figures& figures, std::span<const Award> awards, const Standard& standard);

BadgeView view_of(const Badge& badge, const Standard& standard);
std::vector<BadgeId> pins_of(std::span<const Award> awards);
std::vector<EarnedBadge> earned_of(std::span<const Award> awards, const Standard& standard);

std::vector<OwnAward> own_awards(std::span<const Award> awards);

/// What its owner sees: at most one badge of a sort is in progress.
BadgeCollection arranged(const Figures& figures, std::span<const Award> awards,
                         const Standard& standard);

}  // namespace asterism::badges
