#pragma once

#include <span>

#include "libcore/accounts/context.hpp"
#include "libcore/base/events.hpp"
#include "libcore/community/report_types.hpp"
#include "libcore/places/photo_ports.hpp"
#include "libcore/places/ports.hpp"
#include "libcore/places/review_ports.hpp"
#include "libcore/places/review_views.hpp"

namespace asterism::places {

// What people say of places. What a moderator hides is for its author and moderators alone, and no
// place's figures have it. Where an input names a place beside a review, the review must be of it.

/// What a review moves besides itself.
struct ReviewDesk {
    using Writes = void;
    Places& places;
    Visits& visits;
    Reviews& reviews;
    Events& events;
    const Photos& photos;
};

struct WriteReview {
    PlaceId place;
    int stars;
    std::optional<std::string> text = {};

    static constexpr void fields(auto&& see) {
        see("place", &WriteReview::place, "The place's number.");
        see("stars", &WriteReview::stars, "1 to 5.");
        see("text", &WriteReview::text, "Why, up to 1000 characters; few tags stay.");
    }
};

struct ThisReview {
    ReviewId review;
    std::optional<PlaceId> place = {};

    static constexpr void fields(auto&& see) {
        see("review", &ThisReview::review, "The review's number.");
        see("place", &ThisReview::place, "The place that it must be of; any if absent.");
    }
};

struct ChangeReview {
    ReviewId review;
    std::optional<PlaceId> place = {};
    std::optional<int> stars = {};
    std::optional<std::string> text = {};

    static constexpr void fields(auto&& see) {
        see("review", &ChangeReview::review, "The review's number.");
        see("place", &ChangeReview::place, "The place that it must be of; any if absent.");
        see("stars", &ChangeReview::stars, "1 to 5.");
        see("text", &ChangeReview::text, "Up to 1000 characters; empty takes it away.");
    }
};

struct WhichReviews {
    PlaceId place;
    std::optional<int> page = {};
    std::optional<bool> last = {};

    static constexpr void fields(auto&& see) {
        see("place", &WhichReviews::place, "The place's number.");
        see("page", &WhichReviews::page, "From 1, which is shown if absent.");
        see("last", &WhichReviews::last, "True: the last page, whatever its number.");
    }
};

struct WhoseReviews {
    Handle handle;
    std::optional<int> page = {};
    std::optional<bool> last = {};

    static constexpr void fields(auto&& see) {
        see("handle", &WhoseReviews::handle, "The public user name.");
        see("page", &WhoseReviews::page, "From 1, which is shown if absent.");
        see("last", &WhoseReviews::last, "True: the last page, whatever its number.");
    }
};

/// Who writes of a place has been there.
Result<ReviewView> write_review(Now now, Actor actor, ReviewDesk desk, const WriteReview& input);
Result<ReviewView> show_review(std::optional<Actor> actor, const Reviews& reviews,
                               const Photos& photos, const ThisReview& input);
Result<ReviewView> change_review(Now now, Actor actor, ReviewDesk desk, const ChangeReview& input);
/// The visit stays.
Result<ReviewGone> remove_review(const accounts::Run& run, Actor actor, ReviewDesk desk,
                                 const ThisReview& input);
/// Of a place that is not there, none.
Result<ReviewPage> list_reviews(std::optional<Actor> actor, const Reviews& reviews,
                                const Photos& photos, const WhichReviews& input);
Result<ReviewPage> list_reviews_by(std::optional<Actor> actor, const accounts::Accounts& accounts,
                                   const Reviews& reviews, const Photos& photos,
                                   const WhoseReviews& input);
/// Gives reviews that are shown together their photos.
void hang_photos(std::span<ReviewView> reviews, const Photos& photos, AccountId viewer);

/// The review as this actor may see it; it must be of that place, if one is named.
std::optional<FoundReview> seen(const Reviews& reviews, const std::optional<Actor>& actor,
                                ReviewId id, std::optional<PlaceId> place);

// Reactions.

/// A place's figures do without what is hidden.
void count_without(Reviews& reviews, Events& events, const community::Hidden& event);
/// What an account wrote goes with it, and the figures follow.
void forget_reviews(Reviews& reviews, Events& events, const accounts::AccountDeleted& event);

inline constexpr UseCases review_cases{
    use_case<&write_review>("write_review", "Reviews a place that somebody else added, once."),
    use_case<&show_review>("show_review", "Shows a review."),
    use_case<&change_review>("change_review", "Changes one's own review."),
    use_case<&remove_review>("remove_review", "Removes one's own review."),
    use_case<&list_reviews>("list_reviews", "Lists the reviews of a place, newest first."),
    use_case<&list_reviews_by>("list_reviews_by", "Lists an account's reviews, newest first."),
};

}  // namespace asterism::places
