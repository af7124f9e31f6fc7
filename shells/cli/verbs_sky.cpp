#include <chrono>

#include <fmt/format.h>

#include "libcore/sky/use_cases.hpp"
#include "shells/app/codec.hpp"
#include "shells/app/time_text.hpp"
#include "shells/cli/output.hpp"
#include "shells/cli/verbs.hpp"

namespace asterism::cli {
namespace {

Instant now() {
    return std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
}

/// Cut to the minute, as people read it.
std::string minute(Instant at) {
    std::string out;
    app::append_instant(out, std::chrono::floor<std::chrono::minutes>(at));
    return out.substr(0, 10) + ' ' + out.substr(11, 5) + " UTC";
}

std::string phase_in_words(sky::PhaseName phase) {
    for (const auto& [each, name] : names(sky::PhaseName{}))
        if (each == phase) {
            std::string out(name);
            for (auto& c : out)
                if (c == '_') c = ' ';
            return out;
        }
    return "?";
}

std::string table_of(const sky::MoonView& moon) {
    return columns({
        {"Moment", minute(moon.at)},
        {"Phase", phase_in_words(moon.phase)},
        {"Lit", fmt::format("{:.1f} %", moon.illumination * 100)},
        {"Age", fmt::format("{:.1f} days", moon.age_days)},
        {"Next new moon", minute(moon.next_new_moon)},
        {"Next first quarter", minute(moon.next_first_quarter)},
        {"Next full moon", minute(moon.next_full_moon)},
        {"Next last quarter", minute(moon.next_last_quarter)},
    });
}

}  // namespace

Exit sky_moon(const Arguments& given) {
    sky::MoonAt input;
    if (given.has("at")) {
        input.at = app::read_instant(given.text("at"));
        if (!input.at)
            throw Trouble(Exit::misused, "This is not a moment.",
                          fmt::format("--at is `{}`.", given.text("at")),
                          "Write it as 2026-03-01T12:00:00Z.");
    }
    const auto moon = sky::moon_at(Now{now()}, input);
    if (!moon) throw trouble_of(moon.error());
    std::string out;
    if (given.has("json")) {
        app::encode(out, *moon);
        out += '\n';
    } else {
        out = table_of(*moon);
    }
    print(out);
    return Exit::done;
}

}  // namespace asterism::cli
