#pragma once

#include <optional>
#include <span>
#include <vector>

#include "libcore/base/use_case.hpp"
#include "libcore/places/query.hpp"
#include "libcore/places/review_types.hpp"

namespace asterism::places {

// Lists leave out what is hidden; whoever asks for one thing learns that it is. A viewer's id of 0
// is a visitor.

class Reviews : public Stored {
public:
    /// None if there is one of that account and place already, hidden ones included, or one of both
    /// has gone, or the place is its own; the database decides.
    virtual std::optional<ReviewId> add(const Review& review) = 0;
    /// Keeps others from changing it until this run ends.
    virtual std::optional<Review> hold(ReviewId id) = 0;
    /// Its stars, its text and when that was.
    virtual void save(const Review& review) = 0;
    /// Its comments, photos and all their votes go with it. Whose comments those were.
    virtual std::vector<AccountId> remove(ReviewId id) = 0;
    /// A place's figures from its reviews, in the same moment as they change: call it after each.
    virtual std::optional<RatedPlace> recount(PlaceId place) = 0;
    /// Lets go of all that an account wrote; the figures of places have moved.
    virtual ForgottenReviews forget(AccountId account) = 0;

    virtual std::optional<FoundReview> find(ReviewId id, AccountId viewer) const = 0;
    virtual std::int64_t count(PlaceId place) const = 0;
    /// Newest first.
    virtual std::vector<FoundReview> list(PlaceId place, AccountId viewer, Slice slice) const = 0;
    /// All of several places, newest first.
    virtual std::vector<FoundReview> of_places(std::span<const PlaceId> places,
                                               AccountId viewer) const = 0;
    virtual std::int64_t count_by(AccountId account) const = 0;
    virtual std::vector<FoundReview> list_by(AccountId account, AccountId viewer,
                                             Slice slice) const = 0;
    /// All that an account wrote, hidden ones too, newest first.
    virtual std::vector<FoundReview> of(AccountId account) const = 0;
};

class Comments : public Stored {
public:
    /// None if the review or the account has gone.
    virtual std::optional<CommentId> add(const Comment& comment) = 0;
    virtual std::optional<Comment> hold(CommentId id) = 0;
    virtual void save(const Comment& comment) = 0;
    virtual void remove(CommentId id) = 0;
    virtual void forget(AccountId account) = 0;

    virtual std::optional<FoundComment> find(CommentId id, AccountId viewer) const = 0;
    virtual std::int64_t count(ReviewId review) const = 0;
    /// Oldest first.
    virtual std::vector<FoundComment> list(ReviewId review, AccountId viewer,
                                           Slice slice) const = 0;
    /// All that an account wrote, hidden ones too, newest first.
    virtual std::vector<FoundComment> of(AccountId account) const = 0;
};

/// What reviews come to in a few sentences.
struct Summary {
    std::string text;
    bool stale = true;
    std::optional<Instant> written_at = {};
    std::optional<Instant> doubted_at = {};  ///< when readers last asked for another
    std::optional<bool> helped = {};         ///< who asks, if he said so
};

struct PlaceSummary {
    PlaceId place;
    Summary summary;
};

/// What one reader thinks of one.
struct OwnOpinion {
    PlaceId place;
    std::string name;
    bool helped;

    static constexpr void fields(auto&& see) {
        see("place", &OwnOpinion::place, "The place's number.");
        see("name", &OwnOpinion::name, "What the place is called.");
        see("helped", &OwnOpinion::helped, "Whether its summary was found helpful.");
    }
};

/// What readers think of it.
struct Opinions {
    std::int64_t all = 0;
    std::int64_t bad = 0;
};

class Summaries : public Stored {
public:
    /// None without a place.
    virtual std::optional<Summary> find(PlaceId place, AccountId viewer) const = 0;
    /// Of several places, each with its place.
    virtual std::vector<PlaceSummary> of_places(std::span<const PlaceId> places,
                                                AccountId viewer) const = 0;
    /// The same, and keeps others from changing it until this run ends.
    virtual std::optional<Summary> hold(PlaceId place) = 0;
    virtual void save(PlaceId place, const Summary& summary) = 0;
    /// In place of what that account thought before; what all think now. The place is held.
    virtual Opinions judge(AccountId account, PlaceId place, bool helped, Instant at) = 0;
    virtual void forget(AccountId account) = 0;
    /// All that an account has said of summaries, by place.
    virtual std::vector<OwnOpinion> of(AccountId account) const = 0;
};

}  // namespace asterism::places
