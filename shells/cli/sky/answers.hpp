#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "libcore/base/result.hpp"
#include "libcore/base/time.hpp"
#include "libcore/sky/calendar_types.hpp"
#include "libcore/sky/sight_types.hpp"
#include "libcore/sky/words.hpp"
#include "shells/app/codec.hpp"
#include "shells/cli/output.hpp"
#include "shells/cli/sky/flat.hpp"
#include "shells/cli/sky/local_times.hpp"
#include "shells/cli/sky/question.hpp"

namespace asterism::cli {

using Rows = std::vector<std::vector<std::string>>;

Now this_moment();

/// The value; throws Trouble for what was refused.
template <class Value>
Value answered(Result<Value> result) {
    if (!result) throw trouble_of(result.error());
    return *std::move(result);
}

/// The answer as JSON, or its rows as comma-separated values. False: wanted is something else.
template <class View, class Row>
bool print_for_programs(Paper paper, const View& view, const std::vector<Row>& rows) {
    std::string out;
    if (paper == Paper::json) {
        app::encode(out, view);
        out += '\n';
    } else if (paper == Paper::csv) {
        out = Flat::of(rows);
    } else {
        return false;
    }
    print(out);
    return true;
}

template <class View>
bool print_for_programs(Paper paper, const View& view) {
    return print_for_programs(paper, view,
                              paper == Paper::csv ? std::vector{view} : std::vector<View>{});
}

/// As an iCalendar feed, its events those of this machine.
void print_calendar(const sky::SkyCalendar& calendar);

/// In columns, in ASCII where the terminal has no more.
std::string table_of(const Arguments& given, Rows rows);

/// "SE".
std::string_view wind_of(double azimuth_degrees);

/// "32.1° high in the SE (azimuth 135.2°)", as seen through the air.
std::string stand_of(const sky::LocalSight& sight);

/// When it next rises, stands highest and sets, a row each.
void add_path(Rows& rows, const sky::LocalSight& sight, LocalTimes& times);

/// "waxing gibbous" of a value that `names` lists.
template <app::Named Enum>
std::string in_words(Enum value) {
    return sky::spaced(sky::name_of(value));
}

}  // namespace asterism::cli
