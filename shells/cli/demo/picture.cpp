#include "shells/cli/demo/picture.hpp"

namespace asterism::cli::demo {
namespace {

float corner(std::int64_t x, std::int64_t y, std::uint64_t seed) {
    auto z = seed + static_cast<std::uint64_t>(x) * 0x9E37'79B9'7F4A'7C15 +
             static_cast<std::uint64_t>(y) * 0xC2B2'AE3D'27D4'EB4F;
    z = (z ^ z >> 32U) * 0xD6E8'FEB8'6659'FD93;
    return static_cast<float>(z >> 40U) * 0x1p-24F;
}

float eased(float part) { return part * part * (3 - 2 * part); }

}  // namespace

float noise(float x, float y, std::uint64_t seed) {
    const float left = std::floor(x);
    const float top = std::floor(y);
    const auto column = static_cast<std::int64_t>(left);
    const auto row = static_cast<std::int64_t>(top);
    const float right = eased(x - left);
    const float down = eased(y - top);
    const float above = std::lerp(corner(column, row, seed), corner(column + 1, row, seed), right);
    const float below =
        std::lerp(corner(column, row + 1, seed), corner(column + 1, row + 1, seed), right);
    return std::lerp(above, below, down);
}

float rough_noise(float x, float y, std::uint64_t seed) {
    float sum = 0;
    float height = 0.5F;
    for (std::uint64_t octave = 0; octave < 4; ++octave) {
        sum += height * noise(x, y, seed + octave);
        x *= 2.03F;
        y *= 2.03F;
        height /= 2;
    }
    return sum / 0.9375F;
}

}  // namespace asterism::cli::demo
