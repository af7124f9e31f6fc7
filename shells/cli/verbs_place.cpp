#include <algorithm>
#include <set>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <fmt/format.h>

#include "libcore/places/likeness.hpp"
#include "libcore/places/rules.hpp"
#include "shells/cli/new_file.hpp"
#include "shells/cli/operate.hpp"
#include "shells/cli/output.hpp"
#include "shells/cli/places/files.hpp"
#include "shells/cli/places/pictures.hpp"
#include "shells/cli/progress.hpp"
#include "shells/cli/settings.hpp"
#include "shells/cli/verbs.hpp"

namespace asterism::cli {
namespace {

namespace json = boost::json;
using place_files::Row;

constexpr std::string_view site_account = "starview";

/// What came of a file.
struct Intake {
    std::int64_t added = 0;
    std::int64_t known = 0;
    std::int64_t refused = 0;
};

/// The number of the account that the places will be of. A dry run makes none.
std::int64_t owner_of(Composition& parts, const Arguments& given) {
    if (given.has("owner")) return actor_named(parts, given.text("owner")).account.value;
    if (given.has("dry-run")) return 1;
    const json::object input{{"handle", site_account}};
    return json::parse(operate(parts, "keep_site_account", input, keeper())).at("id").as_int64();
}

/// A place whose picture is left out must not look as if it had none.
void refuse_remote_pictures(const Arguments& given, const std::vector<Row>& rows) {
    const auto has = [](const Row& row) { return place_files::is_remote(row.picture); };
    const auto count = std::ranges::count_if(rows, has);
    if (count == 0 || given.has("skip-images")) return;
    throw Trouble(Exit::misused, fmt::format("The file names {} pictures elsewhere.", count),
                  "Nothing is fetched from other machines.",
                  "Lay them beside the file and name them by their paths from it, or take the "
                  "places in without: --skip-images.");
}

/// What a dry run would have added by now: a file may tell of a place twice.
class Foreseen {
public:
    /// False: it would be there already.
    bool add(const json::object& record) {
        places::Place place;
        place.name = places::plain_name(record.at("name").as_string());
        place.spot = {record.at("latitude").to_number<double>(),
                      record.at("longitude").to_number<double>()};
        return known_.insert(places::likeness(place)).second;
    }

private:
    std::set<std::string> known_;
};

Intake take_in_all(Composition& parts, const Arguments& given, std::vector<Row>&& rows) {
    const auto owner = owner_of(parts, given);
    const place_files::PictureFolder pictures(given.text("file"));
    const bool dry_run = given.has("dry-run");
    Intake out;
    Foreseen foreseen;
    Progress progress(std::ssize(rows));
    for (Row& row : rows) {
        if (given.has("type") && !row.record.contains("type"))
            row.record["type"] = given.text("type");
        const json::object input{
            {"place", std::move(row.record)}, {"owner", owner}, {"dry_run", dry_run}};
        const bool bare = row.picture.empty() || given.has("skip-images");
        auto added = bare ? place_files::take_in(parts, input, row)
                          : place_files::take_in_pictured(parts, pictures, input, row);
        if (dry_run && added == true) added = foreseen.add(input.at("place").as_object());
        ++(!added ? out.refused : *added ? out.added : out.known);
        progress.reach(out.added + out.known + out.refused);
    }
    return out;
}

/// Places go out a page at a time, whatever their number.
std::int64_t hand_out(Composition& parts, const place_files::Format& format, auto write) {
    std::int64_t count = 0;
    Progress progress;
    write(format.head());
    json::object input{{"limit", 500}};
    for (bool more = true; more;) {
        const auto page = json::parse(operate(parts, "export_places", input, keeper())).as_object();
        std::string text;
        for (const auto& place : page.at("places").as_array()) {
            if (count++ > 0) text += format.between;
            text += format.row(place.as_object());
        }
        write(text);
        progress.reach(count);
        input["after"] = page.at("next");
        more = !page.at("next").is_null();
    }
    write(format.tail);
    return count;
}

}  // namespace

Exit place_import(const Arguments& given) {
    const auto file = given.text("file");
    const auto& format = place_files::format_of(given.text("format"), file);
    auto rows = format.read(place_files::text_of(file));
    refuse_remote_pictures(given, rows);
    Composition parts(settings_of(given));
    parts.make_ready();
    const auto counts = take_in_all(parts, given, std::move(rows));
    const bool dry_run = given.has("dry-run");
    if (given.has("json"))
        print(json::serialize(json::object{{"dry_run", dry_run},
                                           {"added", counts.added},
                                           {"known", counts.known},
                                           {"refused", counts.refused}}) +
              '\n');
    else
        print(fmt::format("{} {}, {} there already, {} refused\n", counts.added,
                          dry_run ? "would be added" : "added", counts.known, counts.refused));
    return counts.refused > 0 ? Exit::found_wrong : Exit::done;
}

Exit place_export(const Arguments& given) {
    Composition parts(settings_of(given));
    parts.make_ready();
    const auto name = given.has("format") ? given.text("format") : "geojson";
    const auto& format = place_files::format_of(name, {});
    if (!given.has("output")) {
        hand_out(parts, format, [](std::string_view text) { print(text); });
        return Exit::done;
    }
    NewFile file(given.text("output"));
    const auto count = hand_out(parts, format, [&](std::string_view text) { file.write(text); });
    file.close();
    say(fmt::format("{} places in {}", count, given.text("output")));
    return Exit::done;
}

}  // namespace asterism::cli
