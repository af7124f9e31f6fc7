#include <charconv>

#include <boost/json/object.hpp>
#include <fmt/format.h>

#include "shells/app/json.hpp"
#include "shells/cli/compose.hpp"
#include "shells/cli/output.hpp"
#include "shells/cli/verbs.hpp"

namespace asterism::cli {
namespace {

using worker::PhotoReport;

std::optional<std::int64_t> number_of(const Arguments& given, std::string_view option) {
    if (!given.has(option)) return std::nullopt;
    const auto text = given.text(option);
    std::int64_t out = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (error != std::errc{} || stop != text.data() + text.size() || out < 1)
        throw Trouble(Exit::misused, fmt::format("--{} is a whole number from 1.", option));
    return out;
}

worker::PhotoChoice choice_of(const Arguments& given) {
    worker::PhotoChoice out;
    if (const auto place = number_of(given, "place")) out.place = {*place};
    for (const auto& [kind, name] : names(places::PhotoKind{}))
        if (given.text("kind") == name) out.kind = kind;
    out.limit = number_of(given, "limit");
    out.dry_run = given.has("dry-run");
    return out;
}

/// Every so often, to whoever waits.
constexpr auto tell = [](const PhotoReport& report) {
    constexpr std::int64_t step = 50;
    if (report.looked_at % step == 0)
        fmt::print(stderr, "{} photos looked at, {} changed, {} failed\n", report.looked_at,
                   report.changed, report.failed);
};

Exit answer(const Arguments& given, const PhotoReport& found) {
    if (given.has("json")) {
        std::string text;
        app::append_json(text, boost::json::object{{"looked_at", found.looked_at},
                                                   {"changed", found.changed},
                                                   {"failed", found.failed}});
        print(text + '\n');
    } else {
        print(columns(
            {{"Photos looked at", std::to_string(found.looked_at)},
             {given.has("dry-run") ? "To be changed" : "Changed", std::to_string(found.changed)},
             {"Without a whole file", std::to_string(found.failed)}}));
    }
    return found.failed == 0 ? Exit::done : Exit::found_wrong;
}

}  // namespace

Exit media_rebuild(const Arguments& given) {
    const auto choice = choice_of(given);
    Composition parts(settings_of(given));
    parts.make_ready();
    return answer(given, parts.rebuild_photos(choice, tell));
}

Exit place_backfill_photo_sizes(const Arguments& given) {
    const auto choice = choice_of(given);
    Composition parts(settings_of(given));
    parts.make_ready();
    return answer(given, parts.measure_photos(choice, tell));
}

}  // namespace asterism::cli
