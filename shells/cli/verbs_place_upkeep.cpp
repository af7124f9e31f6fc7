#include <charconv>
#include <chrono>
#include <thread>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <fmt/format.h>

#include "shells/app/json.hpp"
#include "shells/cli/operate.hpp"
#include "shells/cli/output.hpp"
#include "shells/cli/places/files.hpp"
#include "shells/cli/progress.hpp"
#include "shells/cli/settings.hpp"
#include "shells/cli/verbs.hpp"

namespace asterism::cli {
namespace {

namespace json = boost::json;
using places::Place;
using places::PlaceId;

constexpr std::int64_t places_at_once = 200;

template <class Number>
Number number_of(const Arguments& given, std::string_view option, Number usual, Number most) {
    if (!given.has(option)) return usual;
    const auto text = given.text(option);
    Number out{};
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (error == std::errc{} && stop == text.data() + text.size() && out >= 0 && out <= most)
        return out;
    throw Trouble(Exit::misused, fmt::format("--{} cannot be {}.", option, text),
                  fmt::format("It is a number from 0 to {}.", most), "Give another one.");
}

/// The places that are meant, the oldest first, some at a time.
std::vector<Place> some_places(Composition& parts, PlaceId after) {
    std::vector<Place> out;
    parts.store().read([&](app::Unit& unit) { out = unit.places().after(after, places_at_once); });
    return out;
}

bool is_meant(const Arguments& given, const Place& place) {
    if (!given.has("type")) return true;
    for (const auto& [type, name] : names(places::Type{}))
        if (type == place.type) return name == given.text("type");
    return false;
}

/// Calls `work` for every place that is meant.
void each_place(Composition& parts, const Arguments& given, auto work) {
    const PlaceId only{number_of<std::int64_t>(given, "id", 0, INT64_MAX)};
    bool found = false;
    for (PlaceId after{only ? only.value - 1 : 0};;) {
        const auto some = some_places(parts, after);
        for (const Place& place : some) {
            if (only && place.id != only) break;
            found = true;
            if (is_meant(given, place)) work(place);
        }
        if (only || std::ssize(some) < places_at_once) break;
        after = some.back().id;
    }
    if (only && !found)
        throw Trouble(Exit::missing, fmt::format("There is no place {}.", only.value),
                      "Places are named by their numbers.", "See `asterism call list_places`.");
}

struct Enriched {
    std::int64_t asked = 0;
    std::int64_t changed = 0;
    std::int64_t untold = 0;  ///< somebody gave no answer
};

void enrich(Composition& parts, const Arguments& given, const Place& place, Enriched& counts) {
    const json::object input{{"place", place.id.value},
                             {"elevation_only", given.has("elevation-only")}};
    const auto view = json::parse(operate(parts, "enrich_place", input, keeper()));
    if (view.at("changed").as_bool()) ++counts.changed;
    if (!view.at("complete").as_bool()) {
        ++counts.untold;
        say(fmt::format("{} ({}): a service told nothing", place.id.value, place.name));
    }
}

struct Described {
    std::int64_t rows = 0;
    std::int64_t changed = 0;
    std::int64_t unknown = 0;
    std::int64_t refused = 0;
};

void describe(Composition& parts, const Arguments& given, const json::value& row,
              Described& counts) {
    json::object input{{"dry_run", given.has("dry-run")}, {"overwrite", given.has("overwrite")}};
    if (const auto* said = row.if_object())
        for (const auto* name : {"name", "latitude", "longitude", "description"})
            place_files::take(input, name, *said, name);
    const auto where = place_files::where(static_cast<std::size_t>(++counts.rows), input);
    const auto view = try_to_operate(parts, "describe_known_place", input, where);
    if (!view) return void(++counts.refused);
    const auto answer = json::parse(*view);
    if (answer.at("changed").as_bool()) ++counts.changed;
    if (answer.at("place").is_null()) ++counts.unknown;
}

void tell(const Arguments& given, const json::object& counts, const std::string& sentence) {
    print(given.has("json") ? json::serialize(counts) + '\n' : sentence);
}

}  // namespace

Exit place_enrich(const Arguments& given) {
    const std::chrono::duration<double> delay(number_of(given, "delay", 0.5, 3'600.0));
    const bool dry_run = given.has("dry-run");
    Composition parts(settings_of(given));
    parts.make_ready();
    if (!parts.settings().has("mapbox.key"))
        say("No service is asked without mapbox.key; the table of towns answers.");
    Enriched counts;
    Progress progress;
    each_place(parts, given, [&](const Place& place) {
        if (++counts.asked > 1 && !dry_run && delay.count() > 0) std::this_thread::sleep_for(delay);
        if (!dry_run) enrich(parts, given, place, counts);
        progress.reach(counts.asked);
    });
    tell(given,
         {{"dry_run", dry_run},
          {"asked", counts.asked},
          {"changed", counts.changed},
          {"untold", counts.untold}},
         dry_run ? fmt::format("{} places would be asked about\n", counts.asked)
                 : fmt::format("{} places asked about, {} changed, {} not told of\n", counts.asked,
                               counts.changed, counts.untold));
    return counts.untold > 0 ? Exit::found_wrong : Exit::done;
}

Exit backfill_bortle(const Arguments& given) {
    const bool dry_run = given.has("dry-run");
    Composition parts(settings_of(given));
    parts.make_ready();
    std::int64_t count = 0;
    Progress progress;
    json::object input{{"dry_run", dry_run}};
    for (bool more = true; more;) {
        const auto view =
            json::parse(operate(parts, "backfill_bortle", input, keeper())).as_object();
        count += view.at("count").as_int64();
        input["after"] = view.at("next");
        more = !view.at("next").is_null();
        progress.reach(count);
    }
    tell(given, {{"dry_run", dry_run}, {"count", count}},
         fmt::format("{} places {}\n", count, dry_run ? "would be judged" : "judged"));
    return Exit::done;
}

Exit backfill_descriptions(const Arguments& given) {
    const auto file =
        given.has("file") ? given.text("file") : "seed_data/observatory_descriptions.json";
    const auto document = place_files::document(place_files::text_of(file));
    const auto* rows = place_files::list_in(document, "descriptions");
    if (!rows) place_files::refuse_file("It has no list `descriptions`.");
    const bool dry_run = given.has("dry-run");
    Composition parts(settings_of(given));
    parts.make_ready();
    Described counts;
    Progress progress(std::ssize(*rows));
    for (const json::value& each : *rows) {
        describe(parts, given, each, counts);
        progress.reach(counts.rows);
    }
    tell(given,
         {{"dry_run", dry_run},
          {"changed", counts.changed},
          {"unknown", counts.unknown},
          {"refused", counts.refused}},
         fmt::format("{} {}, {} of no place here, {} refused\n", counts.changed,
                     dry_run ? "would be described" : "described", counts.unknown, counts.refused));
    return counts.refused > 0 ? Exit::found_wrong : Exit::done;
}

}  // namespace asterism::cli
