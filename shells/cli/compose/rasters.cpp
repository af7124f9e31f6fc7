#include "shells/cli/compose/rasters.hpp"

#include <filesystem>
#include <system_error>

#include <fmt/format.h>

#include "shells/app/store.hpp"
#include "shells/cli/trouble.hpp"

namespace asterism::cli {
namespace {

Exit exit_of(const std::error_code& code) {
    if (code == std::errc::no_such_file_or_directory) return Exit::missing;
    if (code == std::errc::permission_denied) return Exit::not_allowed;
    return Exit::unavailable;
}

/// Runs `work` and says what keeps it from its files.
template <class Work>
auto with_files(const std::string& failed, Work work) {
    try {
        return work();
    } catch (const outside::RasterRefused& refused) {
        throw Trouble(Exit::misused, refused.what(), refused.why, refused.remedy);
    } catch (const app::NoRoom&) {
        throw Trouble(Exit::unavailable, "The map was not written.", "There is no room left.",
                      "Name another place with --output.");
    } catch (const std::system_error& failure) {
        throw Trouble(exit_of(failure.code()), failed, failure.what(),
                      "See whether it is there and who may use it.");
    }
}

std::string unusable(const std::string& path) { return fmt::format("{} cannot be used.", path); }

}  // namespace

std::string raster_path_of(const Settings& settings) {
    return settings.has("sky.raster") ? settings.text("sky.raster")
                                      : settings.text("data") + "/sky.raster";
}

outside::RasterMap::Report raster_report(const Settings& settings, const Log& log) {
    return [&settings, &log](std::string_view why) {
        const auto path = raster_path_of(settings);
        if (!settings.has("sky.raster") && !std::filesystem::exists(path)) return;
        log.write(Level::warning, "the map of light pollution cannot be used",
                  {{"file", path}, {"why", why}});
    };
}

outside::RasterBuilt build_raster(const outside::RasterImport& wanted) {
    return with_files("The map was not made.", [&] { return outside::build_raster(wanted); });
}

outside::RasterCheck check_raster(const std::string& path) {
    return with_files(unusable(path), [&] { return outside::check_raster(path); });
}

outside::RasterCheck show_raster(const std::string& path) {
    return with_files(unusable(path), [&] { return outside::show_raster(path); });
}

}  // namespace asterism::cli
