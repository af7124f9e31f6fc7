#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "libcore/sky/place.hpp"

namespace asterism::sky {

/// What a map of light pollution knows of a place.
enum class GlowKnown : std::uint8_t {
    yes,
    no_data,     ///< the map does not reach there, or has a hole
    unavailable  ///< there is no map, or it cannot be read just now
};

struct GlowReading {
    GlowKnown known = GlowKnown::unavailable;
    double artificial_mcd_per_m2 = 0;  ///< of the zenith, V band, clear and moonless; if known
    double uncertainty_mag = 0;        ///< of the whole sky's brightness, in mag/arcsec²; if known
    int year = 0;                      ///< that the light was measured in; 0: nobody said
    std::string source = {};           ///< who made the map; if known
};

/// What a map says of itself.
struct LightMapFacts {
    bool available = false;
    bool expected = false;     ///< somebody said where it is, so that its absence is a fault
    std::string trouble = {};  ///< why it is not available, for the operator
    std::string source = {};
    std::string licence = {};
    std::string checksum = {};  ///< hexadecimal; names what the map holds
    double uncertainty_mag = 0;
    int year = 0;
};

/// How what lies between the middles of a map's cells is read.
enum class Sampling : std::uint8_t {
    nearest,  ///< the cell that the place lies in; what Bortle classes and tiles are made of
    bilinear  ///< between the four around it, by luminance
};

/// A map of artificial light over the Earth. For many threads at once; never throws.
class LightMap {
public:
    virtual ~LightMap() = default;

    virtual GlowReading at(const Place& place, Sampling sampling) const = 0;

    /// Artificial luminances in mcd/m² at places given in degrees: not a number where there is no
    /// data. As many as the shortest of the three has. If the answer is not `yes`, it is
    /// `unavailable`, and what was written means nothing.
    virtual GlowKnown at(std::span<const double> latitudes_degrees,
                         std::span<const double> longitudes_degrees, Sampling sampling,
                         std::span<double> artificial_mcd_per_m2) const = 0;

    virtual LightMapFacts facts() const = 0;
};

/// What there is where nobody has a map: never available.
class NoLightMap final : public LightMap {
public:
    GlowReading at(const Place&, Sampling) const override { return {}; }

    GlowKnown at(std::span<const double>, std::span<const double>, Sampling,
                 std::span<double>) const override {
        return GlowKnown::unavailable;
    }

    LightMapFacts facts() const override { return {.trouble = "There is no map."}; }
};

}  // namespace asterism::sky
