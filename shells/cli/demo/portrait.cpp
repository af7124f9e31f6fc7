#include "shells/cli/demo/portrait.hpp"

#include <optional>

#include "shells/cli/demo/dice.hpp"

namespace asterism::cli::demo {
namespace {

// Coordinates go from -1 to 1 in both directions, down and to the right.

constexpr Light space{0.035F, 0.045F, 0.09F};

/// A point of the half of a ball that one sees.
struct Facing {
    float x;
    float y;
    float towards;  ///< us, as a part of its radius
};

std::optional<Facing> on_ball(float x, float y, float radius) {
    const float out = (x * x + y * y) / (radius * radius);
    if (out >= 1) return std::nullopt;
    return Facing{x / radius, y / radius, std::sqrt(1 - out)};
}

/// By a sun on the upper left.
float lit(const Facing& at) {
    return std::max(0.04F, -0.55F * at.x - 0.45F * at.y + 0.70F * at.towards);
}

Light banded(const Facing& at, std::uint64_t seed) {
    const float swirl = 0.09F * (rough_noise(3 * at.x, 6 * at.y, seed) - 0.5F);
    const float band = 0.5F + 0.5F * std::sin(17 * (at.y + swirl));
    return mixed({0.93F, 0.84F, 0.70F}, {0.67F, 0.45F, 0.31F}, band);
}

Light cratered(const Facing& at, std::uint64_t seed) {
    const float seas = rough_noise(1.6F * at.x, 1.6F * at.y, seed);
    const float pits = rough_noise(9 * at.x, 9 * at.y, seed + 5);
    const float grey = 0.45F + 0.6F * (seas > 0.5F ? 0.75F : 0.4F) + 0.3F * (pits - 0.5F);
    return grey * Light{1, 0.98F, 0.93F};
}

Light rusty(const Facing& at, std::uint64_t seed) {
    if (at.y < -0.86F + 0.1F * noise(5 * at.x, 0, seed)) return {0.95F, 0.93F, 0.90F};
    const float dust = rough_noise(2.4F * at.x, 2.4F * at.y, seed);
    return mixed({0.86F, 0.47F, 0.26F}, {0.42F, 0.20F, 0.13F}, dust * dust * 1.4F);
}

Light icy(const Facing& at, std::uint64_t seed) {
    const float haze = rough_noise(1.2F * at.x, 5 * at.y, seed);
    return mixed({0.42F, 0.73F, 0.88F}, {0.72F, 0.92F, 0.96F}, haze);
}

Light seething(const Facing& at, std::uint64_t seed) {
    const float cells = rough_noise(7 * at.x, 7 * at.y, seed);
    const float edge = 0.35F + 0.65F * at.towards;
    return edge * mixed({1, 0.62F, 0.16F}, {1, 0.92F, 0.58F}, cells);
}

Light surface(Portrait what, const Facing& at, std::uint64_t seed) {
    switch (what) {
        case Portrait::ringed:
        case Portrait::banded: return lit(at) * banded(at, seed);
        case Portrait::moon: return lit(at) * cratered(at, seed);
        case Portrait::red: return lit(at) * rusty(at, seed);
        case Portrait::ice: return lit(at) * icy(at, seed);
        case Portrait::sun: return seething(at, seed);
        case Portrait::comet: break;
    }
    return {};
}

/// How bright rings are there, seen from a little above; none where there are none.
std::optional<Light> rings(float x, float y) {
    const float tilted = y + 0.22F * x;
    const float out = std::sqrt(x * x + 14 * tilted * tilted);
    if (out < 0.62F || out > 0.96F || std::abs(out - 0.82F) < 0.015F) return std::nullopt;
    return (0.55F + 0.35F * std::sin(60 * out)) * Light{0.90F, 0.82F, 0.68F};
}

/// Its head on the lower left, its tail away from it.
Light comet(float x, float y, std::uint64_t seed) {
    const float along = 0.78F * (x + 0.35F) - 0.62F * (y - 0.35F);
    const float across = 0.62F * (x + 0.35F) + 0.78F * (y - 0.35F);
    const float head = std::exp(-26 * (along * along + across * across));
    if (along < 0) return head * Light{0.80F, 1, 0.92F};
    const float width = 0.05F + 0.22F * along;
    const float rays = 0.6F + 0.6F * noise(across / width * 4, along, seed);
    const float tail = std::exp(-across * across / (width * width) - 1.1F * along) * rays;
    return head * Light{0.80F, 1, 0.92F} + 0.7F * tail * Light{0.65F, 0.80F, 1};
}

Light shine(Portrait what, float x, float y, std::uint64_t seed) {
    if (what == Portrait::comet) return space + comet(x, y, seed);
    const bool has_rings = what == Portrait::ringed;
    const auto ring = has_rings ? rings(x, y) : std::nullopt;
    const bool before = y + 0.22F * x > 0;
    if (ring && before) return *ring;
    if (const auto at = on_ball(x, y, has_rings ? 0.52F : 0.74F)) return surface(what, *at, seed);
    if (ring) return *ring;
    const float corona = what == Portrait::sun ? std::exp(-5 * (std::hypot(x, y) - 0.74F)) : 0;
    return space + 0.5F * corona * Light{1, 0.6F, 0.2F};
}

}  // namespace

Picture draw_portrait(Portrait what, int side, std::uint64_t seed) {
    Dice dice(seed);
    Picture out(side, side);
    const float scale = 2 / static_cast<float>(side);
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x)
            out.set(x, y,
                    shine(what, static_cast<float>(x) * scale - 1,
                          static_cast<float>(y) * scale - 1, seed));
    const auto pixels = static_cast<std::size_t>(side);
    for (int i = 0; i < side / 4; ++i) {
        const auto x = static_cast<int>(dice.below(pixels));
        const auto y = static_cast<int>(dice.below(pixels));
        const float off =
            std::hypot(static_cast<float>(x) * scale - 1, static_cast<float>(y) * scale - 1);
        if (off > 0.98F) out.add(x, y, static_cast<float>(dice.between(0.2, 0.9)) * Light{1, 1, 1});
    }
    return out;
}

}  // namespace asterism::cli::demo
