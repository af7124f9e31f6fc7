#include "shells/cli/sky/answers.hpp"

#include <array>
#include <cmath>

#include <fmt/format.h>

#include "shells/app/ical.hpp"
#include "shells/cli/sky/screen.hpp"

namespace asterism::cli {

Now this_moment() {
    return {std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now())};
}

void print_calendar(const sky::SkyCalendar& calendar) {
    std::string out;
    app::append_ical(out, calendar, "localhost");
    print(out);
}

std::string table_of(const Arguments& given, Rows rows) {
    if (ascii_only(Screen::of_process(), given))
        for (auto& row : rows)
            for (auto& cell : row) cell = in_ascii(cell);
    return columns(rows);
}

std::string_view wind_of(double azimuth_degrees) {
    static constexpr std::array<std::string_view, 8> winds{"N", "NE", "E", "SE",
                                                           "S", "SW", "W", "NW"};
    return winds[static_cast<std::size_t>(std::lround(azimuth_degrees / 45)) % winds.size()];
}

std::string stand_of(const sky::LocalSight& sight) {
    const double altitude = sight.refracted_altitude_degrees;
    return fmt::format("{:.1f}° {} the {} (azimuth {:.1f}°)", std::abs(altitude),
                       altitude < 0 ? "below the horizon, to" : "high in",
                       wind_of(sight.azimuth_degrees), sight.azimuth_degrees);
}

void add_path(Rows& rows, const sky::LocalSight& sight, LocalTimes& times) {
    const auto when = [&](const std::optional<Instant>& at) {
        return at ? times.moment(*at) : std::string("not within 400 days");
    };
    if (sight.path != sky::DailyPath::rises_or_sets)
        rows.push_back({"The next 24 hours", in_words(sight.path)});
    rows.push_back({"Rises", when(sight.next_rise)});
    auto highest = when(sight.next_transit);
    if (sight.next_transit && sight.transit_altitude_degrees)
        highest += fmt::format(", {:.1f}° high", *sight.transit_altitude_degrees);
    rows.push_back({"Highest", highest});
    rows.push_back({"Sets", when(sight.next_set)});
}

}  // namespace asterism::cli
