#include "shells/cli/places/pictures.hpp"

#include <filesystem>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <fmt/format.h>

#include "libcore/media/faults.hpp"
#include "libcore/media/shelf.hpp"
#include "libcore/places/pictured.hpp"
#include "shells/app/codec.hpp"
#include "shells/cli/operate.hpp"
#include "shells/cli/output.hpp"
#include "shells/cli/trouble.hpp"

namespace asterism::cli::place_files {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

constexpr std::string_view dry_run = "dry_run";

/// A row that is wrong is named and passed over; any other trouble ends the run.
std::nullopt_t refused(const Row& row, const Error& error) {
    const Kind kind = error.fault->kind;
    if (kind != Kind::invalid && kind != Kind::missing) throw trouble_of(error);
    say(fmt::format("{}: {}: {}: {}", row.where, row.picture, error.fault->slug,
                    error.fault->text));
    return std::nullopt;
}

/// Whether it is added now, with the picture of that path.
Result<bool> taken_in(Composition& parts, const std::string& path, const json::object& input,
                      const Row& row) {
    const auto arrival = parts.take_file_in(path);
    if (!arrival) return arrival.error();
    auto print = media::develop(parts.app().world(), (*arrival)->name(), media::photo_plan);
    if (!print) return print.error();
    if (input.at(dry_run).as_bool()) return true;
    auto read = app::decode<places::ImportPlace>(input);
    if (!read) return read.error();
    places::Developed prints;
    prints.push_back(std::move(*print));
    const Caller caller{"", "asterism-cli", SiteId{1}};
    const places::PicturedPlace place{*std::move(read), row.caption};
    const auto done = parts.app().run<&places::import_pictured>({keeper(), caller, parts.policy()},
                                                                place, prints);
    if (!done) return done.error();
    return done->added;
}

}  // namespace

PictureFolder::PictureFolder(const std::string& file) {
    std::error_code none;
    if (file != "-") folder_ = fs::canonical(fs::absolute(file).parent_path(), none).string();
}

std::optional<std::string> PictureFolder::find(const std::string& name) const {
    const fs::path given(name);
    if (folder_.empty() || given.is_absolute() || name.find('\0') != name.npos) return std::nullopt;
    std::error_code none;
    const auto found = fs::canonical(fs::path(folder_) / given, none);
    if (none || !fs::is_regular_file(found, none)) return std::nullopt;
    const auto inside = found.lexically_relative(folder_);
    if (inside.empty() || *inside.begin() == "..") return std::nullopt;
    return found.string();
}

bool is_remote(const std::string& picture) { return picture.find("://") != picture.npos; }

std::optional<bool> take_in(Composition& parts, const json::object& input, const Row& row) {
    const auto view = try_to_operate(parts, "import_place", input, row.where);
    if (!view) return std::nullopt;
    return json::parse(*view).at("added").as_bool();
}

std::optional<bool> take_in_pictured(Composition& parts, const PictureFolder& folder,
                                     const json::object& input, const Row& row) {
    auto looked_at = input;
    looked_at[dry_run] = true;
    const auto fresh = take_in(parts, looked_at, row);
    if (!fresh || !*fresh) return fresh;
    const auto path = folder.find(row.picture);
    if (!path) return refused(row, {&media::no_file});
    bool added = false;
    const auto done = app::guarded([&]() -> Result<Done> {
        const auto taken = taken_in(parts, *path, input, row);
        if (!taken) return taken.error();
        added = *taken;
        return Done{};
    });
    if (!done) return refused(row, done.error());
    return added;
}

}  // namespace asterism::cli::place_files
