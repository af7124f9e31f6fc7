#include <algorithm>

#include "libcore/media/bytes.hpp"
#include "libcore/media/inspect.hpp"

namespace asterism::media {
namespace {

constexpr unsigned has_colours = 0x80;

void skip_colours(Bytes& in, std::uint64_t flags) {
    if ((flags & has_colours) != 0) in.take(3U << ((flags & 7) + 1));
}

/// Pieces of up to 255 bytes, the last one empty.
void skip_blocks(Bytes& in) {
    while (const auto size = in.big(1)) in.take(size);
}

}  // namespace

std::optional<Facts> walk_gif(std::string_view file) {
    Bytes in(file);
    in.take(6);
    Facts facts{Format::gif};
    facts.width = static_cast<std::int64_t>(in.little(2));
    facts.height = static_cast<std::int64_t>(in.little(2));
    facts.frames = 0;
    const auto flags = in.big(1);
    in.take(2);
    skip_colours(in, flags);
    while (in.ok()) {
        switch (in.big(1)) {
            case '!':
                in.take(1);
                skip_blocks(in);
                break;
            case ',': {
                const auto left = in.little(2);
                const auto top = in.little(2);
                facts.width = std::max(facts.width, static_cast<std::int64_t>(left + in.little(2)));
                facts.height =
                    std::max(facts.height, static_cast<std::int64_t>(top + in.little(2)));
                skip_colours(in, in.big(1));
                in.take(1);
                skip_blocks(in);
                ++facts.frames;
                break;
            }
            case ';': {
                const auto zero = [](char c) { return c == 0; };
                const bool ends = facts.frames > 0 && std::ranges::all_of(in.rest(), zero);
                return ends ? std::optional(facts) : std::nullopt;
            }
            default: return std::nullopt;
        }
    }
    return std::nullopt;
}

}  // namespace asterism::media
