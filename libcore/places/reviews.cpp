#include "libcore/places/reviews.hpp"

#include <algorithm>

#include "libcore/base/text.hpp"
#include "libcore/community/faults.hpp"
#include "libcore/community/rules.hpp"
#include "libcore/places/faults.hpp"
#include "libcore/places/finding.hpp"
#include "libcore/places/rules.hpp"

namespace asterism::places {
namespace {

constexpr std::size_t longest_text = 1'000;

AccountId viewer(const std::optional<Actor>& actor) { return actor ? actor->account : AccountId{}; }

std::optional<Error> refusal(std::optional<int> stars, const std::optional<std::string>& text) {
    if (stars && (*stars < 1 || *stars > 5)) return field_error(bad_stars, "stars");
    if (text && !fits(trimmed(*text), longest_text, true))
        return field_error(bad_review_text, "text");
    return std::nullopt;
}

void recount(ReviewDesk desk, PlaceId place) {
    if (const auto rated = desk.reviews.recount(place))
        desk.events.tell(PlaceRated{rated->place, rated->owner});
}

/// To be changed by its author.
Result<Review> held(Reviews& reviews, ReviewId id, std::optional<PlaceId> place) {
    auto review = reviews.hold(id);
    if (!review || (place && review->place != *place)) return unknown_review;
    return *std::move(review);
}

ReviewView with_photos(FoundReview&& found, const Photos& photos, AccountId viewer) {
    auto out = view_of(std::move(found));
    hang_photos({&out, 1}, photos, viewer);
    return out;
}

ReviewView shown(ReviewDesk desk, ReviewId id, const Actor& actor) {
    return with_photos(desk.reviews.find(id, actor.account).value(), desk.photos, actor.account);
}

}  // namespace

void hang_photos(std::span<ReviewView> reviews, const Photos& photos, AccountId viewer) {
    std::vector<ReviewId> ids;
    for (const ReviewView& each : reviews) ids.push_back(each.id);
    for (auto& shown : photos.of_reviews(ids, viewer)) {
        auto view = view_of(std::move(shown));
        const auto at = std::ranges::find(reviews, *view.review, &ReviewView::id);
        if (at != reviews.end()) at->photos.push_back(std::move(view));
    }
}

std::optional<FoundReview> seen(const Reviews& reviews, const std::optional<Actor>& actor,
                                ReviewId id, std::optional<PlaceId> place) {
    auto found = reviews.find(id, viewer(actor));
    if (!found || (place && found->review.place != *place)) return std::nullopt;
    if (found->review.hidden && !may_see_hidden(found->review.account, actor)) return std::nullopt;
    return found;
}

Result<ReviewView> write_review(Now now, Actor actor, ReviewDesk desk, const WriteReview& input) {
    if (auto error = refusal(input.stars, input.text)) return *std::move(error);
    const auto place = desk.places.hold(input.place);
    if (!place) return unknown_place;
    if (place->added_by == actor.account) return own_place;
    const auto id = desk.reviews.add({{},
                                      place->id,
                                      actor.account,
                                      input.stars,
                                      rich(input.text.value_or("")),
                                      false,
                                      now.at,
                                      now.at});
    if (!id) return reviewed_already;
    desk.events.tell(ReviewWritten{*id, place->id, actor.account});
    if (desk.visits.add(actor.account, place->id, now.at))
        desk.events.tell(PlaceVisited{place->id, actor.account});
    recount(desk, place->id);
    return shown(desk, *id, actor);
}

Result<ReviewView> show_review(std::optional<Actor> actor, const Reviews& reviews,
                               const Photos& photos, const ThisReview& input) {
    auto found = seen(reviews, actor, input.review, input.place);
    if (!found) return unknown_review;
    return with_photos(*std::move(found), photos, viewer(actor));
}

Result<ReviewView> change_review(Now now, Actor actor, ReviewDesk desk, const ChangeReview& input) {
    auto review = held(desk.reviews, input.review, input.place);
    if (!review) return review.error();
    if (review->account != actor.account) return review->hidden ? unknown_review : not_your_review;
    if (auto error = refusal(input.stars, input.text)) return *std::move(error);
    review->stars = input.stars.value_or(review->stars);
    if (input.text) review->text = rich(*input.text);
    review->updated_at = now.at;
    desk.reviews.save(*review);
    recount(desk, review->place);
    return shown(desk, review->id, actor);
}

Result<ReviewGone> remove_review(const accounts::Run& run, Actor actor, ReviewDesk desk,
                                 const ThisReview& input) {
    const auto review = held(desk.reviews, input.review, input.place);
    if (!review) return review.error();
    const bool own = review->account == actor.account;
    if (!own && actor.role < Role::staff) return review->hidden ? unknown_review : not_your_review;
    auto commented = desk.reviews.remove(review->id);
    desk.events.tell(
        ReviewRemoved{review->id, review->place, review->account, std::move(commented)});
    recount(desk, review->place);
    if (!own)
        run.trail.note({"review_removed", true, actor.account, "",
                        "review=" + std::to_string(review->id.value)});
    return ReviewGone{};
}

Result<ReviewPage> list_reviews(std::optional<Actor> actor, const Reviews& reviews,
                                const Photos& photos, const WhichReviews& input) {
    const auto count = reviews.count(input.place);
    const auto slice = page_of(count, input.page, input.last.value_or(false));
    if (!slice) return slice.error();
    ReviewPage out{count, slice->offset / slice->limit + 1, pages_of(count), {}};
    for (auto& each : reviews.list(input.place, viewer(actor), *slice))
        out.reviews.push_back(view_of(std::move(each)));
    hang_photos(out.reviews, photos, viewer(actor));
    return out;
}

Result<ReviewPage> list_reviews_by(std::optional<Actor> actor, const accounts::Accounts& accounts,
                                   const Reviews& reviews, const Photos& photos,
                                   const WhoseReviews& input) {
    const auto account = accounts.find_by_handle(input.handle.view());
    if (!account || !community::is_public(*account)) return community::unknown_profile;
    const auto count = reviews.count_by(account->id);
    const auto slice = page_of(count, input.page, input.last.value_or(false));
    if (!slice) return slice.error();
    ReviewPage out{count, slice->offset / slice->limit + 1, pages_of(count), {}};
    for (auto& each : reviews.list_by(account->id, viewer(actor), *slice))
        out.reviews.push_back(view_of(std::move(each)));
    hang_photos(out.reviews, photos, viewer(actor));
    return out;
}

void count_without(Reviews& reviews, Events& events, const community::Hidden& event) {
    if (event.subject.kind.view() != "review") return;
    const auto review = reviews.hold({event.subject.id.value});
    if (!review) return;
    if (const auto rated = reviews.recount(review->place))
        events.tell(PlaceRated{rated->place, rated->owner});
}

void forget_reviews(Reviews& reviews, Events& events, const accounts::AccountDeleted& event) {
    auto [gone, all_rated] = reviews.forget(event.account);
    for (auto& [review, place, commented] : gone)
        events.tell(ReviewRemoved{review, place, event.account, std::move(commented)});
    for (const auto& rated : all_rated) events.tell(PlaceRated{rated.place, rated.owner});
}

}  // namespace asterism::places
