#include "libcore/sky/planets_table.hpp"

#include <bit>
#include <cstddef>
#include <cstdint>

#include "embedded/planet_tables.hpp"
#include "libcore/sky/tables/segments.hpp"

namespace asterism::sky {

namespace {

/// The committed files, sorted by name; `make_planets.py` writes and describes them.
enum class PlanetFile : std::size_t { jupiter, mars, mercury, saturn, venus };

constexpr TerrestrialTime first{-14632.5};
constexpr double whole_days = 36576;

template <int Size>
Segments<Size> segments(PlanetFile file, int count, double quantum_km) {
    static_assert(std::endian::native == std::endian::little, "the tables are little-endian");
    const auto bytes = planet_tables()[static_cast<std::size_t>(file)].data;
    return {first, whole_days / count, count, quantum_km,
            reinterpret_cast<const std::int32_t*>(bytes.data())};
}

}  // namespace

Vector tabled_planet(Planet planet, TerrestrialTime at) {
    static const auto mercury = segments<17>(PlanetFile::mercury, 762, 2.0);
    static const auto venus = segments<17>(PlanetFile::venus, 144, 0.5);
    static const auto mars = segments<17>(PlanetFile::mars, 96, 0.5);
    static const auto jupiter = segments<10>(PlanetFile::jupiter, 32, 2.0);
    static const auto saturn = segments<9>(PlanetFile::saturn, 32, 2.0);
    switch (planet) {
        case Planet::mercury: return position(mercury, at);
        case Planet::venus: return position(venus, at);
        case Planet::mars: return position(mars, at);
        case Planet::jupiter: return position(jupiter, at);
        case Planet::saturn: break;
    }
    return position(saturn, at);
}

}  // namespace asterism::sky
