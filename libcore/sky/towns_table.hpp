#pragma once

#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "libcore/sky/place.hpp"
#include "libcore/sky/vector.hpp"

namespace asterism::sky {

// How the embedded file of towns is read: tables/towns.txt tells its layout. For towns.hpp and
// city_glow.hpp; others ask those.

/// The Earth's mean radius (IUGG), of the sphere on which all distances to towns are.
inline constexpr double towns_radius_km = 6371.0088;

/// Where on that sphere a place is; not a number if the place is not.
Vector sphere_km(Place place);

/// Whose lamps shine there.
enum class LampRegion : std::uint8_t { elsewhere, united_states, europe };

/// A town as it is stored: its place in steps of 2.5 m from its cell's centre.
struct StoredTown {
    std::int16_t x;
    std::int16_t y;
    std::int16_t z;
    std::uint16_t people_and_region;

    Vector from_centre_km() const { return 1.0 / 400 * Vector{double(x), double(y), double(z)}; }

    double people() const {
        const auto number = std::uint64_t{people_and_region} >> 2;  // octave and 9 bits of fraction
        return std::bit_cast<double>((number + (std::uint64_t{1023} << 9)) << 43);
    }

    LampRegion region() const { return LampRegion(people_and_region & 3); }
};

/// Towns with neighbouring numbers, none farther than `towns_cell_reach_km` from the centre.
struct TownCell {
    std::size_t first;
    std::size_t last;  ///< one beyond
    Vector centre_km;
};

/// Half the diagonal of the largest cell, of one degree by one at the equator.
inline constexpr double towns_cell_reach_km = 79;

class TownsTable {
public:
    /// Of a whole file; nothing is checked, since the embedded one is compared by a test.
    explicit TownsTable(std::string_view file);

    std::size_t town_count() const { return town_count_; }

    StoredTown town(std::size_t number) const { return read<StoredTown>(towns_, number); }

    std::string_view name(std::size_t number) const;
    std::string_view region(std::size_t number) const;
    std::string_view country(std::size_t number) const;
    std::string_view country_name(std::size_t number) const;

    TownCell cell_of_town(std::size_t number) const;

    /// Shows every cell that may have a town within so far from the place, and few others.
    template <class See>
    void visit_cells(Vector from_km, double within_km, See&& see) const {
        if (!(within_km >= 0 && std::isfinite(dot(from_km, from_km)))) return;
        const Cap cap = cap_around(from_km, within_km);
        const double far = within_km + towns_cell_reach_km;
        for (int band = cap.first_band; band <= cap.last_band; ++band) {
            const auto show = [&](ColumnRange range) {
                for (std::size_t cell = range.first; cell < range.last; ++cell) {
                    const TownCell found = this->cell(cell, band);
                    const Vector apart = found.centre_km - from_km;
                    if (dot(apart, apart) <= far * far) see(found);
                }
            };
            for (const ColumnRange range : columns_within(band, cap)) show(range);
        }
    }

private:
    /// What lies within a distance, in degrees of latitude and longitude.
    struct Cap {
        int first_band;  ///< of one degree, from the south pole
        int last_band;
        double west;  ///< 0 to 360, counted from the date line
        double width;
    };

    struct ColumnRange {
        std::size_t first = 0;  ///< numbers of cells
        std::size_t last = 0;
    };

    template <class T>
    static T read(const char* from, std::size_t number) {
        static_assert(std::endian::native == std::endian::little, "the file's order of bytes");
        T value;
        std::memcpy(&value, from + number * sizeof(T), sizeof(T));
        return value;
    }

    static Cap cap_around(Vector from_km, double within_km);
    std::array<ColumnRange, 2> columns_within(int band, const Cap& cap) const;
    ColumnRange between_columns(int band, double first, double last) const;
    TownCell cell(std::size_t number, int band) const;

    std::size_t town_count_;
    std::size_t cell_count_;
    const char* towns_;
    const char* first_towns_;
    const char* name_starts_;
    const char* region_starts_;
    const char* country_starts_;
    const char* columns_;
    const char* bands_;
    const char* town_regions_;
    const char* region_countries_;
    const char* country_codes_;
    const char* names_;
    const char* region_names_;
    const char* country_names_;
};

/// The embedded one.
TownsTable towns_table();

}  // namespace asterism::sky
