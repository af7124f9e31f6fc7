#pragma once

#include <array>
#include <vector>

#include "libcore/community/votes.hpp"
#include "libcore/places/views.hpp"

namespace asterism::places {

using ReviewId = Id<struct ReviewTag>;
using CommentId = Id<struct CommentTag>;

/// What somebody says of a place: once, and never of his own.
struct Review {
    ReviewId id;
    PlaceId place;
    AccountId account;
    int stars = 0;     ///< 1 to 5
    std::string text;  ///< with the few tags that rich() leaves; empty: none
    bool hidden = false;
    Instant created_at;
    Instant updated_at;
};

/// What somebody says of a review.
struct Comment {
    CommentId id;
    ReviewId review;
    AccountId account;
    std::string text;  ///< as a review's, and never empty
    bool hidden = false;
    Instant created_at;
    Instant updated_at;
};

/// Who wrote something, as everybody may see it.
struct Writer {
    std::string handle;
    std::string first_name;
    std::string last_name;
    std::string picture;  ///< the stored file's public name; empty: none
};

/// A review as somebody finds it.
struct FoundReview {
    Review review;
    std::string place_name = {};
    Writer writer = {};
    community::Tally votes = {};
};

struct FoundComment {
    Comment comment;
    PlaceId place;  ///< that its review is of
    Writer writer = {};
    community::Tally votes = {};
};

/// A place whose figures have moved.
struct RatedPlace {
    PlaceId place;
    AccountId owner;
};

/// A review that is no more.
struct GoneReview {
    ReviewId review;
    PlaceId place;
    std::vector<AccountId> commented = {};  ///< whose comments went with it
};

/// What becomes of an account's reviews when it goes.
struct ForgottenReviews {
    std::vector<GoneReview> gone;
    std::vector<RatedPlace> rated;
};

// Events. Those of making come with those of taking back; a place that goes tells PlaceRemoved for
// all that hung on it, and an account that goes AccountDeleted.

/// A place's mean or the number of its reviews may be another now.
struct PlaceRated {
    PlaceId place;
    AccountId owner;
};

struct ReviewWritten {
    ReviewId review;
    PlaceId place;
    AccountId account;
};

struct ReviewRemoved {
    ReviewId review;
    PlaceId place;
    AccountId account;
    std::vector<AccountId> commented = {};  ///< whose comments went with it
};

struct CommentWritten {
    CommentId comment;
    ReviewId review;
    AccountId account;
};

struct CommentRemoved {
    CommentId comment;
    ReviewId review;
    AccountId account;
};

}  // namespace asterism::places
