#pragma once

#include "libcore/accounts/context.hpp"
#include "libcore/base/events.hpp"
#include "libcore/community/ports.hpp"

namespace asterism::community {

// Who follows whom. Nobody follows himself, the site's own accounts or those that are locked.

using FollowId = Id<struct FollowTag>;

/// Told once, when somebody begins to follow.
struct Followed {
    AccountId follower;
    AccountId followed;
};

/// Told once, when somebody follows no longer.
struct Unfollowed {
    AccountId follower;
    AccountId followed;
};

/// The two ends of a follow.
enum class Side : std::uint8_t { followers, following };

/// Which of them: those before one of the list (an id of 0: from the newest on), some passed over.
struct FollowWindow {
    FollowId before;
    std::int64_t offset = 0;
    std::int64_t limit = 0;
};

struct FollowedProfile {
    FollowId id;
    PublicProfile profile;
};

class Follows : public Stored {
public:
    /// False if it is so already, or one of them has gone; the database decides.
    virtual bool add(AccountId follower, AccountId followed, Instant at) = 0;
    virtual void drop(AccountId follower, AccountId followed) = 0;
    /// Those of an account that goes, on both ends.
    virtual void drop_all(AccountId account) = 0;
    virtual bool has(AccountId follower, AccountId followed) const = 0;
    /// Only accounts that have a public profile are counted and listed.
    virtual std::int64_t count(AccountId account, Side side) const = 0;
    /// The newest first, as `viewer` sees them; an id of 0 is a visitor.
    virtual std::vector<FollowedProfile> list(AccountId account, Side side, AccountId viewer,
                                              const FollowWindow& window) const = 0;
};

// Inputs and views.

struct FollowView {
    std::string handle;
    bool followed = false;
    bool changed = false;

    static constexpr void fields(auto&& see) {
        see("handle", &FollowView::handle, "Whom it is about.");
        see("followed", &FollowView::followed, "Whether who asks follows it.");
        see("changed", &FollowView::changed, "Whether it was otherwise before.");
    }
};

struct ListFollows {
    Handle handle;
    std::optional<FollowId> after;
    std::optional<std::int64_t> page;
    std::optional<std::int64_t> limit;

    static constexpr void fields(auto&& see) {
        see("handle", &ListFollows::handle, "The public user name.");
        see("after", &ListFollows::after, "The `next` of the page before; the first page without.");
        see("page", &ListFollows::page,
            "Instead of `after`: the page of that number, from 1; -1 is the last.");
        see("limit", &ListFollows::limit,
            "The most profiles on a page, 1 to 100; 20 if not given.");
    }
};

struct FollowPage {
    std::vector<PublicProfile> items;
    std::optional<FollowId> next;
    std::int64_t count = 0;
    std::optional<std::int64_t> page;
    std::optional<std::int64_t> pages;

    static constexpr void fields(auto&& see) {
        see("items", &FollowPage::items, "Profiles, the newest follow first.");
        see("next", &FollowPage::next, "Ask for more after this one; null at the end.");
        see("count", &FollowPage::count, "How many there are on all pages.");
        see("page", &FollowPage::page, "The number of this page, if one was asked for.");
        see("pages", &FollowPage::pages, "How many pages there are, if one was asked for.");
    }
};

/// Following whom one follows already is no fault.
Result<FollowView> follow_account(Now now, Actor actor, const accounts::Accounts& accounts,
                                  Follows& follows, Events& events, const ShowProfile& input);
/// Nor is leaving whom one does not follow.
Result<FollowView> unfollow_account(Actor actor, const accounts::Accounts& accounts,
                                    Follows& follows, Events& events, const ShowProfile& input);
Result<FollowView> show_follow(Actor actor, const accounts::Accounts& accounts,
                               const Follows& follows, const ShowProfile& input);
Result<FollowPage> list_followers(std::optional<Actor> actor, const accounts::Accounts& accounts,
                                  const Follows& follows, const ListFollows& input);
Result<FollowPage> list_following(std::optional<Actor> actor, const accounts::Accounts& accounts,
                                  const Follows& follows, const ListFollows& input);

void forget_follows(Follows& follows, const accounts::AccountDeleted& event);

inline constexpr UseCases follow_cases{
    use_case<&follow_account>("follow_account", "Follows an account."),
    use_case<&unfollow_account>("unfollow_account", "Follows an account no longer."),
    use_case<&show_follow>("show_follow", "Tells whether one follows an account."),
    use_case<&list_followers>("list_followers", "Lists who follows an account."),
    use_case<&list_following>("list_following", "Lists whom an account follows."),
};

}  // namespace asterism::community
