#include "shells/store/public_profiles.hpp"

namespace asterism::store {

community::PublicProfile public_profile(PublicRow&& row, AccountId viewer) {
    auto& [id, handle, first_name, last_name, joined_at, bio, location, picture, verified, hidden,
           reviews, favourites, helpful, followers, following, followed, first, second, third] =
        row;
    community::PublicProfile out;
    out.id = id;
    out.handle = std::move(handle);
    out.first_name = std::move(first_name);
    out.last_name = std::move(last_name);
    out.joined_at = joined_at;
    if (!hidden) {  // what it says, but not that it is there
        out.bio = std::move(bio);
        out.location = std::move(location);
        if (!picture.empty()) out.picture = std::move(picture);
    }
    out.verified = verified;
    out.stats.reviews = out.stats.places_reviewed = reviews;  // one of each place
    out.stats.favourites = favourites;
    out.stats.helpful_votes = helpful;
    out.stats.followers = followers;
    out.stats.following = following;
    for (const auto& pinned : {first, second, third})
        if (pinned) out.pinned_badges.push_back(*pinned);
    if (viewer && viewer != id) out.followed = followed;
    return out;
}

}  // namespace asterism::store
