#include <algorithm>
#include <array>
#include <chrono>

#include "bindings/python/sky_arrays.hpp"
#include "libcore/sky/crossings.hpp"
#include "libcore/sky/dark.hpp"
#include "libcore/sky/ephemeris.hpp"
#include "libcore/sky/planets_night.hpp"
#include "libcore/sky/quarters.hpp"

namespace asterism::python {

/// What rises and sets.
enum class Body : std::uint8_t { moon, sun, mercury, venus, mars, jupiter, saturn };

constexpr auto names(Body) {
    using Name = std::pair<Body, std::string_view>;
    return std::array{Name{Body::moon, "moon"},       Name{Body::sun, "sun"},
                      Name{Body::mercury, "mercury"}, Name{Body::venus, "venus"},
                      Name{Body::mars, "mars"},       Name{Body::jupiter, "jupiter"},
                      Name{Body::saturn, "saturn"}};
}

namespace {

constexpr std::array<std::string_view, 4> states{"events", "above_all_window", "below_all_window",
                                                 "not_searched"};
constexpr std::array<std::string_view, 2> ways{"rise", "set"};

std::int64_t ticks(Instant at) { return at.time_since_epoch().count(); }

/// A limb's kernel, whatever the body.
sky::Crossings crossings_of(Body body, const sky::Observer& observer, const sky::Window& window) {
    switch (body) {
        case Body::moon:
            return sky::crossings(observer, &sky::apparent_moon, sky::moon_limb, window);
        case Body::sun: return sky::crossings(observer, &sky::apparent_sun, sky::sun_limb, window);
        default:
            return sky::planet_crossings(
                observer,
                static_cast<sky::Planet>(static_cast<int>(body) - static_cast<int>(Body::mercury)),
                window);
    }
}

/// What rows found, each as often as it happened.
struct Found {
    std::vector<std::int64_t> row;
    std::vector<std::int64_t> first;
    std::vector<std::int64_t> second;

