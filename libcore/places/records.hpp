#pragma once

#include "libcore/accounts/context.hpp"
#include "libcore/base/events.hpp"
#include "libcore/places/ports.hpp"
#include "libcore/sky/skyglow_ports.hpp"

namespace asterism::places {

// Places as files have them: taken out, and taken in again elsewhere.

/// What a file tells of a place. What is absent is found out, as of a place that somebody adds; an
/// empty text is a fact.
struct PlaceRecord {
    std::string name;
    double latitude;
    double longitude;
    std::optional<Type> type = {};
    std::optional<double> elevation = {};
    std::optional<std::string> description = {};
    std::optional<std::string> website = {};
    std::optional<std::string> phone_number = {};
    std::optional<std::string> phone_display = {};
    std::optional<std::string> reservation_url = {};
    std::optional<std::string> address = {};
    std::optional<std::string> locality = {};
    std::optional<std::string> region = {};
    std::optional<std::string> country = {};
    std::optional<int> bortle = {};
    std::optional<double> sqm = {};

    static constexpr void fields(auto&& see) {
        see("name", &PlaceRecord::name, "1 to 200 characters; tags are taken out.");
        see("latitude", &PlaceRecord::latitude, "-90 to 90 degrees.");
        see("longitude", &PlaceRecord::longitude, "-180 to 180 degrees.");
        see("type", &PlaceRecord::type, "What kind of place it is; a viewpoint if absent.");
        see("elevation", &PlaceRecord::elevation, "-500 to 9000 metres; 0 if absent.");
        see("description", &PlaceRecord::description, "Up to 5000 characters.");
        see("website", &PlaceRecord::website, "A link of up to 500 characters.");
        see("phone_number", &PlaceRecord::phone_number, "To be dialled.");
        see("phone_display", &PlaceRecord::phone_display, "The same number, to be read.");
        see("reservation_url", &PlaceRecord::reservation_url, "Where to book.");
        see("address", &PlaceRecord::address, "The address on one line.");
        see("locality", &PlaceRecord::locality, "The town.");
        see("region", &PlaceRecord::region, "The state or province.");
        see("country", &PlaceRecord::country, "The country's name.");
        see("bortle", &PlaceRecord::bortle, "Bortle's class, 1 to 9.");
        see("sqm", &PlaceRecord::sqm, "The zenith's brightness, 10 to 25 mag/arcsec2.");
    }
};

struct ImportPlace {
    PlaceRecord place;
    AccountId owner;
    std::optional<bool> dry_run = {};

    static constexpr void fields(auto&& see) {
        see("place", &ImportPlace::place, "The place.");
        see("owner", &ImportPlace::owner, "The account that it will have been added by.");
        see("dry_run", &ImportPlace::dry_run, "True: only tell; nothing is added.");
    }
};

struct ImportedPlace {
    std::optional<PlaceId> place;
    bool added = false;

    static constexpr void fields(auto&& see) {
        see("place", &ImportedPlace::place,
            "The place, or the one that is there already; null in a dry run.");
        see("added", &ImportedPlace::added, "False: the same place is there already.");
    }
};

struct ExportPlaces {
    std::optional<PlaceId> after = {};
    std::optional<std::int64_t> limit = {};

    static constexpr void fields(auto&& see) {
        see("after", &ExportPlaces::after, "The `next` of the page before.");
        see("limit", &ExportPlaces::limit, "At most so many, 1 to 1000; 200 if absent.");
    }
};

struct ExportedPlaces {
    std::vector<PlaceRecord> places;
    std::optional<PlaceId> next;

    static constexpr void fields(auto&& see) {
        see("places", &ExportedPlaces::places, "In the order in which they were added.");
        see("next", &ExportedPlaces::next, "Ask for more after this one; null at the end.");
    }
};

/// Where a place from a file goes.
struct Intake {
    using Writes = void;
    const accounts::Accounts& accounts;
    Places& places;
    Events& events;
};

// Both ask for the role of an admin.

/// Does nothing where the same place is there already (likeness.hpp).
Result<ImportedPlace> import_place(Now now, Actor actor, Intake intake, const sky::LightMap& map,
                                   const ImportPlace& input);
Result<ExportedPlaces> export_places(Actor actor, const Places& places, const ExportPlaces& input);

}  // namespace asterism::places
