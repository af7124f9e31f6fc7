#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "shells/app/packer.hpp"

namespace asterism::outside {

struct ZipEntry {
    std::string name;  ///< with slashes, never with a leading one or with dot segments
    std::string data;
};

/// A ZIP file with deflated entries, the same bytes for the same entries.
std::string zip(std::span<const ZipEntry> entries);

/// Packs views with the files that `read` finds by name.
class ZipPacker final : public app::Packer {
public:
    using Read = std::function<std::optional<std::string>(std::string_view file)>;

    explicit ZipPacker(Read read) : read_(std::move(read)) {}

    std::string pack(std::string_view view) const override;

private:
    Read read_;
};

}  // namespace asterism::outside
