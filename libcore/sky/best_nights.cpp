#include "libcore/sky/best_nights.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <optional>

#include "libcore/sky/ephemeris.hpp"
#include "libcore/sky/horizontal.hpp"
#include "libcore/sky/moon.hpp"
#include "libcore/sky/night.hpp"
#include "libcore/sky/skyglow_scale.hpp"

namespace asterism::sky {

namespace {

using Minutes = std::chrono::duration<double, std::ratio<60>>;

constexpr Minutes grid_step{10};
constexpr double window_tolerance_mag = 0.1;

/// What changes slowly enough to be taken from three moments of a night: a parabola through them.
class Slow {
public:
    Slow(double start, double middle, double end)
        : start_{start},
          slope_{4 * middle - 3 * start - end},
          bend_{2 * (start + end - 2 * middle)} {}

    double at(double part) const { return start_ + part * (slope_ + part * bend_); }

private:
    double start_;
    double slope_;
    double bend_;
};

/// The moonlight at an observer's zenith through one spell of night.
class MoonlitZenith {
public:
    MoonlitZenith(const Observer& observer, const Interval& spell, double extinction_magnitudes)
        : observer_{observer},
          window_{window_between(spell.from, spell.until)},
          phase_{square_of_phase(0), square_of_phase(0.5), square_of_phase(1)},
          distance_{distance(0), distance(0.5), distance(1)},
          extinction_magnitudes_{extinction_magnitudes} {}

    double mcd_per_m2(double part) const {
        const LocalVector moon = local_moon(observer_, window_.at(part));
        const Degrees altitude = degrees(Radians{std::asin(moon.up / length(moon))});
        const Degrees phase{std::sqrt(std::max(phase_.at(part), 0.0))};
        return moonlight_mcd_per_m2({phase,
                                     altitude,
                                     {90},
                                     {90 - altitude.value},
                                     extinction_magnitudes_,
                                     distance_.at(part)});
    }

private:
    /// Near full moon the phase angle turns sharply, its square does not.
    double square_of_phase(double part) const {
        const double phase = moon_geometry(window_.at(part).tt).phase_angle.value;
        return phase * phase;
    }

    double distance(double part) const { return moon_distance_km(window_.at(part).tt); }

