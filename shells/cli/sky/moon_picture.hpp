#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace asterism::cli {

/// A spot of the picture: outside the Moon's disc, on its unlit part, or on its lit one.
enum class Spot : std::uint8_t { outside, unlit, lit };

/// A square picture of the Moon.
struct MoonPicture {
    int size;                 ///< spots a side
    std::vector<Spot> spots;  ///< row by row, from the top

    Spot at(int row, int column) const {
        return spots[static_cast<std::size_t>(row) * static_cast<std::size_t>(size) +
                     static_cast<std::size_t>(column)];
    }
};

/// The disc with so much of it lit, 0 to 1 (beyond: the nearer), and the middle of its lit edge so
/// far from the top, clockwise. Seen as a ball far away, the border of light is half an ellipse.
MoonPicture moon_picture(double illumination, double lit_towards_degrees, int size);

/// What spots are drawn with.
enum class Ink : std::uint8_t {
    ascii,   ///< # " , . for both, the upper, the lower and none of two spots lit
    blocks,  ///< the same in half blocks
    colours  ///< half blocks in the 256 colours of terminals
};

/// Line by line from the top, two rows of spots in each; as wide as the picture on the screen.
std::vector<std::string> drawn(const MoonPicture& picture, Ink ink);

}  // namespace asterism::cli
