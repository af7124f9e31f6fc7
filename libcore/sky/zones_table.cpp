#include "libcore/sky/zones_table.hpp"

#include <array>
#include <cmath>
#include <cstddef>

#include "embedded/zones_table.hpp"
#include "libcore/sky/zones.hpp"

namespace asterism::sky {
namespace {

// What tables/zones.mjs writes. All numbers are unsigned, the lowest byte first. After eight bytes
// that name the form: how many zones there are and where five parts start, four bytes each.
//   names    where each ends, two bytes each and one more for zone 0, the sea; then their texts
//   top      64 by 64 numbers of blocks, two bytes each, from the south-west eastwards
//   blocks   8 by 8 cells, two bytes each: a zone, or 1024 and the number of a cell with borders
//   starts   where in `cells` such a cell starts, three bytes each
//   cells    the zone that is wherever no shape is, in two bytes, and the number of shapes, in one;
//            a shape is a zone and a number of rings, two bytes each; a ring a number of runs, a
//            run a number of vertices, one byte each; if its ring has more runs than one, the box
//            that holds it on its way to the next, and how many bytes its vertices take; a vertex
//            the steps from the one before it in its run, 128 more than they are, a byte each, or a
//            zero and x + 4096 y in three bytes. The first shape around a point is its zone's; a
//            point is in a shape if it is in an odd number of its rings.
constexpr int blocks_a_side = 64;
constexpr int cells_a_block = 8;
constexpr int cells_a_side = blocks_a_side * cells_a_block;
constexpr std::size_t first_cell = 1024;
constexpr double steps = 4095;  // of a cell
// The source leaves out a ten-thousandth of a degree at each edge of the world.
constexpr double last_longitude = 179.9999;
constexpr double last_latitude = 89.9999;

class Bytes {
public:
    explicit Bytes(const char* at) : at_(at) {}

    std::size_t take(int size) {
        std::size_t out = 0;
        for (int i = 0; i < size; ++i)
            out |= std::size_t{static_cast<unsigned char>(at_[i])} << (8 * i);
        at_ += size;
        return out;
    }

