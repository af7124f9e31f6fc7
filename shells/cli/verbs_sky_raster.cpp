#include <charconv>
#include <cmath>
#include <filesystem>

#include <boost/json/object.hpp>
#include <fmt/format.h>

#include "libcore/base/entropy.hpp"
#include "shells/app/json.hpp"
#include "shells/cli/compose/rasters.hpp"
#include "shells/cli/output.hpp"
#include "shells/cli/verbs.hpp"

namespace asterism::cli {
namespace {

namespace json = boost::json;

constexpr double usual_uncertainty_mag = 0.3;

[[noreturn]] void refuse_number(std::string_view option, const std::string& text,
                                std::string_view range) {
    throw Trouble(Exit::misused, fmt::format("--{} cannot be {}.", option, text),
                  fmt::format("It is a number {}.", range), "Leave it out if it is not known.");
}

template <class Number>
Number number_of(const Arguments& given, std::string_view option, Number fallback, Number least,
                 Number most, std::string_view range) {
    if (!given.has(option)) return fallback;
    const auto text = given.text(option);
    Number out{};
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (error != std::errc{} || stop != text.data() + text.size() || !(out >= least && out <= most))
        refuse_number(option, text, range);
    return out;
}

std::string with_ending(const std::string& path) {
    return std::filesystem::path(path).replace_extension(".raster").string();
}

/// Tells every tenth of the work.
auto progress() {
    return [told = 0U](std::uint32_t row, std::uint32_t rows) mutable {
        const auto tenth = static_cast<unsigned>(std::uint64_t{10} * row / rows);
        if (tenth > told) say(fmt::format("{} %", 10 * tenth));
        told = tenth;
    };
}

outside::RasterImport import_of(const Arguments& given) {
    outside::RasterImport out;
    out.from = given.text("file");
    out.to = given.has("output") ? given.text("output") : with_ending(out.from);
    if (given.text("unit") == "mag") out.unit = outside::RasterUnit::mag;
    out.source = given.has("source") ? given.text("source")
                                     : std::filesystem::path(out.from).filename().string();
    out.licence = given.text("licence");
    out.year = number_of(given, "year", 0, 1900, 2200, "from 1900 to 2200");
    out.uncertainty_mag =
        number_of(given, "uncertainty", usual_uncertainty_mag, 0.0, 10.0, "from 0 to 10");
    out.progress = progress();
    if (std::filesystem::weakly_canonical(out.from) == std::filesystem::weakly_canonical(out.to))
        throw Trouble(Exit::misused, "The map would take the place of what it is made of.",
                      fmt::format("Both are {}.", out.to), "Name another file with --output.");
    return out;
}

std::string hex_of(std::span<const std::byte> bytes) {
    std::string out;
    for (const auto byte : bytes) {
        out += hex_digits[std::to_integer<unsigned>(byte) >> 4U];
        out += hex_digits[std::to_integer<unsigned>(byte) & 15U];
    }
    return out;
}

double south_of(const sky::RasterFacts& facts) {
    return facts.north.value - facts.rows * facts.step_south.value;
}

double east_of(const sky::RasterFacts& facts) {
    return facts.west.value + facts.columns * facts.step_east.value;
}

json::object json_of(const std::string& path, const sky::RasterFacts& facts) {
    return {{"file", path},
            {"columns", facts.columns},
            {"rows", facts.rows},
            {"west", facts.west.value},
            {"east", east_of(facts)},
            {"north", facts.north.value},
            {"south", south_of(facts)},
            {"step_east_degrees", facts.step_east.value},
            {"step_south_degrees", facts.step_south.value},
            {"quantisation_percent", 50 * std::expm1(facts.log_step)},
            {"uncertainty_mag", facts.uncertainty_mag},
            {"year", facts.year == 0 ? json::value(nullptr) : json::value(facts.year)},
            {"source", facts.source},
            {"licence", facts.licence},
            {"bytes", facts.file_bytes},
            {"checksum", hex_of(facts.checksum)}};
}

std::vector<std::vector<std::string>> rows_of(const std::string& path,
                                              const sky::RasterFacts& facts) {
    return {{"File", path},
            {"Source", facts.source.empty() ? "not stated" : facts.source},
            {"Licence", facts.licence.empty() ? "not stated" : facts.licence},
            {"Year", facts.year == 0 ? "not stated" : std::to_string(facts.year)},
            {"Cells", fmt::format("{} x {}", facts.columns, facts.rows)},
            {"Latitudes", fmt::format("{:.6g} to {:.6g}", south_of(facts), facts.north.value)},
            {"Longitudes", fmt::format("{:.6g} to {:.6g}", facts.west.value, east_of(facts))},
            {"A cell", fmt::format("{:.4g}\" by {:.4g}\"", 3600 * facts.step_east.value,
                                   3600 * facts.step_south.value)},
            {"Rounding", fmt::format("{:.2g} %", 50 * std::expm1(facts.log_step))},
            {"Uncertainty", fmt::format("{:.2g} mag/arcsec²", facts.uncertainty_mag)},
            {"Bytes", std::to_string(facts.file_bytes)},
            {"Checksum", hex_of(facts.checksum)}};
}

void print_json(const json::object& object) {
    std::string text;
    app::append_json(text, object);
    print(text + '\n');
}

/// What a file says of itself, or that it is none.
Exit tell(const Arguments& given, const outside::RasterCheck& found) {
    const auto path = given.text("file");
    if (!found.trouble.empty())
        throw Trouble(Exit::found_wrong, fmt::format("{} cannot be used.", path), found.trouble,
                      "Make it again with asterism sky raster build.");
    if (given.has("json"))
        print_json(json_of(path, found.facts));
    else
        print(columns(rows_of(path, found.facts)));
    return Exit::done;
}

}  // namespace

Exit sky_raster_build(const Arguments& given) {
    const auto wanted = import_of(given);
    const auto [facts, census] = cli::build_raster(wanted);
    if (given.has("json")) {
        auto out = json_of(wanted.to, facts);
        out["known"] = census.known;
        out["no_data"] = census.no_data;
        out["refused"] = census.refused;
        out["least"] = census.least;
        out["most"] = census.most;
        print_json(out);
        return Exit::done;
    }
    auto rows = rows_of(wanted.to, facts);
    rows.push_back({"With data", std::to_string(census.known)});
    rows.push_back({"Without", std::to_string(census.no_data)});
    rows.push_back({"Impossible", std::to_string(census.refused)});
    rows.push_back({"Numbers", fmt::format("{:.4g} to {:.4g}", census.least, census.most)});
    print(columns(rows));
    say("Have it used: put it into the data folder as sky.raster, or name it in sky.raster.");
    return Exit::done;
}

Exit sky_raster_show(const Arguments& given) {
    return tell(given, show_raster(given.text("file")));
}

Exit sky_raster_check(const Arguments& given) {
    return tell(given, check_raster(given.text("file")));
}

}  // namespace asterism::cli
