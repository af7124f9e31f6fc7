#include <algorithm>

#include "libcore/media/bytes.hpp"
#include "libcore/media/inspect.hpp"

namespace asterism::media {
namespace {

constexpr int most_boxes = 10'000;
constexpr int deepest = 4;

/// Boxes within boxes (ISO/IEC 14496-12 section 4.2), down to where the sizes of images stand.
class Boxes {
public:
    bool walk(std::string_view text, int depth) {
        Bytes in(text);
        while (in.left() > 0) {
            auto size = in.big(4);
            const auto name = in.take(4);
            std::uint64_t head = 8;
            if (size == 1) {
                size = in.big(8);
                head = 16;
            }
            if (size == 0) size = head + in.left();
            if (!in.ok() || size < head || ++boxes_ > most_boxes) return false;
            const auto content = in.take(size - head);
            if (!in.ok() || !enter(name, content, depth)) return false;
        }
        return true;
    }

    Facts facts{Format::heif};
    bool has_pixels = false;

private:
    bool enter(std::string_view name, std::string_view content, int depth) {
        if (name == "mdat" || name == "idat") has_pixels = true;
        if (name == "ispe") return read_size(Bytes(content));
        if (name == "meta") return content.size() >= 4 && descend(content.substr(4), depth);
        if (name == "iprp" || name == "ipco") return descend(content, depth);
        // A film, and what it holds, is no picture.
        return name != "moov" || depth > 0;
    }

    bool descend(std::string_view content, int depth) {
        return depth < deepest && walk(content, depth + 1);
    }

    bool read_size(Bytes in) {
        in.take(4);
        facts.width = std::max(facts.width, static_cast<std::int64_t>(in.big(4)));
        facts.height = std::max(facts.height, static_cast<std::int64_t>(in.big(4)));
        return in.ok();
    }

    int boxes_ = 0;
};

}  // namespace

std::optional<Facts> walk_heif(std::string_view file) {
    Boxes boxes;
    if (!boxes.walk(file, 0) || !boxes.has_pixels || boxes.facts.width == 0) return std::nullopt;
    return boxes.facts;
}

}  // namespace asterism::media
