/// When it gets dark tonight, asked of the core alone: no server, no files, no time zone database.
/// tonight [LATITUDE LONGITUDE [HOURS_AHEAD_OF_UTC [YYYY-MM-DD]]]

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>

#include "libcore/sky/night_cases.hpp"
#include "libcore/sky/place_clock.hpp"
#include "libcore/sky/words.hpp"

namespace {

using namespace asterism;
using std::chrono::seconds;

/// All the clocks this program knows: ahead of UTC by the same for ever, wherever the place is.
class FixedOffset final : public sky::Zones {
public:
    explicit FixedOffset(seconds offset) : offset_(offset) {}

    std::optional<sky::ZoneStretch> stretch(std::string_view, Instant) const override {
        return sky::ZoneStretch{offset_, Instant::min(), Instant::max()};
    }

private:
    seconds offset_;
};

std::optional<Date> date_of(const char* text) {
    int y = 0;
    unsigned m = 0;
    unsigned d = 0;
    if (std::sscanf(text, "%4d-%2u-%2u", &y, &m, &d) != 3) return {};
    return Date{std::chrono::year{y}, std::chrono::month{m}, std::chrono::day{d}};
}

std::string clock(Instant at, seconds offset) {
    return sky::clock_text(std::chrono::round<std::chrono::minutes>(at), offset).substr(11, 5);
}

void tell(const sky::TonightView& night, seconds offset) {
    const auto& sun = night.astronomical;
    if (sun.dusk && sun.dawn)
        std::cout << "night " << clock(*sun.dusk, offset) << '-' << clock(*sun.dawn, offset)
                  << '\n';
    for (const auto& dark : night.dark)
        std::cout << "dark  " << clock(dark.begins, offset) << '-' << clock(dark.ends, offset)
                  << '\n';
    if (night.dark.empty()) std::cout << "never dark: " << sky::name_of(night.kind) << '\n';
    std::cout << "Moon  " << sky::fixed_text(100 * night.moon.illumination, 0) << " %";
    for (const auto& set : night.moon.sets) std::cout << ", sets " << clock(set, offset);
    std::cout << "\nscore " << night.score.total.value_or(0) << " of 100\n";
}

}  // namespace

int main(int count, char** words) {
    sky::Tonight place{.latitude = 46.05, .longitude = 14.51};
    if (count > 2) {
        place.latitude = std::atof(words[1]);
        place.longitude = std::atof(words[2]);
    }
    const seconds offset{count > 3 ? static_cast<long>(std::atof(words[3]) * 3600) : 3600};
    if (count > 4) place.date = date_of(words[4]);

    const Now now{std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now())};
    const auto night = sky::sky_tonight(now, sky::NoLightMap{}, FixedOffset{offset}, place);
    if (!night) {
        std::cerr << night.error().fault->text << '\n';
        return 1;
    }
    tell(*night, offset);
}
