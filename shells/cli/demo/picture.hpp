#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>

namespace asterism::cli::demo {

/// Light of three colours, 0 to 1 and more where it is too bright to be shown.
struct Light {
    float red = 0;
    float green = 0;
    float blue = 0;

    friend Light operator+(Light a, Light b) {
        return {a.red + b.red, a.green + b.green, a.blue + b.blue};
    }

    friend Light operator*(float by, Light a) { return {by * a.red, by * a.green, by * a.blue}; }
};

inline Light mixed(Light from, Light to, float part) { return (1 - part) * from + part * to; }

/// Rows from the top, three bytes a pixel: red, green, blue.
class Picture {
public:
    Picture(int width, int height)
        : width_(width),
          height_(height),
          rgb_(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3, '\0') {}

    int width() const { return width_; }

    int height() const { return height_; }

    const std::string& rgb() const { return rgb_; }

    void set(int x, int y, Light light) {
        auto* pixel = at(x, y);
        pixel[0] = byte(255 * light.red);
        pixel[1] = byte(255 * light.green);
        pixel[2] = byte(255 * light.blue);
    }

    /// Shines onto a pixel; beyond the edges onto nothing.
    void add(int x, int y, Light light) {
        if (x < 0 || y < 0 || x >= width_ || y >= height_) return;
        auto* pixel = at(x, y);
        pixel[0] = byte(255 * light.red + level(pixel[0]));
        pixel[1] = byte(255 * light.green + level(pixel[1]));
        pixel[2] = byte(255 * light.blue + level(pixel[2]));
    }

private:
    static float level(char byte) { return static_cast<float>(static_cast<unsigned char>(byte)); }

    static char byte(float level) {
        return static_cast<char>(static_cast<unsigned char>(std::clamp(level, 0.F, 255.F)));
    }

    char* at(int x, int y) {
        return rgb_.data() + 3 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) +
                                  static_cast<std::size_t>(x));
    }

    int width_;
    int height_;
    std::string rgb_;
};

/// Smooth chance on a plane, 0 to 1, with a hill about every unit.
float noise(float x, float y, std::uint64_t seed);
/// The same with smaller hills upon the hills.
float rough_noise(float x, float y, std::uint64_t seed);

}  // namespace asterism::cli::demo
