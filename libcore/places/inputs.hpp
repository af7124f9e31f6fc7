#pragma once

#include "libcore/places/query.hpp"

namespace asterism::places {

struct AddPlace {
    std::string name;
    double latitude;
    double longitude;
    std::optional<Type> type = {};
    std::optional<double> elevation_metres = {};

    static constexpr void fields(auto&& see) {
        see("name", &AddPlace::name, "1 to 200 characters; tags are taken out.");
        see("latitude", &AddPlace::latitude, "-90 to 90 degrees.");
        see("longitude", &AddPlace::longitude, "-180 to 180 degrees.");
        see("type", &AddPlace::type, "What kind of place it is; a viewpoint if absent.");
        see("elevation", &AddPlace::elevation_metres, "-500 to 9000 metres; 0 if absent.");
    }
};

struct ChangePlace {
    PlaceId place;
    std::optional<std::string> name = {};
    std::optional<double> latitude = {};
    std::optional<double> longitude = {};
    std::optional<Type> type = {};
    std::optional<double> elevation_metres = {};

    static constexpr void fields(auto&& see) {
        see("place", &ChangePlace::place, "The place's number.");
        see("name", &ChangePlace::name, "1 to 200 characters; tags are taken out.");
        see("latitude", &ChangePlace::latitude, "-90 to 90 degrees.");
        see("longitude", &ChangePlace::longitude, "-180 to 180 degrees.");
        see("type", &ChangePlace::type, "What kind of place it is.");
        see("elevation", &ChangePlace::elevation_metres, "-500 to 9000 metres.");
    }
};

struct DescribePlace {
    PlaceId place;
    std::optional<std::string> description = {};
    std::optional<std::string> website = {};
    std::optional<std::string> phone_number = {};
    std::optional<std::string> phone_display = {};
    std::optional<std::string> reservation_url = {};

    static constexpr void fields(auto&& see) {
        see("place", &DescribePlace::place, "The place's number.");
        see("description", &DescribePlace::description, "Up to 5000 characters; empty: none.");
        see("website", &DescribePlace::website, "A link of up to 500 characters; empty: none.");
        see("phone_number", &DescribePlace::phone_number, "To be dialled.");
        see("phone_display", &DescribePlace::phone_display, "The same number, to be read.");
        see("reservation_url", &DescribePlace::reservation_url, "Where to book.");
    }
};

struct MarkPlace {
    PlaceId place;
    bool verified = false;
    std::optional<std::string> notes = {};

    static constexpr void fields(auto&& see) {
        see("place", &MarkPlace::place, "The place's number.");
        see("verified", &MarkPlace::verified, "Whether the staff vouches for it.");
        see("notes", &MarkPlace::notes, "Why; for the staff alone.");
    }
};

struct ThisPlace {
    PlaceId place;

    static constexpr void fields(auto&& see) {
        see("place", &ThisPlace::place, "The place's number.");
    }
};

struct ListPlaces {
    std::optional<std::string> search = {};
    std::optional<std::vector<Type>> types = {};
    std::optional<double> min_rating = {};
    std::optional<int> max_bortle = {};
    std::optional<bool> verified = {};
    std::optional<double> latitude = {};
    std::optional<double> longitude = {};
    std::optional<double> radius_km = {};
    std::optional<double> south = {};
    std::optional<double> west = {};
    std::optional<double> north = {};
    std::optional<double> east = {};
    std::optional<Sort> sort = {};
    std::optional<int> page = {};
    std::optional<bool> last = {};

    static constexpr void fields(auto&& see) {
        see("search", &ListPlaces::search, "Part of a name, address, region or country.");
        see("types", &ListPlaces::types, "Only such places; all if absent.");
        see("min_rating", &ListPlaces::min_rating, "Only those reviewed so well.");
        see("max_bortle", &ListPlaces::max_bortle, "Only those so dark: Bortle's class, 1 to 9.");
        see("verified", &ListPlaces::verified, "True: only those the staff vouches for.");
        see("latitude", &ListPlaces::latitude, "Of the middle that distances are from.");
        see("longitude", &ListPlaces::longitude, "Of the same.");
        see("radius_km", &ListPlaces::radius_km, "Only those not farther; everywhere if absent.");
        see("south", &ListPlaces::south, "The lower edge of a window, which has all four.");
        see("west", &ListPlaces::west, "Its left edge; beyond the right one over the date line.");
        see("north", &ListPlaces::north, "Its upper edge.");
        see("east", &ListPlaces::east, "Its right edge.");
        see("sort", &ListPlaces::sort,
            "In which order; newest first if absent, or where a distance is from nowhere.");
        see("page", &ListPlaces::page, "From 1, which is shown if absent.");
        see("last", &ListPlaces::last, "True: the last page, whatever its number.");
    }
};

struct NearbyPlaces {
    double latitude;
    double longitude;
    std::optional<double> radius_km = {};
    std::optional<int> limit = {};

    static constexpr void fields(auto&& see) {
        see("latitude", &NearbyPlaces::latitude, "-90 to 90 degrees.");
        see("longitude", &NearbyPlaces::longitude, "-180 to 180 degrees.");
        see("radius_km", &NearbyPlaces::radius_km, "Not farther than that; 800 if absent.");
        see("limit", &NearbyPlaces::limit, "At most so many, up to 20; 8 if absent.");
    }
};

struct SimilarPlaces {
    std::string name;
    double latitude;
    double longitude;

    static constexpr void fields(auto&& see) {
        see("name", &SimilarPlaces::name, "Of the place that somebody is about to add.");
        see("latitude", &SimilarPlaces::latitude, "-90 to 90 degrees.");
        see("longitude", &SimilarPlaces::longitude, "-180 to 180 degrees.");
    }
};

}  // namespace asterism::places
