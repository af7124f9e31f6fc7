#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libcore/accounts/identity_cases.hpp"
#include "libcore/accounts/keys.hpp"
#include "libcore/accounts/own_account.hpp"
#include "libcore/badges/ports.hpp"
#include "libcore/community/follows.hpp"
#include "libcore/community/reports.hpp"
#include "libcore/community/use_cases.hpp"
#include "libcore/community/votes.hpp"
#include "libcore/crm/inquiries.hpp"
#include "libcore/crm/preferences.hpp"
#include "libcore/places/keepsakes.hpp"
#include "libcore/places/photo_ports.hpp"
#include "libcore/places/photo_views.hpp"
#include "libcore/places/review_ports.hpp"
#include "libcore/places/review_views.hpp"
#include "libcore/shop/cart_cases.hpp"
#include "libcore/shop/order_views.hpp"

namespace asterism {

/// All that is kept about somebody and may be handed to them. A module that keeps something of an
/// account has a part here.
struct OwnData {
    Instant exported_at;
    community::OwnProfile profile;
    accounts::SessionList sessions;
    accounts::KeyList keys;
    accounts::IdentityList identities;
    std::vector<std::string> following;
    std::vector<community::OwnVote> votes;
    std::vector<community::OwnReport> reports;
    std::vector<places::PlaceView> places;
    std::vector<places::FavouriteView> favourites;
    std::vector<places::VisitView> visits;
    std::vector<places::ReviewView> reviews;
    std::vector<places::CommentView> comments;
    std::vector<places::OwnOpinion> opinions;
    std::vector<places::OwnPhoto> photos;
    std::vector<badges::OwnAward> badges;
    shop::CartView cart;
    std::vector<shop::OrderView> orders;
    crm::Preferences preferences;
    std::vector<crm::OwnInquiry> inquiries;
    std::optional<Instant> terms_agreed_at;
    std::vector<std::string> files;

    static constexpr void fields(auto&& see) {
        see("exported_at", &OwnData::exported_at, "When this was put together.");
        see("profile", &OwnData::profile, "The account and what it says of itself.");
        see("sessions", &OwnData::sessions, "Where it is signed in.");
        see("keys", &OwnData::keys, "Its API keys, without their secrets.");
        see("identities", &OwnData::identities, "The other houses it signs in with.");
        see("following", &OwnData::following, "Whom it follows, by user name.");
        see("votes", &OwnData::votes, "Its votes.");
        see("reports", &OwnData::reports, "What it has reported.");
        see("places", &OwnData::places, "The places it added.");
        see("favourites", &OwnData::favourites, "Its favourites, newest first.");
        see("visits", &OwnData::visits, "Where it has been.");
        see("reviews", &OwnData::reviews, "Its reviews of places, hidden ones too.");
        see("comments", &OwnData::comments, "Its comments on reviews, hidden ones too.");
        see("opinions", &OwnData::opinions, "What it said of places' summaries.");
        see("photos", &OwnData::photos,
            "The photos it has sent. Everybody can fetch them below /media/.");
        see("badges", &OwnData::badges, "The badges it has.");
        see("cart", &OwnData::cart, "What is in its cart.");
        see("orders", &OwnData::orders, "Its orders, newest first.");
        see("preferences", &OwnData::preferences, "What mail it gets.");
        see("inquiries", &OwnData::inquiries, "What it has written to the site.");
        see("terms_agreed_at", &OwnData::terms_agreed_at, "When it last agreed to terms of use.");
        see("files", &OwnData::files, "The names of its files, which a ZIP has beside this.");
    }
};

/// Where the parts lie, beside the account itself.
struct OwnShelves {
    using Reads = void;
    const accounts::Sessions& sessions;
    const accounts::Keys& keys;
    const accounts::Identities& identities;
    const community::Profiles& profiles;
    const community::Follows& follows;
    const community::Votes& votes;
    const community::Reports& reports;
    const places::Places& places;
    const places::Favourites& favourites;
    const places::Visits& visits;
    const places::Reviews& reviews;
    const places::Comments& comments;
    const places::Summaries& summaries;
    const places::Photos& photos;
    const badges::Awards& awards;
    const shop::Carts& carts;
    shop::Shelves shop;
    const shop::Policy& policy;
    const shop::Orders& orders;
    const crm::Contacts& contacts;
    const accounts::Terms& terms;
};

Result<OwnData> export_own_data(const accounts::Run& run, Actor actor,
                                const accounts::Accounts& accounts, OwnShelves from,
                                const accounts::NoInput& input);

inline constexpr UseCases own_data_cases{
    use_case<&export_own_data>("export_own_data", "Hands out all that is kept about oneself."),
};

}  // namespace asterism
