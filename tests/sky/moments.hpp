#pragma once

#include "libcore/sky/moment.hpp"
#include "libcore/sky/observer.hpp"
#include "tests/sky/table.hpp"

namespace asterism::sky {

/// The moment at which a clock that keeps UT1 shows this. Most truth data are told by one.
Moment at_ut1(Instant shown);

/// The same where the file gives TT - UT1.
Moment at_ut1(Instant shown, double tt_minus_ut1_seconds);

Window window_ut1(Instant from, Instant until);

/// Of the event's UT1 after what the clock showed.
double seconds_after(Moment event, Instant shown);

/// The place in the columns lat and lng.
Place place_of(const Row& row);

/// The largest and the root of the mean square of many errors.
class Errors {
public:
    void add(double error);

    double most() const { return most_; }

    double rms() const;

private:
    double most_ = 0;
    double squares_ = 0;
    int count_ = 0;
};

}  // namespace asterism::sky
