#include <algorithm>

#include "libcore/media/bytes.hpp"
#include "libcore/media/inspect.hpp"

namespace asterism::media {
namespace {

constexpr std::uint64_t most_aside = 1024 * 1024;  ///< bytes of text, profiles and the like
constexpr int most_chunks = 20'000;  ///< writers cut pixels into pieces of 8 KiB, or a little less

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::optional<Facts> read_header(Bytes header) {
    Facts facts{Format::png};
    facts.width = static_cast<std::int64_t>(header.big(4));
    facts.height = static_cast<std::int64_t>(header.big(4));
    header.take(5);
    if (!header.ok() || header.left() != 0) return std::nullopt;
    return facts;
}

}  // namespace

std::optional<Facts> walk_png(std::string_view file) {
    Bytes in(file);
    in.take(8);
    std::optional<Facts> facts;
    std::uint64_t aside = 0;
    bool pixels = false;
    for (int chunks = 0; chunks < most_chunks; ++chunks) {
        const auto size = in.big(4);
        const auto name = in.take(4);
        const Bytes content(in.take(size));
        in.take(4);  // of the checksum, which the decoder looks at
        if (!in.ok() || !std::ranges::all_of(name, is_letter)) return std::nullopt;
        if (!facts) {
            if (name != "IHDR" || !(facts = read_header(content))) return std::nullopt;
        } else if (name == "IDAT") {
            pixels = true;
        } else if (name == "acTL") {
            facts->frames = static_cast<std::int64_t>(Bytes(content).big(4));
        } else if (name == "IEND") {
            return pixels && in.left() == 0 ? facts : std::nullopt;
        } else if (name != "fdAT") {
            aside += size;
            if (name == "IHDR" || aside > most_aside) return std::nullopt;
        }
    }
    return std::nullopt;
}

}  // namespace asterism::media
