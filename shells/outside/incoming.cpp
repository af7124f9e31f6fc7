#include "shells/outside/incoming.hpp"

#include <array>
#include <fstream>
#include <string>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "libcore/media/inspect.hpp"

namespace asterism::outside {
namespace {

namespace json = boost::json;

bool is_binary(const json::object& schema) {
    const auto* format = schema.if_contains("format");
    return format != nullptr && *format == "binary";
}

/// A file, or a list of them.
bool is_file(const app::Field& field) {
    const auto schema = field.schema();
    const auto* items = schema.if_contains("items");
    return is_binary(items != nullptr ? items->get_object() : schema);
}

std::vector<json::value*> paths_of(json::value& given) {
    std::vector<json::value*> out;
    if (given.is_string()) out.push_back(&given);
    if (given.is_array())
        for (json::value& each : given.get_array())
            if (each.is_string()) out.push_back(&each);
    return out;
}

}  // namespace

Result<std::unique_ptr<media::Arrival>> take_file_in(const std::string& path, media::Files& files) {
    std::ifstream in(path, std::ios::binary);
    std::array<char, 16 * 1024> piece{};
    in.read(piece.data(), piece.size());
    if (!in && !in.eof()) return media::no_file;
    const auto format = media::format_of({piece.data(), static_cast<std::size_t>(in.gcount())});
    if (!format) return media::unknown_format;
    auto arrival = files.begin(*format);
    for (std::int64_t bytes = 0; in.gcount() > 0; in.read(piece.data(), piece.size())) {
        bytes += in.gcount();
        if (bytes > media::most_bytes) return media::too_large;
        arrival->append({piece.data(), static_cast<std::size_t>(in.gcount())});
    }
    return arrival;
}

Result<Held> take_files_in(const app::Operation& operation, boost::json::object& input,
                           media::Files& files) {
    Held held;
    for (const app::Field& field : operation.input()) {
        auto* given = input.if_contains(field.name);
        if (!given || !is_file(field)) continue;
        for (json::value* path : paths_of(*given)) {
            auto arrival = take_file_in(std::string(path->get_string()), files);
            if (!arrival) return field_error(*arrival.error().fault, field.name);
            *path = (*arrival)->name().view();
            held.push_back(std::move(*arrival));
        }
    }
    return held;
}

}  // namespace asterism::outside
