#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "libcore/community/votes.hpp"
#include "shells/cli/demo/tables.hpp"

namespace asterism::cli::demo {

// What happened in the demo before it begins, as numbers into its own lists: nothing is stored yet.

struct Person {
    std::string handle;
    const KnownPerson* known = nullptr;  ///< null: one who only follows and votes
    Instant at;
};

struct NewPlace {
    std::string name;
    places::Spot spot;
    double elevation_metres = 0;
    places::Type type = places::Type::viewpoint;
    std::size_t owner = 0;
    std::string description = {};  ///< empty: the staff says nothing, nor vouches for it
    Instant at = {};
};

struct NewReview {
    std::size_t place;
    std::size_t author;
    int stars;
    std::string text;
    Instant at;
};

struct NewVote {
    std::size_t review;
    std::size_t voter;
    community::Choice choice;
    Instant at;
};

struct NewComment {
    std::size_t review;
    std::size_t author;
    std::string text;
    Instant at;
};

/// A visit, or a favourite with what its owner calls it.
struct Mark {
    std::size_t place;
    std::size_t person;
    std::string nickname;
    Instant at;
};

struct NewFollow {
    std::size_t followed;
    std::size_t follower;
    Instant at;
};

struct NewPhoto {
    std::size_t place;
    std::optional<std::size_t> review;  ///< it belongs to; to the place itself if none
    std::size_t author;
    std::string caption;
    int width;
    int height;
    std::uint64_t seed;
    Instant at;
};

struct PhotoVote {
    std::size_t photo;
    std::size_t voter;
    Instant at;
};

/// Nothing comes before what it needs.
struct Plan {
    std::vector<Person> people;
    std::vector<NewPlace> places;
    std::vector<NewReview> reviews;
    std::vector<NewVote> votes;
    std::vector<NewComment> comments;
    std::vector<Mark> visits;
    std::vector<Mark> favourites;
    std::vector<NewFollow> follows;
    std::vector<NewPhoto> photos;
    std::vector<PhotoVote> photo_votes;
    Instant end;
};

/// The same for the same day, and over before it.
Plan plan_until(Instant day);

}  // namespace asterism::cli::demo
