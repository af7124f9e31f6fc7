#include "shells/cli/demo/night_sky.hpp"

#include <array>
#include <numbers>
#include <span>
#include <vector>

#include "shells/cli/demo/dice.hpp"

namespace asterism::cli::demo {
namespace {

constexpr Light moonless_zenith{0.020F, 0.030F, 0.075F};
constexpr Light milky{0.78F, 0.72F, 0.80F};
constexpr std::array<Light, 4> horizons{{{0.46F, 0.33F, 0.22F},    // a town behind the hills
                                         {0.14F, 0.34F, 0.27F},    // airglow
                                         {0.20F, 0.30F, 0.52F},    // late dusk
                                         {0.40F, 0.24F, 0.38F}}};  // early dawn
constexpr std::array<Light, 4> star_colours{
    {{0.75F, 0.84F, 1}, {1, 1, 1}, {1, 0.93F, 0.80F}, {1, 0.78F, 0.58F}}};

/// What chance decides of one picture. Lengths are parts of the picture's height.
struct Scene {
    std::uint64_t seed;
    Light horizon;
    float band_angle;
    float band_place;  ///< where it crosses the middle row, from the middle column
    float band_width;
    float band_light;
};

Scene scene_of(std::uint64_t seed, Dice& dice) {
    const auto drawn = [&](double least, double most) {
        return static_cast<float>(dice.between(least, most));
    };
    Scene out{seed,
              horizons[dice.below(horizons.size())],
              drawn(0.5, 1.1),
              drawn(-0.4, 0.4),
              drawn(0.13, 0.2),
              drawn(0.6, 1.0)};
    if (dice.chance(0.5)) out.band_angle = std::numbers::pi_v<float> - out.band_angle;
    return out;
}

/// How bright the Milky Way is there: clouds along a band, with a dark lane in its middle.
float milky_way(const Scene& scene, float x, float y) {
    const float across = (x - scene.band_place) * std::sin(scene.band_angle) -
                         (0.5F - y) * std::cos(scene.band_angle);
    const float along = (x - scene.band_place) * std::cos(scene.band_angle) +
                        (0.5F - y) * std::sin(scene.band_angle);
    const float off = across / scene.band_width;
    if (std::abs(off) > 3) return 0;
    const float clouds = rough_noise(5 * along, 7 * across, scene.seed);
    const float bend = 0.35F * (noise(3 * along, 0.5F, scene.seed + 11) - 0.5F);
    const float lane = (off - bend) / 0.35F;
    const float dust = rough_noise(8 * along, 12 * across, scene.seed + 23);
    const float light = std::exp(-off * off) * (0.35F + 0.9F * clouds * clouds);
    return scene.band_light * light * (1 - 0.75F * std::exp(-lane * lane) * dust);
}

/// The Milky Way, looked at in few places and smooth between them.
class Glow {
public:
    Glow(const Scene& scene, int width, int height)
        : columns_(width / step + 2),
          values_(static_cast<std::size_t>(columns_) *
                  static_cast<std::size_t>(height / step + 2)) {
        const auto scale = static_cast<float>(step) / static_cast<float>(height);
        const float middle = static_cast<float>(width) / static_cast<float>(height) / 2;
        for (std::size_t i = 0; i < values_.size(); ++i) {
            const auto column = static_cast<float>(i % static_cast<std::size_t>(columns_));
            const auto row = static_cast<float>(i / static_cast<std::size_t>(columns_));
            values_[i] = milky_way(scene, column * scale - middle, row * scale);
        }
    }

