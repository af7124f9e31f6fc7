#include <algorithm>

#include "libcore/media/bytes.hpp"
#include "libcore/media/inspect.hpp"

namespace asterism::media {
namespace {

enum Marker : unsigned char {
    start_of_frame = 0xC0,
    huffman_tables = 0xC4,
    jpeg_extension = 0xC8,
    arithmetic = 0xCC,
    restart = 0xD0,
    end_of_image = 0xD9,
    start_of_scan = 0xDA,
    app2 = 0xE2
};

/// A progressive picture has about ten; each costs the decoder a pass over all pixels.
constexpr int most_scans = 64;

bool is_frame(unsigned char marker) {
    return (marker & 0xF0) == start_of_frame && marker != huffman_tables &&
           marker != jpeg_extension && marker != arithmetic;
}

/// The next marker, however many fill bytes stand before it; 0 where there is none.
unsigned char next_marker(Bytes& in) {
    if (in.big(1) != 0xFF) return 0;
    auto marker = in.big(1);
    while (in.ok() && marker == 0xFF) marker = in.big(1);
    return static_cast<unsigned char>(marker);
}

/// Passes over what is coded, where 0xFF is followed by 0 or a restart marker.
bool skip_scan(Bytes& in) {
    while (in.ok()) {
        const auto at = in.rest().find('\xff');
        if (at == std::string_view::npos || at + 1 >= in.left()) return false;
        const auto next = static_cast<unsigned char>(in.rest()[at + 1]);
        if (next != 0 && next != 0xFF && (next & 0xF8) != restart) {
            in.take(at);
            return true;
        }
        in.take(at + (next == 0xFF ? 1 : 2));
    }
    return false;
}

/// What cameras and telephones append: further pictures, a clip, their own notes, padding.
bool is_harmless_rest(std::string_view rest, bool has_more) {
    if (std::ranges::all_of(rest, [](char c) { return c == 0; })) return true;
    if (has_more && rest.find("\xff\xd8\xff") < 4'096) return true;
    return rest.substr(std::min<std::size_t>(4, rest.size())).starts_with("ftyp") ||
           rest.ends_with("SEFT");
}

}  // namespace

std::optional<Facts> walk_jpeg(std::string_view file) {
    Facts facts;
    Bytes in(file);
    in.take(2);
    int scans = 0;
    bool has_more = false;
    while (in.ok()) {
        const auto marker = next_marker(in);
        if (marker == end_of_image) break;
        if (marker < start_of_frame || (marker & 0xF8) == restart || marker == 0xD8)
            return std::nullopt;
        const auto size = in.big(2);
        if (size < 2) return std::nullopt;
        Bytes segment(in.take(size - 2));
        if (marker == app2 && segment.rest().starts_with(std::string_view("MPF\0", 4)))
            has_more = true;
        if (is_frame(marker)) {
            if (facts.width != 0 || segment.big(1) != 8) return std::nullopt;
            facts.height = static_cast<std::int64_t>(segment.big(2));
            facts.width = static_cast<std::int64_t>(segment.big(2));
            if (!segment.ok() || facts.width == 0) return std::nullopt;
        }
        if (marker == start_of_scan && (++scans > most_scans || !skip_scan(in)))
            return std::nullopt;
    }
    if (!in.ok() || scans == 0 || facts.width == 0) return std::nullopt;
    if (!is_harmless_rest(in.rest(), has_more)) return std::nullopt;
    return facts;
}

}  // namespace asterism::media
