#include "libcore/base/entropy.hpp"

#include <array>

namespace asterism {

std::string random_text(Entropy& entropy, std::string_view alphabet, std::size_t length) {
    // Bytes at or above the last whole multiple of the alphabet are drawn again: no letter is
    // likelier than another.
    const std::size_t fair = 256 - 256 % alphabet.size();
    std::string out;
    out.reserve(length);
    while (out.size() < length) {
        std::array<std::byte, 64> bytes;
        entropy.fill(bytes);
        for (const auto byte : bytes) {
            const auto drawn = std::to_integer<std::size_t>(byte);
            if (drawn < fair && out.size() < length) out += alphabet[drawn % alphabet.size()];
        }
    }
    return out;
}

std::string random_uuid(Entropy& entropy) {
    std::array<std::byte, 16> bytes;
    entropy.fill(bytes);
    bytes[6] = (bytes[6] & std::byte{0x0f}) | std::byte{0x40};
    bytes[8] = (bytes[8] & std::byte{0x3f}) | std::byte{0x80};
    std::string out;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) out += '-';
        out += hex_digits[std::to_integer<std::size_t>(bytes[i] >> 4)];
        out += hex_digits[std::to_integer<std::size_t>(bytes[i] & std::byte{0x0f})];
    }
    return out;
}

}  // namespace asterism
