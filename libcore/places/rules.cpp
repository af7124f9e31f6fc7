#include "libcore/places/rules.hpp"

#include <algorithm>
#include <cmath>

#include "libcore/base/text.hpp"
#include "libcore/places/faults.hpp"
#include "libcore/sky/country.hpp"
#include "libcore/sky/light.hpp"

namespace asterism::places {
namespace {

constexpr std::size_t longest_name = 200;
constexpr double locality_within_km = 100;
constexpr double country_within_km = 1'000;

bool within(double value, double least, double most) { return value >= least && value <= most; }

/// Two bytes of UTF-8 as the small letter: Latin-1 and its neighbours, Greek, Cyrillic.
unsigned small_letter(unsigned c) {
    if (within(c, 0xC0, 0xDE) && c != 0xD7) return c + 0x20;
    const bool even_is_great = within(c, 0x100, 0x137) || within(c, 0x14A, 0x177) ||
                               within(c, 0x460, 0x481) || within(c, 0x48A, 0x4BF);
    const bool odd_is_great = within(c, 0x139, 0x148) || within(c, 0x179, 0x17E);
    if (even_is_great && c != 0x130 && c != 0x131) return c | 1U;
    if (odd_is_great && c % 2 == 1) return c + 1;
    if (c == 0x178) return 0xFF;
    if (within(c, 0x391, 0x3AB) && c != 0x3A2) return c + 0x20;
    if (within(c, 0x410, 0x42F)) return c + 0x20;
    if (within(c, 0x400, 0x40F)) return c + 0x50;
    return c;
}

/// The same of three bytes: the Latin letters with marks that Vietnamese and others have.
bool has_small_letter(unsigned c) {
    return within(c, 0x1E00, 0x1EFF) && !within(c, 0x1E96, 0x1E9F) && c % 2 == 0;
}

bool is_country_wide(double km) { return km <= country_within_km; }

}  // namespace

std::string plain_name(std::string_view text) {
    constexpr std::size_t most_bytes = 4'000;
    return text.size() > most_bytes ? std::string() : plain(text);
}

std::string folded(std::string_view text) {
    auto out = lowered(text);
    for (std::size_t i = 0; i + 1 < out.size(); ++i) {
        const auto first = static_cast<unsigned char>(out[i]);
        const auto second = static_cast<unsigned char>(out[i + 1]);
        if (first == 0xE1 && i + 2 < out.size()) {
            const auto third = static_cast<unsigned char>(out[i + 2]);
            if (has_small_letter(0x1000U | (second & 0x3FU) << 6U | (third & 0x3FU)))
                out[i + 2] = static_cast<char>(third | 1U);
            i += 2;
        }
        if (first < 0xC3 || first > 0xD2) continue;
        const auto small = small_letter((first & 0x1FU) << 6U | (second & 0x3FU));
        out[i] = static_cast<char>(0xC0U | small >> 6U);
        out[i + 1] = static_cast<char>(0x80U | (small & 0x3FU));
        ++i;
    }
    return out;
}

std::string haystack(const Place& place) {
    const auto& [formatted, region, locality, country] = place.address;
    return folded(place.name + '\n' + formatted + '\n' + region + '\n' + country);
}

bool fits(std::string_view text, std::size_t characters, bool lines) {
    if (text.size() > 4 * characters || !is_plain_utf8(text)) return false;
    return code_points(text) <= characters && std::ranges::none_of(text, [&](char c) {
               const auto byte = static_cast<unsigned char>(c);
               return (byte < 0x20 && !(lines && (c == '\n' || c == '\t' || c == '\r'))) ||
                      byte == 0x7F;
           });
}

std::optional<Error> spot_refusal(double latitude, double longitude) {
    if (!within(latitude, -90, 90)) return field_error(bad_latitude, "latitude");
    if (!within(longitude, -180, 180)) return field_error(bad_longitude, "longitude");
    return std::nullopt;
}

std::optional<Error> refusal(const Place& place) {
    if (place.name.empty() || !fits(place.name, longest_name))
        return field_error(bad_place_name, "name");
    if (auto error = spot_refusal(place.spot.latitude, place.spot.longitude)) return error;
    if (!within(place.elevation_metres, -500, 9'000))
        return field_error(bad_elevation, "elevation");
    return std::nullopt;
}

bool may_change(const Place& place, const Actor& actor) {
    return place.added_by == actor.account || actor.role >= Role::staff;
}

bool may_see_hidden(AccountId author, const std::optional<Actor>& actor) {
    return actor && (actor->account == author || actor->role >= Role::moderator);
}

std::string joined(const Address& address) {
    std::string out;
    for (const auto* part : {&address.locality, &address.region, &address.country})
        if (!part->empty()) out.append(out.empty() ? "" : ", ").append(*part);
    return out;
}

void judge_darkness(Place& place, const sky::LightMap& map) {
    const sky::Place here{{place.spot.latitude}, {place.spot.longitude}};
    const auto light = sky::bortle_view(sky::light_at(map, here), sky::starview_rule());
    place.bortle = light.bortle;
    place.sqm = std::round(light.mag_per_arcsec2 * 100) / 100;
}

void look_around(Place& place, const sky::LightMap& map) {
    judge_darkness(place, map);
    const sky::Place here{{place.spot.latitude}, {place.spot.longitude}};
    place.address = {};
    const auto near = sky::home_town(here);
    if (!near || !is_country_wide(near->distance_km)) return;
    if (near->distance_km <= locality_within_km) place.address.locality = near->town.name;
    place.address.region = near->town.region;
    place.address.country = near->town.country_name;
    place.address.formatted = joined(place.address);
}

std::string shortened(std::string_view name) {
    constexpr std::size_t longest = 25;
    if (code_points(name) <= longest) return std::string(name);
    std::size_t end = 0;
    for (std::size_t count = 0; end < name.size(); ++end)
        if ((static_cast<unsigned char>(name[end]) & 0xC0U) != 0x80U && count++ == longest) break;
    return std::string(name.substr(0, end)) + "...";
}

}  // namespace asterism::places
