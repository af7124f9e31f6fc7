#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/object.hpp>

namespace asterism::cli::place_files {

// Files of places: what the seeder of the original reads, GeoJSON (RFC 7946), CSV (RFC 4180). Each
// format knows places by the fields of places::PlaceRecord.

/// A place that a file tells of.
struct Row {
    std::string where;           ///< for people who look for it: "row 3 (Hill)"
    boost::json::object record;  ///< the fields that are known, not judged yet
    std::string picture = {};    ///< where one is; empty: nowhere
    std::string caption = {};    ///< what is said of it
};

struct Format {
    std::string_view name;
    /// Throws Trouble if the file as a whole is none of this format.
    std::vector<Row> (*read)(std::string_view text);
    std::string (*head)();
    /// One place, whose record is whole.
    std::string (*row)(const boost::json::object& record);
    std::string_view between;
    std::string_view tail;
};

extern const Format seed;
extern const Format geojson;
extern const Format csv;

/// By its name or, without one, by how the file's name ends. Throws Trouble.
const Format& format_of(const std::string& name, const std::string& file);

/// All of a file; of "-" standard input. Throws Trouble.
std::string text_of(const std::string& file);

// For the formats.

/// The object that a JSON text is. Throws Trouble.
boost::json::object document(std::string_view text);
/// A list within it, or nothing.
const boost::json::array* list_in(const boost::json::object& document, std::string_view name);
/// Takes a field over, unless it is null or not there.
void take(boost::json::object& record, std::string_view field, const boost::json::object& from,
          std::string_view name);
/// The same of how to reach those who run a place, from `type_metadata`.
void take_contact(boost::json::object& record, const boost::json::object& from);
/// "row 3 (Hill)".
std::string where(std::size_t number, const boost::json::object& record);
[[noreturn]] void refuse_file(std::string_view why);

}  // namespace asterism::cli::place_files
