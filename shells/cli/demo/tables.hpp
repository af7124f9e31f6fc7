#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "libcore/places/types.hpp"

namespace asterism::cli::demo {

/// A place that there is: its name, where it lies and how high.
struct KnownPlace {
    std::string_view name;
    places::Spot spot;
    double elevation_metres;
    places::Type type;
};

/// Observatories, dark-sky parks and views from all continents.
std::span<const KnownPlace> known_places();

enum class Portrait : std::uint8_t { ringed, banded, moon, red, ice, comet, sun };

/// Somebody who writes, takes pictures and can be read about.
struct KnownPerson {
    std::string_view handle;
    std::string_view first_name;
    std::string_view last_name;
    std::string_view home;
    std::string_view bio;
    Portrait portrait;
};

/// The first of them have a part to play, see cast.hpp.
std::span<const KnownPerson> known_people();

}  // namespace asterism::cli::demo
