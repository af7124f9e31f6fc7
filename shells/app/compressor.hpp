#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace asterism::app {

/// How bytes travel (RFC 9110 section 8.4.1).
enum class Coding : std::uint8_t { identity, gzip, brotli };

/// Makes bytes fewer, for whoever can make them more again.
class Compressor {
public:
    virtual ~Compressor() = default;
    /// In a coding other than identity. The more bytes there are, the less is tried.
    virtual std::string compress(Coding coding, std::string_view bytes) const = 0;
};

}  // namespace asterism::app
