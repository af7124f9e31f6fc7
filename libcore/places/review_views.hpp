#pragma once

#include "libcore/places/photo_views.hpp"
#include "libcore/places/review_types.hpp"

namespace asterism::places {

struct WriterView {
    AccountId id;
    std::string handle;
    std::string name;
    std::optional<std::string> picture;

    static constexpr void fields(auto&& see) {
        see("id", &WriterView::id, "The account's number.");
        see("handle", &WriterView::handle, "Its public user name.");
        see("name", &WriterView::name, "First and last name, or the user name without either.");
        see("picture", &WriterView::picture, "The name of its picture below /media/, or null.");
    }
};

struct ReviewView {
    ReviewId id;
    PlaceId place;
    std::string place_name;
    WriterView author;
    int stars;
    std::optional<std::string> text;
    Instant created_at;
    Instant updated_at;
    bool edited;
    bool hidden;
    std::int64_t up;
    std::int64_t down;
    std::optional<community::Choice> mine;
    std::vector<PhotoView> photos = {};

    static constexpr void fields(auto&& see) {
        see("id", &ReviewView::id, "The review's number.");
        see("place", &ReviewView::place, "The number of the place it is of.");
        see("place_name", &ReviewView::place_name, "What that place is called.");
        see("author", &ReviewView::author, "Who wrote it.");
        see("stars", &ReviewView::stars, "1 to 5.");
        see("text", &ReviewView::text, "Why, as a page may show it; null without any.");
        see("created_at", &ReviewView::created_at, "When it was written.");
        see("updated_at", &ReviewView::updated_at, "When it last changed.");
        see("edited", &ReviewView::edited, "Changed more than ten seconds after it was written.");
        see("hidden", &ReviewView::hidden, "Kept from all but its author and moderators.");
        see("up", &ReviewView::up, "Votes for it.");
        see("down", &ReviewView::down, "Votes against it.");
        see("mine", &ReviewView::mine, "The vote of who asks, or null.");
        see("photos", &ReviewView::photos, "Its photos, in their order.");
    }
};

struct ReviewPage {
    std::int64_t count;
    std::int64_t page;
    std::int64_t pages;
    std::vector<ReviewView> reviews;

    static constexpr void fields(auto&& see) {
        see("count", &ReviewPage::count, "How many there are on all pages.");
        see("page", &ReviewPage::page, "Which page this is, from 1.");
        see("pages", &ReviewPage::pages, "How many pages there are.");
        see("reviews", &ReviewPage::reviews, "Ten a page, newest first.");
    }
};

struct CommentView {
    CommentId id;
    ReviewId review;
    PlaceId place;
    WriterView author;
    std::string text;
    Instant created_at;
    Instant updated_at;
    bool edited;
    bool hidden;
    std::int64_t up;
    std::int64_t down;
    std::optional<community::Choice> mine;

    static constexpr void fields(auto&& see) {
        see("id", &CommentView::id, "The comment's number.");
        see("review", &CommentView::review, "The number of the review it is on.");
        see("place", &CommentView::place, "The number of the place which that is of.");
        see("author", &CommentView::author, "Who wrote it.");
        see("text", &CommentView::text, "As a page may show it.");
        see("created_at", &CommentView::created_at, "When it was written.");
        see("updated_at", &CommentView::updated_at, "When it last changed.");
        see("edited", &CommentView::edited, "Changed more than ten seconds after it was written.");
        see("hidden", &CommentView::hidden, "Kept from all but its author and moderators.");
        see("up", &CommentView::up, "Votes for it.");
        see("down", &CommentView::down, "Votes against it.");
        see("mine", &CommentView::mine, "The vote of who asks, or null.");
    }
};

struct CommentPage {
    std::int64_t count;
    std::int64_t page;
    std::int64_t pages;
    std::vector<CommentView> comments;

    static constexpr void fields(auto&& see) {
        see("count", &CommentPage::count, "How many there are on all pages.");
        see("page", &CommentPage::page, "Which page this is, from 1.");
        see("pages", &CommentPage::pages, "How many pages there are.");
        see("comments", &CommentPage::comments, "Ten a page, oldest first.");
    }
};

struct ReviewGone {
    bool removed = true;

    static constexpr void fields(auto&& see) {
        see("removed", &ReviewGone::removed, "The review is gone, with all that hung on it.");
    }
};

struct CommentGone {
    bool removed = true;

    static constexpr void fields(auto&& see) {
        see("removed", &CommentGone::removed, "The comment is gone.");
    }
};

ReviewView view_of(FoundReview&& found);
CommentView view_of(FoundComment&& found);

}  // namespace asterism::places
