#include <array>

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

#include "libcore/places/records.hpp"
#include "shells/app/codec.hpp"
#include "shells/app/json.hpp"
#include "shells/cli/places/files.hpp"

namespace asterism::cli::place_files {
namespace {

namespace json = boost::json;

struct Names {
    std::string_view ours;
    std::string_view starview;
};

/// As Starview's own map has them.
constexpr std::array others{Names{"type", "location_type"}, Names{"address", "formatted_address"},
                            Names{"region", "administrative_area"}, Names{"bortle", "bortle_class"},
                            Names{"sqm", "bortle_sqm"}};

const json::object* object_in(const json::object& from, std::string_view name) {
    const auto* found = from.if_contains(name);
    return found ? found->if_object() : nullptr;
}

void take_spot(json::object& record, const json::object& feature) {
    const auto* geometry = object_in(feature, "geometry");
    const auto* point = geometry ? list_in(*geometry, "coordinates") : nullptr;
    const auto* kind = geometry ? geometry->if_contains("type") : nullptr;
    if (!point || !kind || *kind != "Point" || point->size() < 2) return;
    record["longitude"] = point->at(0);
    record["latitude"] = point->at(1);
    // RFC 7946 section 3.1.1: metres above the ellipsoid; what the properties say counts more.
    if (point->size() > 2) record.emplace("elevation", point->at(2));
}

Row row_of(const json::value& value, std::size_t number) {
    Row out;
    const auto* feature = value.if_object();
    const auto* said = feature ? object_in(*feature, "properties") : nullptr;
    if (said) {
        take_contact(out.record, *said);
        for (const auto& [ours, starview] : others) take(out.record, ours, *said, starview);
        for (const auto& field : app::Codec<places::PlaceRecord>::shape())
            take(out.record, field.name, *said, field.name);
    }
    if (feature) take_spot(out.record, *feature);
    out.where = where(number, out.record);
    return out;
}

std::vector<Row> read(std::string_view text) {
    const auto file = document(text);
    const auto* kind = file.if_contains("type");
    const auto* list = list_in(file, "features");
    if (!list || !kind || *kind != "FeatureCollection") refuse_file("It is no FeatureCollection.");
    std::vector<Row> out;
    for (const json::value& each : *list) out.push_back(row_of(each, out.size() + 1));
    return out;
}

std::string head() { return "{\"type\":\"FeatureCollection\",\"features\":[\n"; }

std::string row(const json::object& record) {
    auto properties = record;
    json::array spot{record.at("longitude"), record.at("latitude")};
    properties.erase("latitude");
    properties.erase("longitude");
    const json::object feature{{"type", "Feature"},
                               {"properties", std::move(properties)},
                               {"geometry", {{"type", "Point"}, {"coordinates", std::move(spot)}}}};
    std::string text;
    app::append_json(text, feature);
    return text;
}

}  // namespace

const Format geojson{"geojson", read, head, row, ",\n", "\n]}\n"};

}  // namespace asterism::cli::place_files
