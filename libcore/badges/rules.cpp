#include "libcore/badges/rules.hpp"

#include <algorithm>

namespace asterism::badges {
namespace {

bool is_wanted(const Requirement& requirement, const Standard& standard) {
    return std::ranges::find(standard.wanted, requirement.name) != standard.wanted.end();
}

std::int64_t wanted_count(const Standard& standard) {
    return std::ranges::count_if(
        requirements, [&](const Requirement& each) { return is_wanted(each, standard); });
}

std::int64_t met_count(const Figures& figures, const Standard& standard) {
    return std::ranges::count_if(requirements, [&](const Requirement& each) {
        return figures.*each.met && is_wanted(each, standard);
    });
}

std::int64_t days_since(Instant then, Instant now) {
    return std::chrono::floor<std::chrono::days>(now - then).count();
}

/// How many of what the badge counts.
std::int64_t amount(const Figures& figures, Criterion criterion, const Standard& standard) {
    switch (criterion) {
        case Criterion::visits: return figures.visits;
        case Criterion::places_added: return figures.places_added;
        case Criterion::places_rated: return figures.places_rated;
        case Criterion::reviews:
        case Criterion::helpful_ratio: return figures.reviews;
        case Criterion::upvotes: return figures.upvotes;
        case Criterion::comments: return figures.comments_for;
        case Criterion::followers: return figures.followers;
        case Criterion::photos: return figures.photos;
        case Criterion::whole_profile: return met_count(figures, standard);
        case Criterion::tenure_days: return days_since(figures.joined_at, standard.now);
        case Criterion::pioneer: return 0;
    }
    return 0;
}

bool is_helpful(const Figures& figures, std::int64_t percent) {
    const auto votes = figures.upvotes + figures.downvotes;
    return votes > 0 && 100 * figures.upvotes >= percent * votes;
}

const Award* award_of(std::span<const Award> awards, BadgeId badge) {
    const auto found = std::ranges::find(awards, badge, &Award::badge);
    return found == awards.end() ? nullptr : &*found;
}

}  // namespace

std::int64_t threshold(const Badge& badge, const Standard& standard) {
    return badge.criterion == Criterion::whole_profile ? wanted_count(standard) : badge.value;
}

bool deserves(const Figures& figures, const Badge& badge, const Standard& standard) {
    if (figures.system || !told_by_rows(badge)) return false;
    const auto needed = threshold(badge, standard);
    if (needed == 0 || amount(figures, badge.criterion, standard) < needed) return false;
    return badge.criterion != Criterion::helpful_ratio || is_helpful(figures, badge.percent);
}

std::int64_t progress(const Figures& figures, const Badge& badge, const Standard& standard) {
    switch (badge.criterion) {
        case Criterion::places_rated:
        case Criterion::upvotes:
        case Criterion::helpful_ratio:
        case Criterion::pioneer: return 0;
        case Criterion::comments: return figures.comments;
        default: return amount(figures, badge.criterion, standard);
    }
}

Verdict judge(const Figures& figures, std::span<const Award> awards, const Standard& standard) {
    Verdict out;
    for (const Badge& badge : table) {
        if (!told_by_rows(badge)) continue;
        const bool has = award_of(awards, badge.id) != nullptr;
        const bool due = deserves(figures, badge, standard);
        if (due && !has) out.missing.push_back(badge.id);
        if (has && !due) out.undeserved.push_back(badge.id);
    }
    return out;
}

BadgeView view_of(const Badge& badge, const Standard& standard) {
    return {badge.id,
            std::string(badge.slug),
            std::string(badge.name),
            std::string(badge.description),
            badge.category,
            badge.tier,
            badge.rare,
            threshold(badge, standard)};
}

std::vector<BadgeId> pins_of(std::span<const Award> awards) {
    std::vector<Award> pinned;
    std::ranges::copy_if(awards, std::back_inserter(pinned),
                         [](const Award& each) { return each.pinned.has_value(); });
    std::ranges::sort(pinned, {}, &Award::pinned);
    std::vector<BadgeId> out;
    for (const Award& each : pinned) out.push_back(each.badge);
    return out;
}

std::vector<EarnedBadge> earned_of(std::span<const Award> awards, const Standard& standard) {
    std::vector<EarnedBadge> out;
    for (const Award& award : awards)
        if (const auto* badge = find_badge(award.badge))
            out.push_back({view_of(*badge, standard), award.earned_at});
    return out;
}

std::vector<OwnAward> own_awards(std::span<const Award> awards) {
    std::vector<OwnAward> out;
    for (const Award& award : awards)
        if (const auto* badge = find_badge(award.badge))
            out.push_back({std::string(badge->slug), award.earned_at, award.pinned.has_value()});
    return out;
}

BadgeCollection arranged(const Figures& figures, std::span<const Award> awards,
                         const Standard& standard) {
    BadgeCollection out;
    const Badge* under_way = nullptr;
    for (const Badge& badge : shown_order) {
        auto view = view_of(badge, standard);
        if (const auto* award = award_of(awards, badge.id)) {
            out.earned.push_back({std::move(view), award->earned_at});
            continue;
        }
        const bool another = under_way && under_way->category == badge.category &&
                             under_way->criterion == badge.criterion;
        const auto done = progress(figures, badge, standard);
        if (another || done <= 0 || done >= view.threshold) {
            out.locked.push_back(std::move(view));
            continue;
        }
        under_way = &badge;
        const auto percentage = 100 * done / view.threshold;
        out.in_progress.push_back({std::move(view), done, percentage});
    }
    out.pinned = pins_of(awards);
    return out;
}

}  // namespace asterism::badges