    /// One row of pixels.
    void read(int y, std::span<float> out) const {
        const auto* above = values_.data() + std::ptrdiff_t{y / step} * columns_;
        const auto* below = above + columns_;
        const float down = static_cast<float>(y % step) / step;
        float left = above[0] + down * (below[0] - above[0]);
        for (std::size_t x = 0; x < out.size(); x += step, ++above, ++below) {
            const float right = above[1] + down * (below[1] - above[1]);
            const float slope = (right - left) / step;
            for (std::size_t i = x; i < std::min(x + step, out.size()); ++i) {
                out[i] = left;
                left += slope;
            }
            left = right;
        }
    }

private:
    static constexpr int step = 8;
    std::ptrdiff_t columns_;
    std::vector<float> values_;
};

void paint_sky(Picture& picture, const Scene& scene, const Glow& glow, Dice& dice) {
    std::vector<float> milk(static_cast<std::size_t>(picture.width()));
    auto grain = dice.next();
    for (int y = 0; y < picture.height(); ++y) {
        const float down = static_cast<float>(y) / static_cast<float>(picture.height());
        const Light sky = moonless_zenith + down * down * down * scene.horizon;
        const float air = 1 - 0.8F * down * down;  // thick near the horizon
        glow.read(y, milk);
        for (int x = 0; x < picture.width(); ++x) {
            grain = grain * 6'364'136'223'846'793'005U + 1'442'695'040'888'963'407U;
            const float speck = static_cast<float>(grain >> 56U) * (0.03F / 256);
            const float light = air * milk[static_cast<std::size_t>(x)];
            picture.set(
                x, y,
                {sky.red + light * milky.red + speck, sky.green + light * milky.green + speck,
                 sky.blue + light * milky.blue + speck});
        }
    }
}

void paint_star(Picture& picture, int x, int y, float light, Light colour) {
    const int reach = light < 0.5F ? 0 : light < 1.2F ? 1 : 3;
    for (int dy = -reach; dy <= reach; ++dy)
        for (int dx = -reach; dx <= reach; ++dx)
            picture.add(x + dx, y + dy,
                        light * std::exp(-0.9F * static_cast<float>(dx * dx + dy * dy)) * colour);
}

void paint_stars(Picture& picture, const Scene& scene, Dice& dice) {
    const int count = picture.width() * picture.height() / 420;
    const auto height = static_cast<float>(picture.height());
    for (int i = 0; i < count; ++i) {
        const auto x = static_cast<int>(dice.below(static_cast<std::size_t>(picture.width())));
        const auto y = static_cast<int>(dice.below(static_cast<std::size_t>(picture.height())));
        const auto row = static_cast<float>(y) / height;
        const float column =
            (static_cast<float>(x) - static_cast<float>(picture.width()) / 2) / height;
        // Most of the faint ones are of the Milky Way.
        if (i > 300 && dice.chance(0.6 - milky_way(scene, column, row))) continue;
        const auto faint = static_cast<float>(dice.part());
        const float light = std::min(2.F, 0.17F / std::pow(faint + 0.002F, 0.55F));
        paint_star(picture, x, y, (1 - 0.7F * row * row) * light,
                   star_colours[dice.below(star_colours.size())]);
    }
}

/// Far hills are lighter than near ones, and lower ones are nearer.
void paint_hills(Picture& picture, const Scene& scene) {
    const auto width = static_cast<float>(picture.width());
    const auto height = static_cast<float>(picture.height());
    for (int layer = 0; layer < 3; ++layer) {
        const auto near = static_cast<float>(layer);
        const Light dark = (0.24F - 0.10F * near) * scene.horizon + Light{0.012F, 0.014F, 0.022F};
        for (int x = 0; x < picture.width(); ++x) {
            const float along = static_cast<float>(x) / width;
            const float rise = rough_noise((3 + near) * along, near, scene.seed + 31);
            const float top = height * (0.74F + 0.085F * near - 0.12F * (rise - 0.5F));
            for (int y = std::max(0, static_cast<int>(top)); y < picture.height(); ++y)
                picture.set(x, y, dark);
        }
    }
}

}  // namespace

Picture draw_night(int width, int height, std::uint64_t seed) {
    Dice dice(seed);
    const auto scene = scene_of(seed, dice);
    Picture picture(width, height);
    paint_sky(picture, scene, Glow(scene, width, height), dice);
    paint_stars(picture, scene, dice);
    paint_hills(picture, scene);
    return picture;
}

}  // namespace asterism::cli::demo
