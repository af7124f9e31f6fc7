#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "libcore/base/id.hpp"
#include "libcore/base/result.hpp"
#include "libcore/base/text.hpp"
#include "libcore/base/time.hpp"

namespace asterism::media {

using BlobId = Id<struct BlobTag>;

/// What pictures come in. They are kept as JPEG, all of them.
enum class Format : std::uint8_t { jpeg, png, webp, gif, heif };

constexpr auto names(Format) {
    return std::array{std::pair{Format::jpeg, std::string_view{"jpeg"}},
                      std::pair{Format::png, std::string_view{"png"}},
                      std::pair{Format::webp, std::string_view{"webp"}},
                      std::pair{Format::gif, std::string_view{"gif"}},
                      std::pair{Format::heif, std::string_view{"heif"}}};
}

/// What an image says of itself before any of it is decoded.
struct Facts {
    Format format = Format::jpeg;
    std::int64_t width = 0;  ///< pixels
    std::int64_t height = 0;
    std::int64_t frames = 1;  ///< more than one: it moves
};

/// One size a picture is kept in: scaled down, never up, until it fits a square.
struct Size {
    int side;     ///< of that square, in pixels
    int quality;  ///< of the JPEG, 1 to 100
};

/// What becomes of an upload.
struct Plan {
    std::span<const Size> sizes;  ///< at most four, the largest first
    int least_side = 1;           ///< pixels that both sides must have
};

inline constexpr std::array picture_sizes{Size{720, 85}, Size{160, 85}};
inline constexpr std::array photo_sizes{Size{1'920, 90}, Size{720, 85}};
/// Of a person. Larger ones are shown nowhere.
inline constexpr Plan picture_plan{picture_sizes};
/// Of a place, as the gallery wants it.
inline constexpr Plan photo_plan{photo_sizes, 500};

/// Names a file that has come in and lies where nobody else looks: 32 hexadecimal digits drawn by
/// chance, a full stop, and the format that its sender claims.
struct UploadRule {
    static constexpr Fault fault{"invalid_upload", Kind::invalid, "This is no uploaded file."};
    static constexpr std::size_t longest = 37;
    static constexpr std::size_t characters = 37;

    static std::string normal(std::string_view raw) { return std::string(raw); }

    static bool accepts(std::string_view text);
};

using Upload = Text<UploadRule>;

/// The format in an upload's name.
Format claimed_format(const Upload& upload);

/// 32 hexadecimal digits.
bool is_blob_name(std::string_view text);

/// What a blob belongs to, in words of the module that owns it.
struct Subject {
    std::string kind;  ///< "profile"
    std::int64_t id = 0;
};

/// A picture that is kept, in several sizes. Its files are called by its name and their size.
struct Blob {
    BlobId id;
    std::string name;  ///< 32 hexadecimal digits drawn by chance; never used again
    AccountId owner;
    Subject subject;
    std::vector<int> sides;
    int width = 0;  ///< of the largest size, in pixels
    int height = 0;
    std::int64_t bytes = 0;  ///< of all sizes together
    Instant created_at = {};
};

/// "0123456789abcdef0123456789abcdef-720.jpg".
std::string file_name(std::string_view blob, int side);

/// The blob that a file belongs to; empty where the name is not one that `file_name` gives.
std::string_view blob_of(std::string_view file);

}  // namespace asterism::media
