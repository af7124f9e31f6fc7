#include "libcore/sky/towns_table.hpp"

#include <algorithm>
#include <numbers>

#include "embedded/embedded_towns.hpp"

namespace asterism::sky {

namespace {

constexpr int bands = 180;

/// Into how many cells a band is cut: none is wider than a degree at the equator.
int columns_of(int band) {
    const int nearest_to_equator = std::min(std::abs(band - 90), std::abs(band - 89));
    return int(std::ceil(360 * std::cos(nearest_to_equator * radians_per_degree) - 1e-9));
}

/// Each text stands behind its length; where every sixteenth begins is known.
std::string_view text(const char* starts, const char* texts, std::size_t number) {
    std::uint32_t start;
    std::memcpy(&start, starts + number / 16 * sizeof start, sizeof start);
    const char* at = texts + start;
    for (auto rest = number % 16; rest > 0; --rest) at += 1 + static_cast<unsigned char>(*at);
    return {at + 1, static_cast<unsigned char>(*at)};
}

}  // namespace

Vector sphere_km(Place place) {
    const Phasor latitude = phasor(radians(place.latitude));
    const Phasor longitude = phasor(radians(place.longitude));
    return towns_radius_km * Vector{latitude.cosine * longitude.cosine,
                                    latitude.cosine * longitude.sine, latitude.sine};
}

TownsTable::TownsTable(std::string_view file)
    : town_count_(read<std::uint32_t>(file.data() + 8, 0)),
      cell_count_(read<std::uint32_t>(file.data() + 8, 1)) {
    const auto section = [&](std::size_t number) {
        return file.data() + read<std::uint32_t>(file.data() + 24, number);
    };
    towns_ = section(0);
    first_towns_ = section(1);
    name_starts_ = section(2);
    region_starts_ = section(3);
    country_starts_ = section(4);
    columns_ = section(5);
    bands_ = section(6);
    town_regions_ = section(7);
    region_countries_ = section(8);
    country_codes_ = section(9);
    names_ = section(10);
    region_names_ = section(11);
    country_names_ = section(12);
}

std::string_view TownsTable::name(std::size_t number) const {
    return text(name_starts_, names_, number);
}

std::string_view TownsTable::region(std::size_t number) const {
    return text(region_starts_, region_names_, read<std::uint16_t>(town_regions_, number));
}

std::string_view TownsTable::country(std::size_t number) const {
    const auto region = read<std::uint16_t>(town_regions_, number);
    return {country_codes_ + 2 * read<std::uint16_t>(region_countries_, region), 2};
}

std::string_view TownsTable::country_name(std::size_t number) const {
    const auto region = read<std::uint16_t>(town_regions_, number);
    return text(country_starts_, country_names_, read<std::uint16_t>(region_countries_, region));
}

TownCell TownsTable::cell(std::size_t number, int band) const {
    const double column = read<std::uint16_t>(columns_, number);
    const Place centre{Degrees{band - 89.5},
                       Degrees{(column + 0.5) * 360 / columns_of(band) - 180}};
    return {read<std::uint32_t>(first_towns_, number),
            read<std::uint32_t>(first_towns_, number + 1), sphere_km(centre)};
}

TownCell TownsTable::cell_of_town(std::size_t number) const {
    std::size_t low = 0;
    for (std::size_t high = cell_count_; high - low > 1;) {
        const auto middle = (low + high) / 2;
        (read<std::uint32_t>(first_towns_, middle) <= number ? low : high) = middle;
    }
    int band = 0;
    while (read<std::uint16_t>(bands_, std::size_t(band) + 1) <= low) ++band;
    return cell(low, band);
}

TownsTable::Cap TownsTable::cap_around(Vector from_km, double within_km) {
    const double latitude = std::asin(std::clamp(from_km.z / towns_radius_km, -1.0, 1.0));
    const double longitude = std::atan2(from_km.y, from_km.x);
    // A little more than asked for, so that rounding loses no town on the edge.
    const double reach = within_km / towns_radius_km * (1 + 1e-9) + 1e-9;
    const auto band = [](double angle) {
        return int(std::clamp(std::floor(angle / radians_per_degree + 90), 0.0, bands - 1.0));
    };
    Cap cap{band(latitude - reach), band(latitude + reach), 0, 360};
    if (std::abs(latitude) + reach < std::numbers::pi / 2) {  // without a pole
        const double half = std::asin(std::min(std::sin(reach) / std::cos(latitude), 1.0));
        cap.west = (longitude - half) / radians_per_degree + 180;
        cap.west -= 360 * std::floor(cap.west / 360);
        cap.width = 2 * half / radians_per_degree;
    }
    return cap;
}

TownsTable::ColumnRange TownsTable::between_columns(int band, double first, double last) const {
    const auto begin = read<std::uint16_t>(bands_, std::size_t(band));
    const auto end = read<std::uint16_t>(bands_, std::size_t(band) + 1);
    const auto not_before = [&](double column) {
        std::size_t low = begin;
        for (std::size_t high = end; low < high;) {
            const auto middle = (low + high) / 2;
            if (read<std::uint16_t>(columns_, middle) < column) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    };
    return {not_before(first), not_before(last + 1)};
}

std::array<TownsTable::ColumnRange, 2> TownsTable::columns_within(int band, const Cap& cap) const {
    const double per_degree = columns_of(band) / 360.0;
    const double first = std::floor(cap.west * per_degree);
    const double last = std::floor((cap.west + cap.width) * per_degree);
    const double count = columns_of(band);
    if (last - first + 1 >= count) return {between_columns(band, 0, count), ColumnRange{}};
    if (last < count) return {between_columns(band, first, last), ColumnRange{}};
    // Over the date line, where the counting begins anew.
    return {between_columns(band, first, count), between_columns(band, 0, last - count)};
}

TownsTable towns_table() { return TownsTable(embedded_towns().front().data); }

}  // namespace asterism::sky
