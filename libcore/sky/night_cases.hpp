#pragma once

#include "libcore/base/result.hpp"
#include "libcore/base/time.hpp"
#include "libcore/base/use_case.hpp"
#include "libcore/sky/calendar_types.hpp"
#include "libcore/sky/night_types.hpp"
#include "libcore/sky/skyglow_ports.hpp"
#include "libcore/sky/tonight_types.hpp"
#include "libcore/sky/zones.hpp"

namespace asterism::sky {

// Days are those of the place's own clock. Nights go from one noon of the Sun to the next and are
// called by the day on which they begin. They throw what `zones` throws.

inline constexpr int most_dark_nights = 60;
inline constexpr int most_nights_ahead = 366;
inline constexpr int most_calendar_days = 366;

/// Without a date: the night that is now or, once the Sun is up, the one to come.
Result<TonightView> sky_tonight(Now now, const LightMap& map, const Zones& zones,
                                const Tonight& input);

Result<DarkNights> dark_windows(Now now, const Zones& zones, const DarkRange& input);

/// The use case `best_nights`; see `rank_nights` for what makes a night a good one.
Result<BestNightsView> find_best_nights(Now now, const LightMap& map, const Zones& zones,
                                        const BestNightsAhead& input);

Result<SkyCalendar> sky_calendar(Now now, const Zones& zones, const SkyCalendarRange& input);

inline constexpr UseCases night_cases{
    use_case<&sky_tonight>("sky_tonight",
                           "A night at a place: twilights, Moon, dark hours, what is up, and how "
                           "good it is."),
    use_case<&dark_windows>("dark_windows", "When nights at a place are dark, and the Moon away."),
    use_case<&find_best_nights>("best_nights", "The nights to come, the best for stars first."),
    use_case<&sky_calendar>("sky_calendar",
                            "What happens in the sky day by day; also as an iCalendar feed."),
};

}  // namespace asterism::sky
