#include "tests/sky/moments.hpp"

#include <algorithm>
#include <cmath>

namespace asterism::sky {

namespace {

constexpr Instant j2000 =
    std::chrono::sys_days{std::chrono::year{2000} / 1 / 1} + std::chrono::hours{12};

double days_of(Instant shown) { return Seconds{shown - j2000}.count() / 86400; }

}  // namespace

Moment at_ut1(Instant shown) {
    // The difference moves by milliseconds a day: the clock may be off by its own second.
    return at_ut1(shown, (tt_minus_utc(shown) - ut1_minus_utc(shown)).count());
}

Moment at_ut1(Instant shown, double tt_minus_ut1_seconds) {
    const double days = days_of(shown);
    return {{days + tt_minus_ut1_seconds / 86400}, {days}};
}

Window window_ut1(Instant from, Instant until) { return {at_ut1(from), at_ut1(until)}; }

double seconds_after(Moment event, Instant shown) {
    return (event.ut1.days - days_of(shown)) * 86400;
}

Place place_of(const Row& row) { return {{row.number("lat")}, {row.number("lng")}}; }

void Errors::add(double error) {
    most_ = std::max(most_, std::abs(error));
    squares_ += error * error;
    ++count_;
}

double Errors::rms() const { return std::sqrt(squares_ / count_); }

}  // namespace asterism::sky
