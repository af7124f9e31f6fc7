#include <array>

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <fmt/format.h>

#include "shells/app/json.hpp"
#include "shells/cli/places/files.hpp"

namespace asterism::cli::place_files {
namespace {

namespace json = boost::json;

struct Names {
    std::string_view ours;
    std::string_view here;
};

/// Beside what lies in `type_metadata`.
constexpr std::array fields{Names{"name", "name"},           Names{"latitude", "latitude"},
                            Names{"longitude", "longitude"}, Names{"type", "location_type"},
                            Names{"elevation", "elevation"}, Names{"description", "description"},
                            Names{"locality", "locality"},   Names{"region", "administrative_area"},
                            Names{"country", "country"}};
constexpr std::array contacts{"website", "phone_number", "phone_display", "reservation_url"};

Row row_of(const json::value& value, std::size_t number) {
    Row out;
    if (const auto* from = value.if_object()) {
        for (const auto& [ours, here] : fields) take(out.record, ours, *from, here);
        take_contact(out.record, *from);
        if (const auto* picture = from->if_contains("image_url"); picture && picture->is_string())
            out.picture = picture->get_string();
        if (const auto* notes = from->if_contains("validation_notes"); notes && notes->is_string())
            out.caption = notes->get_string();
    }
    out.where = where(number, out.record);
    return out;
}

std::vector<Row> read(std::string_view text) {
    const auto file = document(text);
    const auto* list = list_in(file, "observatories");
    if (!list) list = list_in(file, "locations");
    if (!list) refuse_file("It has no list `locations` or `observatories`.");
    std::vector<Row> out;
    for (const json::value& each : *list) out.push_back(row_of(each, out.size() + 1));
    return out;
}

std::string head() { return "{\"version\":\"1\",\"locations\":[\n"; }

std::string row(const json::object& record) {
    json::object out;
    for (const auto& [ours, here] : fields) take(out, here, record, ours);
    json::object contact;
    for (const auto* name : contacts)
        if (record.at(name) != "") take(contact, name, record, name);
    out["type_metadata"] = std::move(contact);
    std::string text;
    app::append_json(text, json::value(std::move(out)));
    return text;
}

}  // namespace

const Format seed{"seed", read, head, row, ",\n", "\n]}\n"};

}  // namespace asterism::cli::place_files
