#include "tests/fakes/memory_badges.hpp"

#include <algorithm>
#include <set>

namespace asterism::tests {
namespace {

using badges::Award;
using badges::BadgeId;
using badges::EarlyBird;
using badges::Figures;

const accounts::Account* find(const Tables& tables, AccountId id) {
    for (const auto& row : tables.accounts)
        if (row.account.id == id) return &row.account;
    return nullptr;
}

std::int64_t votes(const Tables& tables, AccountId author, community::Choice choice) {
    return std::ranges::count_if(tables.votes, [&](const community::Vote& each) {
        return each.author == author && each.choice == choice &&
               each.subject.kind.view() == "review";
    });
}

void count_places(const Tables& tables, AccountId account, Figures& out) {
    for (const auto& [who, at] : tables.visits) out.visits += who.first == account.value ? 1 : 0;
    for (const auto& [id, place] : tables.places) {
        if (place.added_by != account) continue;
        ++out.places_added;
        if (place.rating.value_or(0) >= 3.995) ++out.places_rated;
    }
}

void count_words(const Tables& tables, AccountId account, Figures& out) {
    for (const auto& [id, review] : tables.reviews) out.reviews += review.account == account;
    for (const auto& [id, comment] : tables.comments) {
        if (comment.account != account) continue;
        ++out.comments;
        if (tables.reviews.at(comment.review.value).account != account) ++out.comments_for;
    }
}

std::vector<const accounts::Account*> people(const Tables& tables) {
    std::vector<const accounts::Account*> out;
    for (const auto& row : tables.accounts)
        if (!row.account.system) out.push_back(&row.account);
    std::ranges::sort(out, [](const auto* a, const auto* b) {
        return std::pair(a->created_at, a->id) < std::pair(b->created_at, b->id);
    });
    return out;
}

}  // namespace

std::optional<Figures> MemoryDeeds::of(AccountId account) const {
    return calls_.read([&]() -> std::optional<Figures> {
        const auto* found = find(tables_, account);
        if (!found) return std::nullopt;
        Figures out;
        out.joined_at = found->created_at;
        out.system = found->system;
        count_places(tables_, account, out);
        count_words(tables_, account, out);
        out.photos = std::ranges::count_if(
            tables_.photos, [&](const PhotoRow& row) { return row.photo.account == account; });
        out.upvotes = votes(tables_, account, community::Choice::up);
        out.downvotes = votes(tables_, account, community::Choice::down);
        out.followers = std::ranges::count(tables_.follows, account, &FollowRow::followed);
        if (const auto at = tables_.profiles.find(account.value); at != tables_.profiles.end()) {
            out.bio = !at->second.bio.empty();
            out.picture = !at->second.picture.empty();
            out.location = !at->second.location.empty();
        }
        return out;
    });
}

std::int64_t MemoryDeeds::visits_since(AccountId account, Instant since) const {
    return calls_.read([&] {
        return static_cast<std::int64_t>(
            std::ranges::count_if(tables_.visits, [&](const auto& each) {
                return each.first.first == account.value && each.second > since;
            }));
    });
}

std::int64_t MemoryDeeds::rank(AccountId account, std::int64_t most) const {
    return calls_.read([&]() -> std::int64_t {
        const auto* me = find(tables_, account);
        if (!me || me->system) return 0;
        const auto all = people(tables_);
        return std::min<std::int64_t>(most + 1, std::ranges::count_if(all, [&](const auto* each) {
                                          return each->created_at <= me->created_at;
                                      }));
    });
}

std::vector<EarlyBird> MemoryDeeds::first(std::int64_t most) const {
    return calls_.read([&] {
        std::vector<EarlyBird> out;
        for (const auto* each : people(tables_)) {
            if (std::ssize(out) == most) break;
            out.push_back({each->id, each->handle, each->email_verified_at.has_value()});
        }
        return out;
    });
}

std::vector<AccountId> MemoryDeeds::seasoned(BadgeId lacked, Instant since,
                                             std::int64_t limit) const {
    return calls_.read([&] {
        std::vector<AccountId> out;
        for (const auto& [account, hash] : tables_.accounts)
            if (!account.system && account.created_at <= since && std::ssize(out) < limit &&
                !tables_.awards.contains({account.id.value, lacked.value}))
                out.push_back(account.id);
        return out;
    });
}

std::vector<AccountId> MemoryDeeds::touched_by(AccountId account) const {
    return calls_.read([&] {
        std::set<AccountId> out;
        for (const auto& each : tables_.follows)
            if (each.follower == account) out.insert(each.followed);
        for (const auto& each : tables_.votes)
            if (each.voter == account && each.author && each.subject.kind.view() == "review")
                out.insert(*each.author);
        for (const auto& [who, at] : tables_.visits)
            if (tables_.places.at(who.second).added_by == account) out.insert({who.first});
        const auto owner = [&](places::PlaceId id) { return tables_.places.at(id.value).added_by; };
        for (const auto& [id, review] : tables_.reviews) {
            if (owner(review.place) == account) out.insert(review.account);
            if (review.account == account) out.insert(owner(review.place));
        }
        for (const auto& [id, comment] : tables_.comments) {
            const auto& review = tables_.reviews.at(comment.review.value);
            if (review.account == account || owner(review.place) == account)
                out.insert(comment.account);
        }
        for (const auto& row : tables_.photos)
            if (owner(row.photo.place) == account && row.photo.account)
                out.insert(*row.photo.account);
        out.erase(account);
        return std::vector(out.begin(), out.end());
    });
}

std::vector<Award> MemoryAwards::of(AccountId account) const {
    return calls_.read([&] {
        std::vector<Award> out;
        for (const auto& [key, award] : tables_.awards)
            if (key.first == account.value) out.push_back(award);
        std::ranges::sort(out, [](const Award& a, const Award& b) {
            return std::pair(a.earned_at, a.badge) > std::pair(b.earned_at, b.badge);
        });
        return out;
    });
}

std::vector<Award> MemoryAwards::hold(AccountId account) {
    calls_.write([] {});
    return of(account);
}

bool MemoryAwards::add(AccountId account, BadgeId badge, Instant at) {
    return calls_.write([&] {
        return find(tables_, account) &&
               tables_.awards.emplace(std::pair(account.value, badge.value), Award{badge, at})
                   .second;
    });
}

bool MemoryAwards::drop(AccountId account, BadgeId badge) {
    return calls_.write([&] { return tables_.awards.erase({account.value, badge.value}) > 0; });
}

void MemoryAwards::drop_all(AccountId account) {
    calls_.write([&] {
        std::erase_if(tables_.awards,
                      [&](const auto& each) { return each.first.first == account.value; });
    });
}

bool MemoryAwards::pin(AccountId account, std::span<const BadgeId> badges) {
    return calls_.write([&] {
        for (auto& [key, award] : tables_.awards)
            if (key.first == account.value) award.pinned.reset();
        int place = 0;
        for (const BadgeId badge : badges) {
            const auto at = tables_.awards.find({account.value, badge.value});
            if (at == tables_.awards.end()) return false;
            at->second.pinned = ++place;
        }
        return true;
    });
}

}  // namespace asterism::tests
