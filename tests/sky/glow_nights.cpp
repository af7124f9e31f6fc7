// Prints how the library judges nights at sites named on standard input, for reference_glow.py to
// compare with its own judgement: a line a night, an empty line, a line a moment of moonlight.

#include <chrono>
#include <cmath>
#include <cstdio>
#include <iostream>
#include <string>
#include <vector>

#include "libcore/sky/best_nights.hpp"
#include "libcore/sky/brightness.hpp"
#include "libcore/sky/moon.hpp"
#include "libcore/sky/score.hpp"

namespace asterism::sky {

namespace {

using namespace std::chrono_literals;

/// As reference_glow.py hands it over: a line of words.
struct Site {
    std::string name;
    NightsAhead ahead;
    double cloud_percent;
    int bortle;
    std::vector<RatedNight> nights;

    Instant midnight(Date evening) const {
        return std::chrono::sys_days{evening} + 24h - ahead.utc_offset;
    }
};

std::istream& operator>>(std::istream& in, Site& site) {
    int offset_minutes = 0;
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    std::size_t nights = 0;
    NightsAhead& ahead = site.ahead;
    in >> site.name >> ahead.place.latitude.value >> ahead.place.longitude.value >>
        offset_minutes >> year >> month >> day >> nights >> ahead.artificial_mcd_per_m2 >>
        ahead.extinction_magnitudes >> site.bortle >> site.cloud_percent;
    ahead.utc_offset = std::chrono::minutes{offset_minutes};
    ahead.first_evening =
        std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day};
    site.nights.resize(nights);
    return in;
}

std::string text(Instant at) {
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const Date date{day};
    const std::chrono::hh_mm_ss time{std::chrono::floor<std::chrono::seconds>(at - day)};
    char buffer[40];
    std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02uT%02ld:%02ld:%02ld",
                  static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                  static_cast<unsigned>(date.day()), time.hours().count(), time.minutes().count(),
                  static_cast<long>(time.seconds().count()));
    return buffer;
}

std::string text(Date date) { return text(Instant{std::chrono::sys_days{date}}).substr(0, 10); }

const char* text(NightKind kind) {
    for (const auto& [value, name] : names(kind)) {
        if (value == kind) return name.data();
    }
    return "";
}

void print_night(const Site& site, const RatedNight& night, std::size_t rank) {
    const Instant midnight = site.midnight(night.evening);
    const double lit = 100 * moon_geometry(midnight).illuminated_fraction;
    const Score score = asterism_score({night.night_minutes / 60, night.moonlight_magnitudes,
                                        night.moonless_magnitude, site.cloud_percent});
    const Score starview =
        starview_score({std::round(10 * lit) / 10, site.bortle, site.cloud_percent});
    std::printf("%s,%s,%s,%.4f,%.4f,%.5f,%.5f,%.5f,%d,%s,%.4f,%d,%zu\n", site.name.c_str(),
                text(night.evening).c_str(), text(night.kind), night.night_minutes,
                night.dark_minutes, night.mean_magnitude, night.best_magnitude,
                night.moonless_magnitude, score.total.value(), text(midnight).c_str(), lit,
                starview.total.value(), rank);
}

void print_nights(Site& site) {
    const BestNights best = best_nights(site.ahead, site.nights);
    std::size_t rank = 0;
    for (const RatedNight& night : site.nights) {
        const bool listed = rank < best.listed;
        print_night(site, night, listed ? ++rank : 0);
    }
}

/// Every two hours of each day, at the zenith and at a patch of sky that goes round.
void print_moonlight(const Site& site) {
    const Observer observer{site.ahead.place};
    Instant at = site.midnight(site.ahead.first_evening) - 12h;
    for (int i = 0; i < 12 * static_cast<int>(site.nights.size()); ++i, at += 2h) {
        const Horizontal patch{{static_cast<double>(37 * i % 360)},
                               {static_cast<double>(10 + 13 * i % 75)}};
        const auto light = [&](Horizontal target) {
            return sky_brightness(brightness_inputs(observer, moment_at(at), target,
                                                    site.ahead.artificial_mcd_per_m2,
                                                    site.ahead.extinction_magnitudes))
                .moonlight_mcd_per_m2;
        };
        std::printf("%s,%s,%g,%g,%.9g,%.9g\n", site.name.c_str(), text(at).c_str(),
                    patch.azimuth.value, patch.altitude.value, light({{0}, {90}}), light(patch));
    }
}

}  // namespace

}  // namespace asterism::sky

int main() {
    using namespace asterism::sky;
    std::vector<Site> sites;
    for (Site site; std::cin >> site;) sites.push_back(site);
    std::puts(
        "site,evening,kind,night_minutes,dark_minutes,mean,best,moonless,score,midnight,"
        "illumination_percent,starview,rank");
    for (Site& site : sites) print_nights(site);
    std::puts("\nsite,at,azimuth,altitude,zenith,patch");
    for (const Site& site : sites) print_moonlight(site);
}
