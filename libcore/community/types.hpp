#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "libcore/accounts/types.hpp"

namespace asterism::community {

enum class Units : std::uint8_t { metric, imperial };

constexpr auto names(Units) {
    return std::array{std::pair{Units::metric, std::string_view{"metric"}},
                      std::pair{Units::imperial, std::string_view{"imperial"}}};
}

/// What an account shows of itself. Every account has one: the empty one until it says something.
struct Profile {
    AccountId account;
    std::string bio;
    std::string location;  ///< in its owner's words
    Units units = Units::metric;
    std::string picture;    ///< the stored file's public name; empty: none
    bool verified = false;  ///< the staff's mark, which nobody can give to himself
};

/// Told when something of it is said or shown anew.
struct ProfileChanged {
    AccountId account;
};

// Inputs and views.

struct ShowProfile {
    Handle handle;

    static constexpr void fields(auto&& see) {
        see("handle", &ShowProfile::handle, "The public user name.");
    }
};

/// What others counted.
struct ProfileStats {
    std::int64_t reviews = 0;
    std::int64_t places_reviewed = 0;
    std::int64_t favourites = 0;
    std::int64_t helpful_votes = 0;
    std::int64_t followers = 0;
    std::int64_t following = 0;

    static constexpr void fields(auto&& see) {
        see("reviews", &ProfileStats::reviews, "Reviews it wrote.");
        see("places_reviewed", &ProfileStats::places_reviewed, "Places it wrote them of.");
        see("favourites", &ProfileStats::favourites, "Places it marked as favourites.");
        see("helpful_votes", &ProfileStats::helpful_votes, "Votes that its reviews got.");
        see("followers", &ProfileStats::followers, "Accounts that follow it.");
        see("following", &ProfileStats::following, "Accounts that it follows.");
    }
};

/// What everybody may see: never the address.
struct PublicProfile {
    AccountId id;
    std::string handle;
    std::string first_name;
    std::string last_name;
    Instant joined_at;
    std::string bio;
    std::string location;
    std::optional<std::string> picture;
    bool verified = false;
    ProfileStats stats;
    std::vector<std::int64_t> pinned_badges;
    std::optional<bool> followed;

    static constexpr void fields(auto&& see) {
        see("id", &PublicProfile::id, "The account's number.");
        see("handle", &PublicProfile::handle, "The public user name.");
        see("first_name", &PublicProfile::first_name, "The person's first name, or empty.");
        see("last_name", &PublicProfile::last_name, "The person's last name, or empty.");
        see("joined_at", &PublicProfile::joined_at, "When it was registered.");
        see("bio", &PublicProfile::bio, "What it says of itself.");
        see("location", &PublicProfile::location, "Where it says to be at home.");
        see("picture", &PublicProfile::picture, "The name of its picture below /media/, or null.");
        see("verified", &PublicProfile::verified, "The staff vouches for it.");
        see("stats", &PublicProfile::stats, "What others counted.");
        see("pinned_badges", &PublicProfile::pinned_badges, "Badges it shows first.");
        see("followed", &PublicProfile::followed,
            "Whether who asks follows it; null for visitors and for oneself.");
    }
};

/// What only its owner sees.
struct OwnProfile {
    accounts::AccountView account;
    std::string bio;
    std::string location;
    Units units = Units::metric;
    std::optional<std::string> picture;
    bool verified = false;
    bool has_password = false;
    std::vector<std::int64_t> pinned_badges;

    static constexpr void fields(auto&& see) {
        see("account", &OwnProfile::account, "Who it belongs to.");
        see("bio", &OwnProfile::bio, "What it says of itself.");
        see("location", &OwnProfile::location, "Where it says to be at home.");
        see("units", &OwnProfile::units, "What its owner measures in.");
        see("picture", &OwnProfile::picture, "The name of its picture below /media/, or null.");
        see("verified", &OwnProfile::verified, "The staff vouches for it.");
        see("has_password", &OwnProfile::has_password,
            "False where its owner signs in at another house only.");
        see("pinned_badges", &OwnProfile::pinned_badges, "Badges it shows first.");
    }
};

/// Who asks, for a client that wants to know before it shows anything.
struct Presence {
    std::optional<OwnProfile> profile;

    static constexpr void fields(auto&& see) {
        see("profile", &Presence::profile, "Who is signed in, or null.");
    }
};

struct UpdateProfile {
    std::optional<std::string> bio = {};
    std::optional<std::string> location = {};
    std::optional<Units> units = {};

    static constexpr void fields(auto&& see) {
        see("bio", &UpdateProfile::bio, "Up to 500 characters; empty takes it away.");
        see("location", &UpdateProfile::location, "Up to 100 characters on one line.");
        see("units", &UpdateProfile::units, "What its owner measures in.");
    }
};

struct MarkProfile {
    Handle handle;
    bool verified = false;

    static constexpr void fields(auto&& see) {
        see("handle", &MarkProfile::handle, "The public user name.");
        see("verified", &MarkProfile::verified, "Whether the staff vouches for it.");
    }
};

}  // namespace asterism::community
