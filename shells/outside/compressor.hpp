#pragma once

#include "shells/app/compressor.hpp"

namespace asterism::outside {

/// With zlib and libbrotli.
class SystemCompressor final : public app::Compressor {
public:
    std::string compress(app::Coding coding, std::string_view bytes) const override;
};

}  // namespace asterism::outside
