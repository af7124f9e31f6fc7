#include "libcore/places/carousel.hpp"

#include <algorithm>

namespace asterism::places {
namespace {

constexpr int drawn = 20;

/// The next number after a seed that has nothing to do with it (splitmix64, S. Vigna).
std::uint64_t mixed(std::uint64_t seed) {
    seed += 0x9E37'79B9'7F4A'7C15U;
    seed = (seed ^ seed >> 30U) * 0xBF58'476D'1CE4'E5B9U;
    seed = (seed ^ seed >> 27U) * 0x94D0'49BB'1331'11EBU;
    return seed ^ seed >> 31U;
}

/// Adds those of places that are not there yet, until there are enough.
void take(std::vector<Hero>& chosen, std::vector<Hero>&& found) {
    for (auto& each : found)
        if (chosen.size() < heroes_shown &&
            std::ranges::find(chosen, each.place, &Hero::place) == chosen.end())
            chosen.push_back(std::move(each));
}

std::vector<Hero> choose(const Photos& photos, Instant midnight, HeroQuery query) {
    std::vector<Hero> out;
    query.from = draws(midnight, photos.last(query.before.value_or(Instant::max())));
    if (!query.from.empty()) take(out, photos.heroes(query));
    if (out.size() == heroes_shown) return out;
    query.from.clear();
    query.first = drawn;
    take(out, photos.heroes(query));
    return out;
}

HeroView view_of(Hero&& hero) {
    HeroView out{hero.place, std::move(hero.name), {}};
    if (!hero.file.empty()) out.photo = std::move(hero.file);
    return out;
}

}  // namespace

std::vector<std::int64_t> draws(Instant midnight, std::int64_t last) {
    std::vector<std::int64_t> out;
    if (last < 1) return out;
    const auto day = std::chrono::floor<std::chrono::days>(midnight).time_since_epoch().count();
    auto seed = mixed(static_cast<std::uint64_t>(day));
    for (int i = 0; i < drawn; ++i) {
        seed = mixed(seed);
        out.push_back(1 + static_cast<std::int64_t>(seed % static_cast<std::uint64_t>(last)));
    }
    return out;
}

Result<HeroList> list_heroes(Now now, const Photos& photos, const accounts::NoInput&) {
    const Instant midnight = std::chrono::floor<std::chrono::days>(now.at);
    std::vector<Hero> chosen;
    for (const bool of_reviews : {false, true})
        for (const bool wide : {true, false})
            for (const auto before : {std::optional(midnight), std::optional<Instant>()})
                if (chosen.empty()) chosen = choose(photos, midnight, {before, wide, of_reviews});
    if (chosen.empty()) chosen = photos.bare_heroes(heroes_shown);
    HeroList out;
    for (auto& each : chosen) out.heroes.push_back(view_of(std::move(each)));
    if (out.heroes.empty()) out.heroes.push_back({{}, "Night sky", {}});
    return out;
}

}  // namespace asterism::places
