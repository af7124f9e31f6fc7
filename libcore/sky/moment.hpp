#pragma once

#include "libcore/sky/time_scales.hpp"

namespace asterism::sky {

/// One moment on both scales: the ephemerides go by TT, the turning Earth by UT1.
struct Moment {
    TerrestrialTime tt;
    UniversalTime ut1;
};

/// The inverse is `civil(moment.tt)`.
Moment moment_at(Instant at, const TimeTables& tables = built_in_times());

/// Whether the ephemerides hold the moment: the years 1900 to 2100. Any instant may be asked for.
bool is_covered(Instant at);

/// The moments from one up to another, which does not belong to it. Between the two the scales
/// are taken to drift apart evenly, as they do to a millisecond or so within days.
struct Window {
    Moment from;
    Moment until;

    constexpr double days() const { return until.tt.days - from.tt.days; }

    /// A part of the way: 0 is `from`, 1 is `until`.
    constexpr Moment at(double part) const {
        return {{from.tt.days + part * (until.tt.days - from.tt.days)},
                {from.ut1.days + part * (until.ut1.days - from.ut1.days)}};
    }
};

Window window_between(Instant from, Instant until, const TimeTables& tables = built_in_times());

}  // namespace asterism::sky
