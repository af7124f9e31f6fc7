#include "shells/cli/demo/plan.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numbers>
#include <string_view>

#include <fmt/format.h>

#include "libcore/sky/towns.hpp"
#include "shells/cli/demo/cast.hpp"
#include "shells/cli/demo/deeds.hpp"
#include "shells/cli/demo/dice.hpp"
#include "shells/cli/demo/words.hpp"

namespace asterism::cli::demo {
namespace {

using std::chrono::days;

constexpr days whole_story{3 * 365};
constexpr std::size_t quiet_people = 215;
constexpr std::size_t finders_places = 44;
constexpr std::size_t places_by_towns = 209;
constexpr int most_of_a_country = 4;

void add_people(Plan& plan, Dice& dice) {
    const auto start = plan.end - whole_story;
    const auto known = known_people();
    for (std::size_t i = 0; i < known.size(); ++i) {
        // Who keeps the site was there before there was anything.
        const auto day = i == keeper ? start : start + days{1 + 12 * i};
        plan.people.push_back({std::string(known[i].handle), &known[i],
                               dice.between(day, day + days{i == keeper ? 1 : 9})});
    }
    for (std::size_t i = 0; i < quiet_people; ++i)
        plan.people.push_back(
            {quiet_handle(i), nullptr, dice.between(start + days{120}, plan.end - days{20})});
}

std::string name_near(std::string_view town, places::Type type, Dice& dice) {
    constexpr std::array views{"Hill above {}", "Lookout over {}", "Water tower of {}",
                               "Ridge behind {}"};
    constexpr std::array dark{"Meadow near {}", "Old quarry of {}", "Moor beyond {}"};
    constexpr std::array camps{"Camp site by {}", "Shepherds' hut near {}", "Orchard camp, {}"};
    constexpr std::array others{"Old airfield of {}", "Reservoir near {}"};
    const auto named = [&](const auto& patterns) {
        return fmt::format(fmt::runtime(patterns[dice.below(patterns.size())]), town);
    };
    if (type == places::Type::viewpoint) return named(views);
    if (type == places::Type::dark_sky_site) return named(dark);
    return type == places::Type::campground ? named(camps) : named(others);
}

/// Some kilometres out of a town.
places::Spot spot_near(const sky::Place& town, Dice& dice) {
    constexpr double km_a_degree = 111.2;
    const double distance = dice.between(7, 13);
    const double bearing = dice.between(0, 2 * std::numbers::pi);
    const double latitude = town.latitude.value + distance * std::cos(bearing) / km_a_degree;
    const double shrunk = km_a_degree * std::cos(latitude * std::numbers::pi / 180);
    const double longitude = town.longitude.value + distance * std::sin(bearing) / shrunk;
    const auto rounded = [](double degrees) { return std::round(degrees * 1e4) / 1e4; };
    return {rounded(latitude), rounded(std::remainder(longitude, 360))};
}

/// Small towns, of few countries many and of many countries few, the other way round.
std::vector<sky::Town> towns_for(std::size_t count, Dice& dice) {
    std::vector<sky::Town> out;
    std::map<std::string_view, int> of_country;
    while (out.size() < count) {
        const auto town = sky::town_at(dice.below(sky::town_count()));
        if (town.population > 60'000 || std::abs(town.place.latitude.value) > 70) continue;
        if (++of_country[town.country] <= most_of_a_country) out.push_back(town);
    }
    return out;
}

NewPlace place_near(const sky::Town& town, Dice& dice) {
    constexpr std::array types{places::Type::viewpoint,     places::Type::viewpoint,
                               places::Type::dark_sky_site, places::Type::dark_sky_site,
                               places::Type::campground,    places::Type::other};
    NewPlace out;
    out.type = types[dice.below(types.size())];
    out.name = name_near(town.name, out.type, dice);
    out.spot = spot_near(town.place, dice);
    out.elevation_metres = 10 * std::round(dice.between(2, 130));
    return out;
}

std::size_t owner_of(std::size_t place, Dice& dice) {
    if (place < finders_places) return finder;
    // The critic has to be free to judge.
    const auto someone = dice.below(known_people().size() - 1);
    return someone >= critic ? someone + 1 : someone;
}

void add_places(Plan& plan, Dice& dice) {
    for (const auto& [name, spot, elevation_metres, type] : known_places())
        plan.places.push_back({std::string(name), spot, elevation_metres, type});
    for (const auto& town : towns_for(places_by_towns, dice))
        plan.places.push_back(place_near(town, dice));
    for (std::size_t i = 0; i < plan.places.size(); ++i) {
        auto& place = plan.places[i];
        place.owner = owner_of(i, dice);
        if (i < known_places().size()) place.description = description_of(dice, place.type);
        place.at = dice.between(plan.people[place.owner].at + days{1}, plan.end - days{30});
    }
}

}  // namespace

Plan plan_until(Instant day) {
    Dice dice(1609);
    Plan plan;
    plan.end = day;
    add_people(plan, dice);
    add_places(plan, dice);
    add_reviews(plan, dice);
    add_echoes(plan, dice);
    add_marks(plan, dice);
    add_follows(plan, dice);
    add_photos(plan, dice);
    return plan;
}

}  // namespace asterism::cli::demo
