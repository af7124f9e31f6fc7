#include <algorithm>

#include "libcore/media/bytes.hpp"
#include "libcore/media/inspect.hpp"

namespace asterism::media {
namespace {

constexpr int most_chunks = 2'000;

void widen(Facts& facts, std::uint64_t width, std::uint64_t height) {
    facts.width = std::max(facts.width, static_cast<std::int64_t>(width));
    facts.height = std::max(facts.height, static_cast<std::int64_t>(height));
}

/// RFC 6386 section 9.1.
bool read_lossy(Bytes in, Facts& facts) {
    const auto tag = in.little(3);
    if ((tag & 1) != 0 || in.take(3) != "\x9d\x01\x2a") return false;
    const auto width = in.little(2) & 0x3FFF;
    const auto height = in.little(2) & 0x3FFF;
    if (!in.ok()) return false;
    widen(facts, width, height);
    return true;
}

/// RFC 9649 section 3.4.
bool read_lossless(Bytes in, Facts& facts) {
    if (in.little(1) != 0x2F) return false;
    const auto bits = in.little(4);
    if (!in.ok()) return false;
    widen(facts, (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1);
    return true;
}

/// The canvas, which the pictures on it cannot exceed.
bool read_extended(Bytes in, Facts& facts) {
    in.take(4);
    const auto width = in.little(3) + 1;
    const auto height = in.little(3) + 1;
    if (!in.ok()) return false;
    widen(facts, width, height);
    return true;
}

}  // namespace

std::optional<Facts> walk_webp(std::string_view file) {
    Bytes in(file);
    in.take(4);
    const auto size = in.little(4);
    in.take(4);
    if (size + 8 != file.size() && size + 9 != file.size()) return std::nullopt;
    Facts facts{Format::webp};
    std::int64_t frames = 0;
    bool pixels = false;
    for (int chunks = 0; in.left() > 1; ++chunks) {
        const auto name = in.take(4);
        const auto length = in.little(4);
        const Bytes content(in.take(length));
        if (length % 2 == 1 && in.left() > 0) in.take(1);
        if (!in.ok() || chunks > most_chunks) return std::nullopt;
        const bool lossy = name == "VP8 ";
        if (lossy || name == "VP8L") {
            if (!(lossy ? read_lossy(content, facts) : read_lossless(content, facts)))
                return std::nullopt;
            pixels = true;
        }
        if (name == "VP8X" && !read_extended(content, facts)) return std::nullopt;
        if (name == "ANMF") ++frames;
    }
    if (!pixels && frames == 0) return std::nullopt;
    facts.frames = std::max<std::int64_t>(frames, 1);
    return facts;
}

}  // namespace asterism::media
