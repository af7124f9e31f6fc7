#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <numbers>

#include "libcore/sky/angles.hpp"

namespace asterism::sky {

/// Added and taken away again it leaves the nearest whole number; numbers beyond 2^51 are out of
/// its reach and come back as they can.
inline constexpr double whole_number_shift = 6755399441055744.0;

constexpr double nearest_whole(double number) {
    return number + whole_number_shift - whole_number_shift;
}

/// The point of the unit circle after so many turns, which for turns costs half of what sine and
/// cosine cost for radians, and is the same to the bit on all machines. The polynomials are those
/// of Moshier's Cephes library for an eighth of a turn each way, good to 2e-16.
inline Phasor phasor_after(double turns) {
    const double quarters = 4 * turns;
    const double shifted = quarters + whole_number_shift;
    const double x = (quarters - (shifted - whole_number_shift)) * (std::numbers::pi / 2);
    const double z = x * x;
    const double high_sine = (1.58962301576546568060e-10 * z - 2.50507477628578072866e-8) * z +
                             2.75573136213857245213e-6;
    const double sine_part =
        ((high_sine * z - 1.98412698295895385996e-4) * z + 8.33333333332211858878e-3) * z -
        1.66666666666666307295e-1;
    const double high_cosine = (-1.13585365213876817300e-11 * z + 2.08757008419747316778e-9) * z -
                               2.75573141792967388112e-7;
    const double cosine_part =
        ((high_cosine * z + 2.48015872888517045348e-5) * z - 1.38888888888730564116e-3) * z +
        4.16666666666665929218e-2;
    const std::array parts{1 - z / 2 + z * z * cosine_part, x + x * z * sine_part};
    // The last bits of the shifted number are those of the count of quarters.
    const std::uint64_t quarter = std::bit_cast<std::uint64_t>(shifted) % 4;
    constexpr std::array<double, 4> cosine_signs{1, -1, -1, 1};
    constexpr std::array<double, 4> sine_signs{1, 1, -1, -1};
    return {cosine_signs[quarter] * parts[quarter % 2],
            sine_signs[quarter] * parts[1 - quarter % 2]};
}

}  // namespace asterism::sky
