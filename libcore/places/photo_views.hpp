#pragma once

#include <string>
#include <vector>

#include "libcore/places/photo_types.hpp"

namespace asterism::places {

struct UploaderView {
    std::string handle;
    std::string display_name;
    std::optional<std::string> picture;
    bool system;

    static constexpr void fields(auto&& see) {
        see("handle", &UploaderView::handle, "The public user name.");
        see("display_name", &UploaderView::display_name,
            "First and last name; the user name of who gave none.");
        see("picture", &UploaderView::picture, "The name of their picture below /media/, or null.");
        see("system", &UploaderView::system, "It is the site's own account.");
    }
};

struct PhotoView {
    PhotoId id;
    PlaceId place;
    std::optional<ReviewId> review;
    std::string photo;
    std::string thumbnail;
    std::optional<int> width;
    std::optional<int> height;
    std::string caption;
    int position;
    std::int64_t votes;
    bool voted;
    Instant created_at;
    UploaderView uploaded_by;

    static constexpr void fields(auto&& see) {
        see("id", &PhotoView::id, "The photo's number.");
        see("place", &PhotoView::place, "Of which place it is.");
        see("review", &PhotoView::review, "Of which review; null: of the place itself.");
        see("photo", &PhotoView::photo,
            "The name of the picture below /media/, at most 1920 pixels a side.");
        see("thumbnail", &PhotoView::thumbnail, "The same, at most 720 pixels a side.");
        see("width", &PhotoView::width, "Of the large one, in pixels; null: not measured.");
        see("height", &PhotoView::height, "Of the same.");
        see("caption", &PhotoView::caption, "What it shows; may be empty.");
        see("position", &PhotoView::position, "From 1, among the place's own or the review's.");
        see("votes", &PhotoView::votes, "How many people voted for it.");
        see("voted", &PhotoView::voted, "Whether who asks is among them.");
        see("created_at", &PhotoView::created_at, "When it was sent.");
        see("uploaded_by", &PhotoView::uploaded_by,
            "Who sent it; who added the place, where that account is gone.");
    }
};

/// A photo as who sent it is handed it.
struct OwnPhoto {
    PhotoId id;
    PlaceId place;
    std::optional<ReviewId> review;
    std::string photo;
    std::string caption;
    Instant created_at;

    static constexpr void fields(auto&& see) {
        see("id", &OwnPhoto::id, "The photo's number.");
        see("place", &OwnPhoto::place, "Of which place it is.");
        see("review", &OwnPhoto::review, "Of which review; null: of the place itself.");
        see("photo", &OwnPhoto::photo, "Its name below /media/.");
        see("caption", &OwnPhoto::caption, "What it shows; may be empty.");
        see("created_at", &OwnPhoto::created_at, "When it was sent.");
    }
};

struct PhotoList {
    std::vector<PhotoView> photos;

    static constexpr void fields(auto&& see) {
        see("photos", &PhotoList::photos, "In the order in which they were sent.");
    }
};

struct PhotoPage {
    std::int64_t count;
    std::vector<PhotoView> photos;
    std::optional<std::string> next;

    static constexpr void fields(auto&& see) {
        see("count", &PhotoPage::count, "How many there are on all pages.");
        see("photos", &PhotoPage::photos, "The place's own and its reviews' together.");
        see("next", &PhotoPage::next, "The cursor of the next page; null: this is the last.");
    }
};

struct PhotoVotes {
    PhotoId photo;
    std::optional<ReviewId> review;
    std::int64_t votes;
    bool voted;

    static constexpr void fields(auto&& see) {
        see("photo", &PhotoVotes::photo, "The photo's number.");
        see("review", &PhotoVotes::review, "Of which review it is; null: of the place itself.");
        see("votes", &PhotoVotes::votes, "How many people voted for it.");
        see("voted", &PhotoVotes::voted, "Whether who asks is among them now.");
    }
};

struct RemovedPhoto {
    bool removed = true;

    static constexpr void fields(auto&& see) {
        see("removed", &RemovedPhoto::removed, "The photo is gone, in every size.");
    }
};

PhotoView view_of(ShownPhoto&& shown);
std::vector<PhotoView> views_of(std::vector<ShownPhoto>&& shown);

}  // namespace asterism::places
