#include "libcore/sky/track.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "libcore/sky/turns.hpp"

namespace asterism::sky {

namespace {

constexpr double step_days = 0.125;
/// A leap second is no reason to refuse a window.
constexpr double most_days = Track::most_steps * step_days + 0.001;
/// Of the Earth, in turns a day of UT1: IERS Conventions 2010, equation 5.15.
constexpr double turns_per_day = 1.00273781191135448;
/// Of an observer on the equator, eastward for each kilometre from the axis, in parts of the speed
/// of light: diurnal aberration.
constexpr double speed_per_km = 7.292115e-5 / 299792.458;

/// A sine to a thousandth: two parabolas, and their squares as far as they help.
double rough_sine(double turns) {
    const double part = turns - nearest_whole(turns);
    const double parabola = 8 * part - 16 * part * std::abs(part);
    return parabola + 0.225 * (parabola * std::abs(parabola) - parabola);
}

/// The Earth's speed towards the body, by which aberration lengthens its vector: in parts of that
/// of light, times the distance. A circle and a sine that are near enough leave a hundredth of it.
double speed_towards(TerrestrialTime at, Vector apparent) {
    constexpr double parts_of_light_speed = 9.9365e-5;
    constexpr Phasor obliquity{0.917482, 0.397777};
    const double sun_turns = 0.77906 + at.days * (1 / 365.24219);
    const double sine = rough_sine(sun_turns);
    const double cosine = rough_sine(sun_turns + 0.25);
    const Vector apex{sine, -cosine * obliquity.cosine, -cosine * obliquity.sine};
    return parts_of_light_speed * dot(apex, apparent);
}

}  // namespace

Track::Track(const Observer& observer, Path path, const Window& window)
    : observer_(observer), path_(path), window_(window) {
    const double days = window.days();
    if (!(days > 0 && days <= most_days)) return;
    steps_ = std::clamp(static_cast<int>(std::ceil(days / step_days)), 2, most_steps);
    for (int n = 0; n <= steps_; ++n) vectors_.add(path_(moment(n, 0).tt));

    const double step_turns =
        turns_per_day * (window.until.ut1.days - window.from.ut1.days) / steps_;
    const Phasor step = phasor_after(step_turns);
    step_radians_ = 2 * std::numbers::pi * step_turns;
    Phasor meridian = observer.meridian(window.from.ut1);
    double sum = 0;
    for (int n = 0; n <= steps_; ++n) {
        if (n == steps_) meridian = observer.meridian(window.until.ut1);
        nodes_.add(node_of(n, meridian));
        sum += node(n).height.up;
        meridian = meridian * step;
    }
    ok_ = std::isfinite(sum);
}

/// Both ends to the bit as the windows before and after have them, so that no event falls between.
Moment Track::moment(int step, double place) const {
    if (step + place == steps_) return window_.until;
    return window_.at((step + place) / steps_);
}

Vector Track::motion(int index) const {
    const auto vector = [&](int n) { return vectors_[static_cast<std::size_t>(n)]; };
    if (index == 0) return 2 * (vector(1) - vector(0)) - 0.5 * (vector(2) - vector(0));
    if (index == steps_) {
        return 2 * (vector(index) - vector(index - 1)) - 0.5 * (vector(index) - vector(index - 2));
    }
    return 0.5 * (vector(index + 1) - vector(index - 1));
}

Track::Node Track::node_of(int index, Phasor meridian) const {
    const Vector apparent = vectors_[static_cast<std::size_t>(index)];
    const Vector v = Observer::on_meridian(meridian, apparent);
    const Vector moved = Observer::on_meridian(meridian, motion(index)) +
                         Vector{step_radians_ * v.y, -step_radians_ * v.x, 0};
    const Sight seen = sight(moment(index, 0), apparent, v);
    return {seen.height, observer_.local(moved).up, dot(seen.line, moved) * seen.per_range, v.y,
            moved.y};
}

inline Track::Sight Track::sight(Moment at, Vector apparent, Vector on_meridian) const {
    const Vector line{on_meridian.x - observer_.axis_distance_km(), on_meridian.y,
                      on_meridian.z - observer_.equator_distance_km()};
    const double range = length(line) + speed_per_km * observer_.axis_distance_km() * line.y;
    const double per_range = 1 / range;
    const double stretch = speed_towards(at.tt, apparent) * per_range;
    return {line, per_range, {observer_.local(line).up, range, stretch}};
}

double Track::doubt(int step) const {
    // The error of Hermite's cubic is the fourth power of the step in radians, over 384, of what
    // turns with the Earth. The rest is for the body's own motion, which at a pole is all.
    const double square = step_radians_ * step_radians_;
    const double turning = square * square / 192;
    return node(step).height.range * (turning * observer_.latitude().cosine + 1e-5);
}

Height Track::height(int step, double place) const {
    const Moment at = moment(step, place);
    const Vector apparent = path_(at.tt);
    return sight(at, apparent, Observer::on_meridian(observer_.meridian(at.ut1), apparent)).height;
}

double Track::east(int step, double place) const {
    const Moment at = moment(step, place);
    return Observer::on_meridian(observer_.meridian(at.ut1), path_(at.tt)).y;
}

Moment Track::at(int step, double place) const {
    const Moment at = moment(step, place);
    if (at.tt.days < window_.until.tt.days) return at;
    return {{std::nextafter(window_.until.tt.days, window_.from.tt.days)},
            {std::nextafter(window_.until.ut1.days, window_.from.ut1.days)}};
}

}  // namespace asterism::sky
