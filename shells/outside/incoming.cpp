#include "shells/outside/incoming.hpp"

#include <array>
#include <fstream>
#include <string>

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "libcore/media/inspect.hpp"

namespace asterism::outside {
namespace {

bool is_file(const app::Field& field) {
    const auto schema = field.schema();
    const auto* format = schema.if_contains("format");
    return format != nullptr && *format == "binary";
}

Result<std::unique_ptr<media::Arrival>> take_in(const std::string& path, media::Files& files) {
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

}  // namespace

Result<Held> take_files_in(const app::Operation& operation, boost::json::object& input,
                           media::Files& files) {
    Held held;
    for (const app::Field& field : operation.input()) {
        auto* path = input.if_contains(field.name);
        if (!path || !path->is_string() || !is_file(field)) continue;
        auto arrival = take_in(std::string(path->get_string()), files);
        if (!arrival) return field_error(*arrival.error().fault, field.name);
        *path = (*arrival)->name().view();
        held.push_back(std::move(*arrival));
    }
    return held;
}

}  // namespace asterism::outside