    void add(std::size_t at, std::int64_t a, std::int64_t b) {
        row.push_back(static_cast<std::int64_t>(at));
        first.push_back(a);
        second.push_back(b);
    }
};

/// Any length of time, in windows as long as a search may be. The state is that of all of them.
std::int64_t search(Body body, const sky::Observer& observer, Instant from, Instant until,
                    std::size_t row, Found& found) {
    using sky::WindowState;
    constexpr std::chrono::days step{32};
    auto state = WindowState::not_searched;
    const std::size_t before = found.row.size();
    for (Instant at = from; at < until; at += step) {
        const Instant end = std::min<Instant>(at + step, until);
        const auto part = crossings_of(body, observer, sky::window_between(at, end));
        for (const sky::Crossing& each : part.events)
            found.add(row, std::clamp(ticks(civil(each.at.tt)), ticks(at), ticks(end) - 1),
                      each.way == sky::Way::rising ? 0 : 1);
        if (state == WindowState::not_searched) state = part.state;
    }
    if (found.row.size() > before) state = WindowState::events;
    return static_cast<std::int64_t>(state);
}

py::object event(std::int64_t at, const py::object& kind) {
    return named_tuple("Event", {moment_of(at), kind});
}

py::object rise_set(const Given& given) {
    const auto body = choice_of<Body>(given[0], "body");
    Table table({Argument::times("start", given[3]), Argument::times("end", given[4]),
                 Argument("latitude", given[1], latitudes),
                 Argument("longitude", given[2], longitudes),
                 Argument("elevation", given[5], elevations)});
    table.refuses(1, sky::range_reversed);
    Found found;
    constexpr Holds columns[]{Holds::integers};
    const auto state = table.answer(columns, [&](Rows& rows) {
        Observers observers;
        for (std::size_t i = 0; i < rows.count; ++i) {
            const Instant from = rows.times(0)[i];
            const Instant until = rows.times(1)[i];
            if (!(from < until)) {
                rows.refused = i;
                return;
            }
            rows.integer_answers(0)[i] = search(
                body, observers.at(rows.numbers(2)[i], rows.numbers(3)[i], rows.numbers(4)[i]),
                from, until, rows.first + i, found);
        }
    })[0];
    py::object events;
    if (table.is_single()) {
        py::list all;
        for (std::size_t i = 0; i < found.row.size(); ++i)
            all.append(
                event(found.first[i], words_of(py::int_(found.second[i]), ways, Texts::numpy)));
        events = std::move(all);
    } else {
        events =
            named_tuple("Events", {array_of(found.row, "i8"), array_of(found.first, "M8[us]"),
                                   words_of(array_of(found.second, "i8"), ways, Texts::numpy)});
    }
    return named_tuple("RiseSet", {words_of(state, states, Texts::numpy), events});
}

py::object phases(const Given& given) {
    Table table({Argument::times("start", given[0]), Argument::times("end", given[1])});
    if (!table.is_single()) refuse(Error{&unfit_type}, "start");
    table.refuses(1, sky::range_reversed);
    py::list all;
    std::vector<sky::QuarterEvent> found;
    table.answer({}, [&](Rows& rows) {
        const Instant from = rows.times(0)[0];
        const Instant until = rows.times(1)[0];
        if (until < from)
            rows.refused = 0;
        else
            found = sky::quarters_between(from, until);
    });
    for (const sky::QuarterEvent& each : found) {
        const auto name = names(each.quarter)[static_cast<std::size_t>(each.quarter)].second;
        all.append(event(ticks(each.at), py::str(name.data(), name.size())));
    }
    return all;
}

std::int64_t ticks(const std::optional<Instant>& at) { return at ? ticks(*at) : not_a_time; }

/// Columns of a night's twilights, for each depth a state, dusk and dawn.
void tell(const sky::Night& night, Rows& rows, std::size_t row) {
    std::size_t column = 0;
    for (const auto* each : {&night.sun, &night.civil, &night.nautical, &night.astronomical}) {
        rows.integer_answers(column++)[row] = static_cast<std::int64_t>(each->state);
        rows.integer_answers(column++)[row] = ticks(each->dusk);
        rows.integer_answers(column++)[row] = ticks(each->dawn);
    }
    rows.integer_answers(column++)[row] = ticks(night.darkest);
    rows.number_answers(column)[row] = night.lowest_sun.value;
}

sky::Night night_of_row(const Rows& rows, std::size_t row, Observers& observers) {
    return sky::night_at(
        observers.at(rows.numbers(1)[row], rows.numbers(2)[row], rows.numbers(3)[row]),
        rows.times(0)[row]);
}

py::object twilights(const Given& given) {
    constexpr std::size_t depths = 4;
    std::vector<Holds> columns;
    for (std::size_t depth = 0; depth < depths; ++depth)
        columns.insert(columns.end(), {Holds::integers, Holds::moments, Holds::moments});
    columns.insert(columns.end(), {Holds::moments, Holds::numbers});
    const auto told = Table(times_and_places(given)).answer(columns, [](Rows& rows) {
        Observers observers;
        for (std::size_t i = 0; i < rows.count; ++i)
            tell(night_of_row(rows, i, observers), rows, i);
    });
    std::vector<py::object> fields;
    for (std::size_t depth = 0; depth < depths; ++depth)
        fields.push_back(named_tuple("SunBelow", {words_of(told[3 * depth], states, Texts::numpy),
                                                  told[3 * depth + 1], told[3 * depth + 2]}));
    fields.push_back(told[3 * depths]);
    fields.push_back(told[3 * depths + 1]);
    return named_tuple("Twilights", fields);
}

py::object dark_intervals(const Given& given) {
    const Table table(times_and_places(given));
    Found found;
    constexpr Holds columns[]{Holds::numbers};
    const auto minutes = table.answer(columns, [&](Rows& rows) {
        Observers observers;
        for (std::size_t i = 0; i < rows.count; ++i) {
            const auto night = night_of_row(rows, i, observers);
            const auto& observer =
                observers.at(rows.numbers(1)[i], rows.numbers(2)[i], rows.numbers(3)[i]);
            const auto window = sky::dark_window(observer, night);
            for (const sky::Interval& each : window.dark)
                found.add(rows.first + i, ticks(each.from), ticks(each.until));
            rows.number_answers(0)[i] = window.total.count() / 60;
        }
    })[0];
    if (!table.is_single())
        return named_tuple("DarkIntervals",
                           {minutes, named_tuple("Intervals", {array_of(found.row, "i8"),
                                                               array_of(found.first, "M8[us]"),
                                                               array_of(found.second, "M8[us]")})});
    py::list all;
    for (std::size_t i = 0; i < found.row.size(); ++i)
        all.append(
            named_tuple("Interval", {moment_of(found.first[i]), moment_of(found.second[i])}));
    return named_tuple("DarkIntervals", {minutes, all});
}

}  // namespace

void add_events(py::module_& module) {
    add_array_function(module, "phases", &phases);
    add_array_function(module, "rise_set", &rise_set);
    add_array_function(module, "twilights", &twilights);
    add_array_function(module, "dark_intervals", &dark_intervals);
}

}  // namespace asterism::python
