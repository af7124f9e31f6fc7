#include "shells/cli/sky/moon_picture.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace asterism::cli {
namespace {

constexpr int lit_grey = 230;
constexpr int unlit_grey = 237;

std::string_view plain(Spot upper, Spot lower, Ink ink) {
    const bool ascii = ink == Ink::ascii;
    if (upper == Spot::lit && lower == Spot::lit) return ascii ? "#" : "█";
    if (upper == Spot::lit) return ascii ? "\"" : "▀";
    if (lower == Spot::lit) return ascii ? "," : "▄";
    if (upper == Spot::outside && lower == Spot::outside) return " ";
    return ascii ? "." : "░";
}

/// How to show two spots in colours: the terminal's code for it, without its frame, and the sign.
std::pair<std::string, std::string_view> coloured(Spot upper, Spot lower) {
    const auto grey = [](Spot spot) { return spot == Spot::lit ? lit_grey : unlit_grey; };
    if (upper == Spot::outside && lower == Spot::outside) return {"0", " "};
    if (upper == Spot::outside) return {fmt::format("0;38;5;{}", grey(lower)), "▄"};
    if (lower == Spot::outside) return {fmt::format("0;38;5;{}", grey(upper)), "▀"};
    return {fmt::format("38;5;{};48;5;{}", grey(upper), grey(lower)), "▀"};
}

}  // namespace

MoonPicture moon_picture(double illumination, double lit_towards_degrees, int size) {
    const double lit = illumination > 0 ? std::min(illumination, 1.0) : 0.0;
    const double angle = lit_towards_degrees * std::numbers::pi / 180;
    const double sine = std::sin(angle);
    const double cosine = std::cos(angle);
    MoonPicture out{size, {}};
    for (int row = 0; row < size; ++row)
        for (int column = 0; column < size; ++column) {
            const double right = (2 * column + 1.0) / size - 1;
            const double up = 1 - (2 * row + 1.0) / size;
            const double towards = right * sine + up * cosine;
            const double across = right * cosine - up * sine;
            const bool inside = right * right + up * up <= 1;
            const double border = (1 - 2 * lit) * std::sqrt(std::max(0.0, 1 - across * across));
            out.spots.push_back(!inside            ? Spot::outside
                                : towards > border ? Spot::lit
                                                   : Spot::unlit);
        }
    return out;
}

std::vector<std::string> drawn(const MoonPicture& picture, Ink ink) {
    std::vector<std::string> out;
    for (int row = 0; row < picture.size; row += 2) {
        auto& line = out.emplace_back();
        std::string code = "0";
        const auto turn_to = [&](const std::string& next) {
            if (next != code) line += fmt::format("\x1b[{}m", next);
            code = next;
        };
        for (int column = 0; column < picture.size; ++column) {
            const Spot upper = picture.at(row, column);
            const Spot lower = row + 1 < picture.size ? picture.at(row + 1, column) : Spot::outside;
            if (ink != Ink::colours) {
                line += plain(upper, lower, ink);
                continue;
            }
            const auto [next, sign] = coloured(upper, lower);
            turn_to(next);
            line += sign;
        }
        turn_to("0");
    }
    return out;
}

}  // namespace asterism::cli
