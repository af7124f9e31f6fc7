#include "tests/fakes/memory_follows.hpp"

#include <algorithm>

#include "libcore/community/rules.hpp"

namespace asterism::tests {

using community::FollowedProfile;
using community::FollowWindow;
using community::PublicProfile;
using community::Side;

namespace {

const accounts::Account* account_of(const Tables& tables, AccountId id) {
    for (const AccountRow& row : tables.accounts)
        if (id && row.account.id == id) return &row.account;
    return nullptr;
}

bool follows(const Tables& tables, AccountId follower, AccountId followed) {
    return std::ranges::any_of(tables.follows, [&](const FollowRow& row) {
        return row.follower == follower && row.followed == followed;
    });
}

/// The other ends of an account's follows that have a public profile, the newest first.
std::vector<std::pair<community::FollowId, AccountId>> ends(const Tables& tables, AccountId account,
                                                            Side side) {
    std::vector<std::pair<community::FollowId, AccountId>> out;
    for (const auto& [id, follower, followed] : tables.follows) {
        const bool theirs = side == Side::followers;
        if ((theirs ? followed : follower) != account) continue;
        const auto other = theirs ? follower : followed;
        const auto* found = account_of(tables, other);
        if (found && community::is_public(*found)) out.emplace(out.begin(), id, other);
    }
    return out;
}

}  // namespace

std::vector<std::int64_t> pinned_by(const Tables& tables, AccountId account) {
    std::map<int, std::int64_t> out;
    for (const auto& [key, award] : tables.awards)
        if (key.first == account.value && award.pinned) out[*award.pinned] = key.second;
    std::vector<std::int64_t> in_order;
    for (const auto& [place, badge] : out) in_order.push_back(badge);
    return in_order;
}

std::optional<PublicProfile> public_profile(const Tables& tables, AccountId id, AccountId viewer) {
    const auto* account = account_of(tables, id);
    if (!account) return std::nullopt;
    PublicProfile out;
    out.id = id;
    out.handle = account->handle;
    out.pinned_badges = pinned_by(tables, id);
    out.first_name = account->first_name;
    out.last_name = account->last_name;
    out.joined_at = account->created_at;
    if (const auto said = tables.profiles.find(id.value); said != tables.profiles.end()) {
        const community::Profile& profile = said->second;
        const auto mark = tables.hidden_profiles.find(id.value);
        if (mark == tables.hidden_profiles.end() || !mark->second) {
            out.bio = profile.bio;
            out.location = profile.location;
            if (!profile.picture.empty()) out.picture = profile.picture;
        }
        out.verified = profile.verified;
    }
    out.stats.reviews = std::ranges::count_if(tables.reviews, [&](const auto& each) {
        return each.second.account == id && !each.second.hidden;
    });
    out.stats.places_reviewed = out.stats.reviews;
    out.stats.favourites = std::ranges::count_if(
        tables.favourites, [&](const places::Favourite& each) { return each.account == id; });
    out.stats.helpful_votes = std::ranges::count_if(tables.votes, [&](const auto& vote) {
        return vote.author == id && vote.subject.kind.view() == "review" &&
               vote.choice == community::Choice::up;
    });
    out.stats.followers = std::ssize(ends(tables, id, Side::followers));
    out.stats.following = std::ssize(ends(tables, id, Side::following));
    if (viewer && viewer != id) out.followed = follows(tables, viewer, id);
    return out;
}

bool MemoryFollows::add(AccountId follower, AccountId followed, Instant) {
    return calls_.write([&] {
        const auto* other = account_of(tables_, followed);
        if (!other || !community::is_public(*other) || !account_of(tables_, follower)) return false;
        if (follows(tables_, follower, followed)) return false;
        tables_.follows.push_back({{++tables_.last_follow}, follower, followed});
        return true;
    });
}

void MemoryFollows::drop(AccountId follower, AccountId followed) {
    calls_.write([&] {
        std::erase_if(tables_.follows, [&](const FollowRow& row) {
            return row.follower == follower && row.followed == followed;
        });
    });
}

void MemoryFollows::drop_all(AccountId account) {
    calls_.write([&] {
        std::erase_if(tables_.follows, [&](const FollowRow& row) {
            return row.follower == account || row.followed == account;
        });
    });
}

bool MemoryFollows::has(AccountId follower, AccountId followed) const {
    return calls_.read([&] { return follows(tables_, follower, followed); });
}

std::int64_t MemoryFollows::count(AccountId account, Side side) const {
    return calls_.read([&] { return std::ssize(ends(tables_, account, side)); });
}

std::vector<FollowedProfile> MemoryFollows::list(AccountId account, Side side, AccountId viewer,
                                                 const FollowWindow& window) const {
    return calls_.read([&] {
        std::vector<FollowedProfile> out;
        auto passed = window.offset;
        for (const auto& [id, other] : ends(tables_, account, side)) {
            if (window.before && id >= window.before) continue;
            if (passed-- > 0 || std::ssize(out) == window.limit) continue;
            out.push_back({id, *public_profile(tables_, other, viewer)});
        }
        return out;
    });
}

}  // namespace asterism::tests