    Bytes skip(std::size_t bytes) const { return Bytes(at_ + bytes); }

private:
    const char* at_;
};

struct Point {
    double x;
    double y;
};

struct Vertex {
    int x = 0;
    int y = 0;
};

Vertex next(Bytes& bytes, Vertex before) {
    if (const auto x = static_cast<int>(bytes.take(1)))
        return {before.x + x - 128, before.y + static_cast<int>(bytes.take(1)) - 128};
    const auto both = static_cast<int>(bytes.take(3));
    return {both % 4096, both / 4096};
}

/// Where the edges of a run are, seen from a point.
enum class Side { near, east, elsewhere };

/// Reads the box in which a run stays: west, east, south and north, in units of sixteen steps.
Side take_side(Bytes& bytes, Point point) {
    const auto take = [&](int more) { return 16 * (static_cast<int>(bytes.take(1)) + more); };
    const int west = take(0);
    const int east = take(1);
    const int south = take(0);
    const int north = take(1);
    if (point.x > east || point.y < south || point.y > north) return Side::elsewhere;
    return point.x < west ? Side::east : Side::near;
}

/// Whether the way from one vertex to another crosses the ray from the point to the east an odd
/// number of times: an edge, or a run all on one side.
bool crosses(Vertex a, Vertex b, Point point, Side side) {
    if (side == Side::elsewhere || (a.y > point.y) == (b.y > point.y)) return false;
    if (side == Side::east) return true;
    const double share = (point.y - a.y) / (b.y - a.y);
    return point.x < a.x + share * (b.x - a.x);
}

bool take_ring(Bytes& bytes, Point point) {
    const auto runs = bytes.take(1);
    Vertex first;
    Vertex last;
    Side side = Side::elsewhere;
    bool inside = false;
    for (std::size_t run = 0; run < runs; ++run) {
        const auto vertices = bytes.take(1);
        const auto here = runs > 1 ? take_side(bytes, point) : Side::near;
        const auto size = runs > 1 ? bytes.take(1) : 0;
        const auto after = bytes.skip(size);
        const auto start = next(bytes, {});
        if (run == 0) first = start;
        inside ^= crosses(last, start, point, side);
        last = start;
        side = here;
        if (here != Side::near) bytes = after;
        for (std::size_t i = 1; here == Side::near && i < vertices; ++i) {
            const auto vertex = next(bytes, last);
            inside ^= crosses(last, vertex, point, side);
            last = vertex;
        }
    }
    return inside ^ crosses(last, first, point, side);
}

std::size_t zone_in_cell(Bytes cell, Point point) {
    const auto rest = cell.take(2);
    const auto shapes = cell.take(1);
    for (std::size_t i = 0; i < shapes; ++i) {
        const auto zone = cell.take(2);
        bool inside = false;
        for (auto rings = cell.take(2); rings > 0; --rings) inside ^= take_ring(cell, point);
        if (inside) return zone;
    }
    return rest;
}

/// Where in a row of cells something is: which cell, and how far into it.
struct Along {
    std::size_t cell;
    double steps;
};

Along along(double from_edge, double whole) {
    const double cells = std::fmax(0, from_edge / whole * cells_a_side);
    const double cell = std::fmin(std::floor(cells), cells_a_side - 1);
    return {static_cast<std::size_t>(cell), std::fmin(cells - cell, 1) * sky::steps};
}

std::size_t zone_number(Bytes table, Degrees latitude, Degrees longitude) {
    const auto part = [&](std::size_t number) {
        return table.skip(table.skip(12 + 4 * number).take(4));
    };
    const auto row = along(latitude.value + last_latitude, 2 * last_latitude);
    const auto column = along(longitude.value + last_longitude, 2 * last_longitude);
    const auto block =
        part(1)
            .skip(2 * (row.cell / cells_a_block * blocks_a_side + column.cell / cells_a_block))
            .take(2);
    const auto number =
        part(2)
            .skip(2 * ((block * cells_a_block + row.cell % cells_a_block) * cells_a_block +
                       column.cell % cells_a_block))
            .take(2);
    if (number < first_cell) return number;
    const auto start = part(3).skip(3 * (number - first_cell)).take(3);
    return zone_in_cell(part(4).skip(start), {column.steps, row.steps});
}

std::string_view name_of(std::string_view table, std::size_t zone) {
    Bytes head(table.data() + 8);
    const auto zones = head.take(4);
    const auto names = head.take(4);
    auto ends = Bytes(table.data() + names).skip(2 * (zone - 1));
    const auto from = ends.take(2);
    return table.substr(names + 2 * (zones + 1) + from, ends.take(2) - from);
}

constexpr std::array<std::string_view, 25> nautical{
    "Etc/GMT+12", "Etc/GMT+11", "Etc/GMT+10", "Etc/GMT+9", "Etc/GMT+8", "Etc/GMT+7", "Etc/GMT+6",
    "Etc/GMT+5",  "Etc/GMT+4",  "Etc/GMT+3",  "Etc/GMT+2", "Etc/GMT+1", "Etc/GMT",   "Etc/GMT-1",
    "Etc/GMT-2",  "Etc/GMT-3",  "Etc/GMT-4",  "Etc/GMT-5", "Etc/GMT-6", "Etc/GMT-7", "Etc/GMT-8",
    "Etc/GMT-9",  "Etc/GMT-10", "Etc/GMT-11", "Etc/GMT-12"};

std::string_view nautical_zone(Degrees longitude) {
    return nautical[static_cast<std::size_t>(std::floor((longitude.value + 7.5) / 15) + 12)];
}

double number_or_zero(double value) { return std::isfinite(value) ? value : 0; }

/// From -180 on, and less than 180.
Degrees usual(Degrees longitude) {
    const double out = std::remainder(number_or_zero(longitude.value), 360);
    return {out == 180 ? -180 : out};
}

}  // namespace

std::size_t zone_number_at(Place place) {
    const double latitude = number_or_zero(place.latitude.value);
    if (std::abs(latitude) >= 90) return 0;
    return zone_number(Bytes(zones_table().front().data.data()), {latitude},
                       usual(place.longitude));
}

std::string_view zone_at(Place place) {
    const double latitude = number_or_zero(place.latitude.value);
    if (latitude >= 90) return "Etc/GMT";
    if (latitude <= -90) return "Antarctica/McMurdo";
    const auto zone = zone_number_at(place);
    return zone == 0 ? nautical_zone(usual(place.longitude))
                     : name_of(zones_table().front().data, zone);
}

}  // namespace asterism::sky
