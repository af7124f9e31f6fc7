#include "libcore/media/types.hpp"

#include <algorithm>

#include "libcore/base/entropy.hpp"

namespace asterism::media {
namespace {

constexpr std::size_t name_length = 32;

}  // namespace

bool is_blob_name(std::string_view text) {
    return text.size() == name_length &&
           text.find_first_not_of(hex_digits) == std::string_view::npos;
}

bool UploadRule::accepts(std::string_view text) {
    if (!is_blob_name(text.substr(0, name_length)) || text.size() <= name_length) return false;
    const auto ending = text.substr(name_length);
    return std::ranges::any_of(names(Format{}), [&](const auto& each) {
        return ending.front() == '.' && ending.substr(1) == each.second;
    });
}

Format claimed_format(const Upload& upload) {
    const auto ending = upload.view().substr(name_length + 1);
    for (const auto& [format, name] : names(Format{}))
        if (name == ending) return format;
    return Format::jpeg;
}

std::string file_name(std::string_view blob, int side) {
    return std::string(blob) + "-" + std::to_string(side) + ".jpg";
}

std::string_view blob_of(std::string_view file) {
    const auto blob = file.substr(0, name_length);
    if (!is_blob_name(blob) || !file.ends_with(".jpg")) return {};
    auto side = file.substr(name_length);
    side.remove_suffix(4);
    if (side.size() < 2 || side.size() > 6 || side.front() != '-' || side[1] == '0') return {};
    return side.find_first_not_of("0123456789", 1) == std::string_view::npos ? blob
                                                                             : std::string_view{};
}

}  // namespace asterism::media
