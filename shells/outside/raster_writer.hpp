#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include <openssl/types.h>

#include "libcore/sky/raster.hpp"
#include "shells/outside/descriptor.hpp"

namespace asterism::outside {

/// Writes a raster's file row by row, in memory for 64 rows. Nobody sees the file before it is
/// whole: it gets its name at the end, and takes the place of what had it. Throws app::NoRoom for a
/// full disk, std::system_error for the rest.
class RasterWriter {
public:
    /// Of the facts, those about the grid must be right already.
    RasterWriter(std::string path, sky::RasterFacts facts);
    RasterWriter(const RasterWriter&) = delete;
    RasterWriter& operator=(const RasterWriter&) = delete;
    /// What was not finished is gone.
    ~RasterWriter();

    /// The next row's codes, one for each column, from the north.
    void add_row(std::span<const std::uint16_t> codes);

    /// After the last row. Gives the facts as they are in the file.
    sky::RasterFacts finish();

private:
    struct FreeDigest {
        void operator()(EVP_MD_CTX* digest) const;
    };

    void write(std::span<const std::byte> bytes, bool counted = true);
    void write_tiles();
    void write_tile(std::uint32_t left);

    std::string path_;
    std::string unfinished_;
    sky::RasterFacts facts_;
    Descriptor file_;
    std::unique_ptr<EVP_MD_CTX, FreeDigest> digest_;
    std::vector<std::uint16_t> band_;  ///< up to 64 rows
    std::uint32_t band_rows_ = 0;
    std::uint32_t rows_ = 0;
    std::vector<std::byte> index_;
};

}  // namespace asterism::outside
