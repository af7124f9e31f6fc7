#include "shells/cli/places/files.hpp"

#include <array>
#include <fstream>
#include <iterator>

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <fmt/format.h>

#include "shells/app/json.hpp"
#include "shells/cli/output.hpp"
#include "shells/cli/trouble.hpp"

namespace asterism::cli::place_files {

namespace json = boost::json;

const Format& format_of(const std::string& name, const std::string& file) {
    for (const Format* each : {&seed, &geojson, &csv})
        if (each->name == name) return *each;
    if (file.ends_with(".csv")) return csv;
    if (file.ends_with(".geojson")) return geojson;
    if (file.ends_with(".json")) return seed;
    throw Trouble(Exit::misused, fmt::format("What kind of file {} is, nobody knows.", file),
                  "Its name ends with none of .json, .geojson, .csv.",
                  "Say so: --format seed, geojson or csv.");
}

std::string text_of(const std::string& file) {
    // As much as a file of a million places.
    if (file == "-") return read_input(std::size_t{1} << 30U);
    std::ifstream in(file, std::ios::binary);
    std::string out{std::istreambuf_iterator<char>(in), {}};
    if (in.bad() || !in.is_open())
        throw Trouble(Exit::missing, fmt::format("{} cannot be read.", file),
                      "There is no such file, or it is not for you.", "Name another one.");
    return out;
}

void refuse_file(std::string_view why) {
    throw Trouble(Exit::misused, "The file is not understood.", why,
                  "See --format, and what `place export` writes.");
}

json::object document(std::string_view text) {
    auto parsed = app::parse_strict(text);
    if (!parsed) refuse_file(parsed.error().fault->text);
    if (!parsed->is_object()) refuse_file("It is no JSON object.");
    return std::move(parsed->get_object());
}

const json::array* list_in(const json::object& document, std::string_view name) {
    const auto* found = document.if_contains(name);
    return found ? found->if_array() : nullptr;
}

void take(json::object& record, std::string_view field, const json::object& from,
          std::string_view name) {
    const auto* value = from.if_contains(name);
    if (value && !value->is_null()) record[field] = *value;
}

void take_contact(json::object& record, const json::object& from) {
    const auto* found = from.if_contains("type_metadata");
    const auto* contact = found ? found->if_object() : nullptr;
    if (!contact) return;
    for (const auto* name : {"website", "phone_number", "phone_display", "reservation_url"})
        take(record, name, *contact, name);
}

std::string where(std::size_t number, const json::object& record) {
    const auto* name = record.if_contains("name");
    if (!name || !name->is_string()) return fmt::format("row {}", number);
    return fmt::format("row {} ({})", number, std::string_view(name->get_string()));
}

}  // namespace asterism::cli::place_files
