#include "libcore/community/follows.hpp"

#include "libcore/accounts/faults.hpp"
#include "libcore/base/page.hpp"
#include "libcore/community/faults.hpp"
#include "libcore/community/rules.hpp"

namespace asterism::community {
namespace {

constexpr std::int64_t usual_page = 20;
constexpr std::int64_t longest_page = 100;

AccountId viewer_of(const std::optional<Actor>& actor) {
    return actor ? actor->account : AccountId{};
}

/// By number, for those who show numbers.
Result<FollowPage> turned_to(std::int64_t number, const Follows& follows, AccountId account,
                             Side side, AccountId viewer, std::int64_t limit) {
    FollowPage out;
    out.count = follows.count(account, side);
    const auto page = numbered_page(out.count, limit, number);
    if (!page) return no_such_page;
    for (auto& each : follows.list(account, side, viewer, {{}, page->offset, limit}))
        out.items.push_back(std::move(each.profile));
    out.page = page->number;
    out.pages = page->pages;
    return out;
}

FollowPage read_on(FollowId after, const Follows& follows, AccountId account, Side side,
                   AccountId viewer, std::int64_t limit) {
    FollowPage out;
    out.count = follows.count(account, side);
    FollowId last;
    for (auto& each : follows.list(account, side, viewer, {after, 0, limit + 1})) {
        if (std::ssize(out.items) == limit) {
            out.next = last;
            break;
        }
        last = each.id;
        out.items.push_back(std::move(each.profile));
    }
    return out;
}

Result<FollowPage> listed(const std::optional<Actor>& actor, const accounts::Accounts& accounts,
                          const Follows& follows, Side side, const ListFollows& input) {
    const auto limit = input.limit.value_or(usual_page);
    if (limit < 1 || limit > longest_page) return field_error(bad_follow_page, "limit");
    if (input.page && input.after) return field_error(two_places, "page");
    const auto account = accounts.find_by_handle(input.handle.view());
    if (!account || !is_public(*account)) return unknown_profile;
    const auto viewer = viewer_of(actor);
    if (input.page) return turned_to(*input.page, follows, account->id, side, viewer, limit);
    return read_on(input.after.value_or(FollowId{}), follows, account->id, side, viewer, limit);
}

}  // namespace

Result<FollowView> follow_account(Now now, Actor actor, const accounts::Accounts& accounts,
                                  Follows& follows, Events& events, const ShowProfile& input) {
    const auto account = accounts.find_by_handle(input.handle.view());
    if (!account || !is_public(*account)) return unknown_profile;
    if (account->id == actor.account) return own_follow;
    const bool added = follows.add(actor.account, account->id, now.at);
    if (added) events.tell(Followed{actor.account, account->id});
    return FollowView{account->handle, true, added};
}

Result<FollowView> unfollow_account(Actor actor, const accounts::Accounts& accounts,
                                    Follows& follows, Events& events, const ShowProfile& input) {
    const auto account = accounts.find_by_handle(input.handle.view());
    if (!account) return unknown_profile;
    const bool had = follows.has(actor.account, account->id);
    follows.drop(actor.account, account->id);
    if (had) events.tell(Unfollowed{actor.account, account->id});
    return FollowView{account->handle, false, had};
}

Result<FollowView> show_follow(Actor actor, const accounts::Accounts& accounts,
                               const Follows& follows, const ShowProfile& input) {
    const auto account = accounts.find_by_handle(input.handle.view());
    if (!account || !is_public(*account)) return unknown_profile;
    return FollowView{account->handle, follows.has(actor.account, account->id), false};
}

Result<FollowPage> list_followers(std::optional<Actor> actor, const accounts::Accounts& accounts,
                                  const Follows& follows, const ListFollows& input) {
    return listed(actor, accounts, follows, Side::followers, input);
}

Result<FollowPage> list_following(std::optional<Actor> actor, const accounts::Accounts& accounts,
                                  const Follows& follows, const ListFollows& input) {
    return listed(actor, accounts, follows, Side::following, input);
}

void forget_follows(Follows& follows, const accounts::AccountDeleted& event) {
    follows.drop_all(event.account);
}

}  // namespace asterism::community
