#include "libcore/media/inspect.hpp"

#include <algorithm>

namespace asterism::media {
namespace {

using Row = std::pair<std::string_view, Format>;

constexpr std::array endings{
    Row{"jpg", Format::jpeg},  Row{"jpeg", Format::jpeg}, Row{"png", Format::png},
    Row{"webp", Format::webp}, Row{"gif", Format::gif},   Row{"heic", Format::heif},
    Row{"heif", Format::heif},
};

constexpr std::array types{
    Row{"image/jpeg", Format::jpeg}, Row{"image/jpg", Format::jpeg},
    Row{"image/png", Format::png},   Row{"image/webp", Format::webp},
    Row{"image/gif", Format::gif},   Row{"image/heic", Format::heif},
    Row{"image/heif", Format::heif},
};

template <std::size_t N>
std::optional<Format> look_up(const std::array<Row, N>& rows, std::string_view word) {
    const auto* row = std::ranges::find(rows, word, &Row::first);
    if (row == rows.end()) return std::nullopt;
    return row->second;
}

/// Brands of still HEVC images, and the general one, which AVIF files have besides their own.
bool is_heif(std::string_view brand) {
    constexpr std::array<std::string_view, 5> known{"heic", "heix", "heim", "heis", "mif1"};
    return std::ranges::find(known, brand) != known.end();
}

std::optional<Facts> walk(std::string_view file, Format format) {
    switch (format) {
        case Format::jpeg: return walk_jpeg(file);
        case Format::png: return walk_png(file);
        case Format::webp: return walk_webp(file);
        case Format::gif: return walk_gif(file);
        case Format::heif: return walk_heif(file);
    }
    return std::nullopt;
}

const Fault* refusal(const Facts& facts, const Plan& plan) {
    if (facts.width < 1 || facts.height < 1 || facts.frames < 1) return &damaged;
    if (facts.width > most_side || facts.height > most_side ||
        facts.width * facts.height > most_pixels)
        return &too_many_pixels;
    if (facts.frames > most_frames) return &too_many_frames;
    if (std::min(facts.width, facts.height) < plan.least_side) return &too_few_pixels;
    return nullptr;
}

}  // namespace

std::optional<Format> agreed_format(std::string_view file, std::string_view type) {
    const auto stop = file.rfind('.');
    if (stop == std::string_view::npos) return std::nullopt;
    const auto named = look_up(endings, lowered(file.substr(stop + 1)));
    const auto declared = look_up(types, lowered(type));
    return named == declared ? named : std::nullopt;
}

std::optional<Format> format_of(std::string_view file) {
    if (file.starts_with("\xff\xd8\xff")) return Format::jpeg;
    if (file.starts_with("\x89PNG\r\n\x1a\n")) return Format::png;
    if (file.starts_with("GIF87a") || file.starts_with("GIF89a")) return Format::gif;
    if (file.size() < 12) return std::nullopt;
    if (file.starts_with("RIFF") && file.substr(8, 4) == "WEBP") return Format::webp;
    if (file.substr(4, 4) == "ftyp" && is_heif(file.substr(8, 4))) return Format::heif;
    return std::nullopt;
}

Result<Facts> inspect(std::string_view file, Format claimed, const Plan& plan) {
    if (file.empty()) return empty_file;
    if (std::ssize(file) > most_bytes) return too_large;
    const auto format = format_of(file);
    if (format != claimed) return other_format;
    const auto facts = walk(file, claimed);
    if (!facts) return damaged;
    if (const Fault* fault = refusal(*facts, plan)) return *fault;
    return *facts;
}

}  // namespace asterism::media
