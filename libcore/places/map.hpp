#pragma once

#include "libcore/accounts/types.hpp"
#include "libcore/base/flow.hpp"
#include "libcore/places/inputs.hpp"
#include "libcore/places/photo_ports.hpp"
#include "libcore/places/ports.hpp"
#include "libcore/places/views.hpp"

namespace asterism::places {

// A map of places as GeoJSON (RFC 7946).

/// Maps in Mercator's projection end near there.
inline constexpr double map_ends_at_degrees = 85;

struct PointGeometry {
    std::string type = "Point";
    std::vector<double> coordinates;

    static constexpr void fields(auto&& see) {
        see("type", &PointGeometry::type, "Point.");
        see("coordinates", &PointGeometry::coordinates, "Longitude, latitude.");
    }
};

struct MapPhotoView {
    PhotoId id;
    std::string photo;
    std::string thumbnail;

    static constexpr void fields(auto&& see) {
        see("id", &MapPhotoView::id, "The photo's number.");
        see("photo", &MapPhotoView::photo, "The name of the picture below /media/.");
        see("thumbnail", &MapPhotoView::thumbnail, "The same, at most 720 pixels a side.");
    }
};

struct PlaceProperties {
    PlaceId id;
    std::string name;
    bool favourite;
    Type type;
    ContactView contact;
    std::string region;
    std::string country;
    double elevation;
    std::optional<int> bortle;
    std::optional<double> sqm;
    std::optional<double> rating;
    std::int64_t reviews;
    std::vector<MapPhotoView> photos = {};

    static constexpr void fields(auto&& see) {
        see("id", &PlaceProperties::id, "The place's number.");
        see("name", &PlaceProperties::name, "Plain text; nothing in it is escaped.");
        see("favourite", &PlaceProperties::favourite, "Whether it is a favourite of who asks.");
        see("type", &PlaceProperties::type, "What kind of place it is.");
        see("contact", &PlaceProperties::contact, "How to reach those who run it.");
        see("region", &PlaceProperties::region, "The first-order division of its country.");
        see("country", &PlaceProperties::country, "The country's English name.");
        see("elevation", &PlaceProperties::elevation, "Metres above the sea.");
        see("bortle", &PlaceProperties::bortle, "The class on Bortle's scale.");
        see("sqm", &PlaceProperties::sqm, "The zenith's brightness in mag/arcsec².");
        see("rating", &PlaceProperties::rating, "The mean of its reviews; null without any.");
        see("reviews", &PlaceProperties::reviews, "How many reviews it has.");
        see("photos", &PlaceProperties::photos,
            "Up to five: the newest of its own, then those of its newest reviews.");
    }
};

struct PlaceFeature {
    std::string type = "Feature";
    PlaceProperties properties;
    PointGeometry geometry;

    static constexpr void fields(auto&& see) {
        see("type", &PlaceFeature::type, "Feature.");
        see("properties", &PlaceFeature::properties, "The place.");
        see("geometry", &PlaceFeature::geometry, "Where it is.");
    }
};

struct PlaceMap {
    using Flows = void;

    std::string type = "FeatureCollection";
    Flow<PlaceFeature> features;  ///< in the order of their ids

    static constexpr void fields(auto&& see) {
        see("type", &PlaceMap::type, "FeatureCollection.");
        see("features", &PlaceMap::features,
            "All that were asked for, between 85° south and 85° "
            "north.");
    }
};

/// What answers are kept by. Not in the catalogue.
Result<Versions> versions_for(std::optional<Actor> actor, const Places& places,
                              const accounts::NoInput& input);
/// The places that the account likes, as a map marks them. Not in the catalogue.
Result<std::vector<PlaceId>> hearts_of(Actor actor, const Favourites& favourites,
                                       const accounts::NoInput& input);
/// The same question as a list's, and all of its pages at once, in the order of their ids: they are
/// read piece by piece as they are told, however many there are.
Result<PlaceMap> map_places(std::optional<Actor> actor, const Places& places, const Photos& photos,
                            const ListPlaces& input);

}  // namespace asterism::places
