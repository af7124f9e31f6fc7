#pragma once

#include "libcore/places/photo_views.hpp"

namespace asterism::places {

struct AccountRef {
    AccountId id;
    std::string handle;

    static constexpr void fields(auto&& see) {
        see("id", &AccountRef::id, "The account's number.");
        see("handle", &AccountRef::handle, "Its public user name.");
    }
};

struct ContactView {
    std::optional<std::string> website;
    std::optional<std::string> phone_number;
    std::optional<std::string> phone_display;
    std::optional<std::string> reservation_url;

    static constexpr void fields(auto&& see) {
        see("website", &ContactView::website, "A page about the place.");
        see("phone_number", &ContactView::phone_number, "To be dialled.");
        see("phone_display", &ContactView::phone_display, "The same number, to be read.");
        see("reservation_url", &ContactView::reservation_url, "Where to book.");
    }
};

struct PlaceView {
    PlaceId id;
    std::string name;
    std::optional<std::string> description;
    Type type;
    ContactView contact;
    double latitude;
    double longitude;
    double elevation;
    std::optional<int> bortle;
    std::optional<double> sqm;
    std::optional<std::string> address;
    std::optional<std::string> region;
    std::optional<std::string> locality;
    std::optional<std::string> country;
    AccountRef added_by;
    Instant created_at;
    Instant updated_at;
    bool favourite;
    bool visited;
    std::optional<double> rating;
    std::int64_t reviews;
    std::optional<double> distance_km;
    bool verified;
    std::optional<Instant> verified_at;
    std::optional<AccountRef> verified_by;
    std::int64_t reports;
    std::int64_t visitors;
    std::optional<Instant> last_visited_at;
    std::optional<std::vector<PhotoView>> photos = {};

    static constexpr void fields(auto&& see) {
        see("id", &PlaceView::id, "The place's number.");
        see("name", &PlaceView::name, "Plain text; nothing in it is escaped.");
        see("description", &PlaceView::description, "What the staff say of it.");
        see("type", &PlaceView::type, "What kind of place it is.");
        see("contact", &PlaceView::contact, "How to reach those who run it.");
        see("latitude", &PlaceView::latitude, "Degrees, north positive.");
        see("longitude", &PlaceView::longitude, "Degrees, east positive.");
        see("elevation", &PlaceView::elevation, "Metres above the sea.");
        see("bortle", &PlaceView::bortle, "The class on Bortle's scale, 1 (darkest) to 9.");
        see("sqm", &PlaceView::sqm, "The zenith's brightness in mag/arcsec²: greater is darker.");
        see("address", &PlaceView::address, "Locality, region and country in one line.");
        see("region", &PlaceView::region, "The first-order division of its country.");
        see("locality", &PlaceView::locality, "The nearest town.");
        see("country", &PlaceView::country, "The country's English name.");
        see("added_by", &PlaceView::added_by, "Who added it.");
        see("created_at", &PlaceView::created_at, "When it was added.");
        see("updated_at", &PlaceView::updated_at, "When what is said of it last changed.");
        see("favourite", &PlaceView::favourite, "Whether it is a favourite of who asks.");
        see("visited", &PlaceView::visited, "Whether who asks has been there.");
        see("rating", &PlaceView::rating, "The mean of its reviews, 1 to 5; null without any.");
        see("reviews", &PlaceView::reviews, "How many reviews it has.");
        see("distance_km", &PlaceView::distance_km,
            "From the middle that was asked for; null where none was.");
        see("verified", &PlaceView::verified, "The staff vouches for it.");
        see("verified_at", &PlaceView::verified_at, "Since when.");
        see("verified_by", &PlaceView::verified_by, "Who of the staff.");
        see("reports", &PlaceView::reports, "How often it was reported.");
        see("visitors", &PlaceView::visitors, "How many people have been there.");
        see("last_visited_at", &PlaceView::last_visited_at, "When somebody last said so.");
        see("photos", &PlaceView::photos,
            "Up to five of its own and its reviews', those with most votes first; null where a "
            "place is shown alone, whose photos have an address of their own.");
    }
};

struct PlacePage {
    std::int64_t count;
    std::int64_t page;
    std::int64_t pages;
    std::vector<PlaceView> places;

    static constexpr void fields(auto&& see) {
        see("count", &PlacePage::count, "How many there are on all pages.");
        see("page", &PlacePage::page, "Which page this is, from 1.");
        see("pages", &PlacePage::pages, "How many pages there are.");
        see("places", &PlacePage::places, "Ten a page.");
    }
};

struct PlaceList {
    std::vector<PlaceView> places;

    static constexpr void fields(auto&& see) {
        see("places", &PlaceList::places, "Nearest first.");
    }
};

struct PlaceGone {
    bool removed = true;

    static constexpr void fields(auto&& see) {
        see("removed", &PlaceGone::removed, "The place is gone, with all that hung on it.");
    }
};

/// The distance is shown where there is a middle it is from.
PlaceView view_of(Found&& found, bool with_distance = false);

}  // namespace asterism::places