    const Observer& observer_;
    Window window_;
    Slow phase_;
    Slow distance_;
    double extinction_magnitudes_;
};

/// A step of the grid, and the moonlight in its middle.
struct Step {
    Interval time;
    double moonlight_mcd_per_m2;
};

using Steps = ShortList<Step, 160>;  // a day has 144 of them

bool is_within(const ShortList<Interval, 4>& spells, Instant at) {
    return std::any_of(spells.begin(), spells.end(), [at](const Interval& spell) {
        return spell.from <= at && at < spell.until;
    });
}

void add_steps(Steps& steps, const Observer& observer, const Interval& spell,
               const DarkWindow& window, double extinction_magnitudes) {
    const auto length = spell.until - spell.from;
    const int count = std::max(1, static_cast<int>(std::ceil(length / grid_step)));
    const auto step = length / count;
    std::optional<MoonlitZenith> zenith;  // many a spell never sees the Moon
    for (int i = 0; i < count; ++i) {
        const Instant from = spell.from + i * step;
        const Instant middle = from + step / 2;
        double light = 0;
        if (is_within(window.moon_up, middle)) {
            if (!zenith) zenith.emplace(observer, spell, extinction_magnitudes);
            light = zenith->mcd_per_m2((i + 0.5) / count);
        }
        steps.add({{from, i + 1 < count ? from + step : spell.until}, light});
    }
}

Interval longest(const ShortList<Interval, 6>& spells) {
    return *std::max_element(spells.begin(), spells.end(), [](const auto& a, const auto& b) {
        return a.until - a.from < b.until - b.from;
    });
}

/// The longest run of steps that adjoin and are no brighter than that.
Interval longest_below(const Steps& steps, double moonlight_mcd_per_m2) {
    Interval best{};
    Interval run{};
    for (const Step& step : steps) {
        if (step.moonlight_mcd_per_m2 > moonlight_mcd_per_m2) continue;
        if (step.time.from != run.until) run.from = step.time.from;
        run.until = step.time.until;
        if (run.until - run.from > best.until - best.from) best = run;
    }
    return best;
}

void judge_brightness(RatedNight& night, const Steps& steps, double moonless_mcd_per_m2) {
    double lost = 0;
    for (const Step& step : steps) {
        if (step.moonlight_mcd_per_m2 == 0) continue;
        lost += night.moonless_magnitude -
                magnitude_of_luminance(moonless_mcd_per_m2 + step.moonlight_mcd_per_m2);
    }
    night.moonlight_magnitudes = lost / static_cast<double>(steps.size());
    night.mean_magnitude = night.moonless_magnitude - night.moonlight_magnitudes;
    if (night.kind == NightKind::dark) {
        night.best_magnitude = night.moonless_magnitude;
        night.best_window = longest(night.window.dark);
        return;
    }
    const double least =
        std::ranges::min(steps, {}, &Step::moonlight_mcd_per_m2).moonlight_mcd_per_m2;
    night.best_magnitude = magnitude_of_luminance(moonless_mcd_per_m2 + least);
    const double bound = luminance_of_magnitude(night.best_magnitude - window_tolerance_mag);
    night.best_window = longest_below(steps, bound - moonless_mcd_per_m2);
}

RatedNight rate_night(const Observer& observer, const NightsAhead& ahead, Date evening) {
    const Night night = night_of(observer, evening, ahead.utc_offset);
    RatedNight rated;
    rated.evening = evening;
    rated.window = dark_window(observer, night);
    rated.darkest = night.darkest;
    rated.lowest_sun = night.lowest_sun;
    rated.best_window = {night.darkest, night.darkest};
    const double moonless = ahead.natural_zenith_mcd_per_m2 + ahead.artificial_mcd_per_m2;
    rated.moonless_magnitude = magnitude_of_luminance(moonless);
    rated.mean_magnitude = rated.best_magnitude = rated.moonless_magnitude;
    if (rated.window.astronomical_night.empty()) return rated;

    rated.kind = rated.window.dark.empty() ? NightKind::moonlit : NightKind::dark;
    rated.dark_minutes = Minutes{rated.window.total}.count();
    Steps steps;
    for (const Interval& spell : rated.window.astronomical_night) {
        rated.night_minutes += Minutes{spell.until - spell.from}.count();
        add_steps(steps, observer, spell, rated.window, ahead.extinction_magnitudes);
    }
    judge_brightness(rated, steps, moonless);
    return rated;
}

/// What the order goes by, in the steps in which two nights count as alike.
struct Merit {
    bool bright;
    std::int64_t fewer_minutes;
    std::int64_t brighter_hundredths;
    std::chrono::sys_days evening;

    friend auto operator<=>(const Merit&, const Merit&) = default;
};

/// What is no number ranks as 0, so that the order stays one.
std::int64_t whole(double value) { return std::isfinite(value) ? std::llround(value) : 0; }

Merit merit(const RatedNight& night) {
    const bool bright = night.kind == NightKind::bright;
    return {bright, bright ? 0 : -whole(night.dark_minutes),
            bright ? 0 : -whole(100 * night.mean_magnitude), night.evening};
}

RankedBy decided(const RatedNight& before, const RatedNight& night) {
    const Merit a = merit(before);
    const Merit b = merit(night);
    if (a.fewer_minutes != b.fewer_minutes) return RankedBy::dark_minutes;
    return a.brighter_hundredths != b.brighter_hundredths ? RankedBy::brightness : RankedBy::date;
}

}  // namespace

void rate_nights(const NightsAhead& ahead, std::span<RatedNight> nights) {
    const Observer observer{ahead.place};
    std::chrono::sys_days evening{ahead.first_evening};
    for (RatedNight& night : nights) {
        night = rate_night(observer, ahead, evening);
        evening += std::chrono::days{1};
    }
}

BestNights rank_nights(std::span<RatedNight> nights) {
    std::ranges::sort(nights, std::less{}, merit);
    const auto bright = std::ranges::find(nights, NightKind::bright, &RatedNight::kind);
    const auto listed = static_cast<std::size_t>(bright - nights.begin());
    for (std::size_t i = 1; i < listed; ++i)
        nights[i].ranked_by = decided(nights[i - 1], nights[i]);
    return {listed > 0 ? BestNightsStatus::ranked : BestNightsStatus::none_dark, listed,
            nights.size() - listed};
}

BestNights best_nights(const NightsAhead& ahead, std::span<RatedNight> nights) {
    rate_nights(ahead, nights);
    return rank_nights(nights);
}

}  // namespace asterism::sky
