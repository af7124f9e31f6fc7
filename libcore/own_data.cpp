#include "libcore/own_data.hpp"

#include <limits>
#include <utility>

#include "libcore/badges/rules.hpp"

namespace asterism {
namespace {

void add_places(OwnData& out, AccountId account, const OwnShelves& from) {
    for (auto& each : from.places.owned_by(account))
        out.places.push_back(places::view_of(std::move(each)));
    for (auto& each : from.favourites.list(account, {std::numeric_limits<std::int64_t>::max(), 0}))
        out.favourites.push_back(places::view_of(std::move(each)));
    for (auto& [place, name, at] : from.visits.list(account))
        out.visits.push_back({place, std::move(name), at});
    for (auto& each : from.reviews.of(account))
        out.reviews.push_back(places::view_of(std::move(each)));
    for (auto& each : from.comments.of(account))
        out.comments.push_back(places::view_of(std::move(each)));
    out.opinions = from.summaries.of(account);
}

}  // namespace

Result<OwnData> export_own_data(const accounts::Run& run, Actor actor,
                                const accounts::Accounts& accounts, OwnShelves from,
                                const accounts::NoInput& input) {
    auto profile = community::own_profile(actor, accounts, from.profiles, input);
    if (!profile) return profile.error();
    auto identities = accounts::list_identities(run.policy, actor, from.identities, input);
    if (!identities) return identities.error();
    OwnData out;
    out.exported_at = run.now.at;
    out.profile = *std::move(profile);
    out.identities = *std::move(identities);
    if (auto sessions = accounts::list_sessions(run.now, actor, from.sessions, input))
        out.sessions = *std::move(sessions);
    if (auto keys = accounts::list_keys(actor, from.keys, input)) out.keys = *std::move(keys);
    for (auto& each : from.follows.list(actor.account, community::Side::following, {},
                                        {{}, 0, std::numeric_limits<std::int64_t>::max()}))
        out.following.push_back(std::move(each.profile.handle));
    out.votes = from.votes.of(actor.account);
    out.reports = from.reports.of(actor.account);
    add_places(out, actor.account, from);
    out.badges = badges::own_awards(from.awards.of(actor.account));
    if (auto cart = shop::show_cart(run, actor, from.carts, from.shop, from.policy, {}))
        out.cart = *std::move(cart);
    for (const auto& each :
         from.orders.list(actor.account, {{}, std::numeric_limits<std::int64_t>::max()}))
        out.orders.push_back(shop::view_of(each, {}));
    if (out.profile.picture) out.files.push_back(*out.profile.picture);
    for (auto& each : from.photos.of(actor.account))
        out.photos.push_back({each.id, each.place, each.review, std::move(each.file),
                              std::move(each.caption), each.created_at});
    out.preferences = *crm::show_preferences(actor, from.contacts, input);
    for (auto& each : from.contacts.inquiries(actor.account))
        out.inquiries.push_back(
            {std::move(each.name), std::move(each.email), std::move(each.message), each.at});
    out.terms_agreed_at = from.terms.last_agreed(actor.account);
    run.trail.note({"data_exported", true, actor.account, out.profile.account.handle});
    return out;
}

}  // namespace asterism
