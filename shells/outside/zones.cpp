#include "shells/outside/zones.hpp"

#include <algorithm>
#include <chrono>
#include <exception>
#include <fstream>
#include <iterator>

#include <date/tz.h>

#include "shells/app/store.hpp"

namespace asterism::outside {
namespace {

constexpr std::string_view folder = "/usr/share/zoneinfo/";  // where the library looks, too

const date::time_zone* find(const date::tzdb& database, std::string_view zone) {
    const auto& zones = database.zones;  // sorted by name
    const auto found = std::ranges::lower_bound(
        zones, zone, {}, [](const auto& each) -> std::string_view { return each.name(); });
    // That of this machine has a file there, too, but is no zone of the world.
    const bool is_there = found != zones.end() && found->name() == zone && zone != "localtime";
    return is_there ? &*found : nullptr;
}

/// The library's first and last moments are some years before and after all that matter.
Instant moment(date::sys_seconds at) {
    constexpr std::chrono::sys_days first{std::chrono::year{-9999} / 1 / 1};
    constexpr std::chrono::sys_days last{std::chrono::year{9999} / 1 / 1};
    if (at < first) return Instant::min();
    return at > last ? Instant::max() : Instant{at};
}

/// The line between the last two ends of lines.
std::string last_line(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(in)), {});
    if (text.size() < 2 || text.back() != '\n') return {};
    const auto start = text.rfind('\n', text.size() - 2) + 1;
    return text.substr(start, text.size() - 1 - start);
}

}  // namespace

SystemZones::SystemZones() : SystemZones(&date::get_tzdb) {}

std::optional<sky::ZoneStretch> SystemZones::stretch(std::string_view zone, Instant at) const {
    try {
        const auto& database = load_();
        if (database.zones.empty()) throw app::NoZones("the system has no tz database");
        const auto* found = find(database, zone);
        if (!found) return std::nullopt;
        constexpr std::chrono::seconds second{1};
        const auto told = found->get_info(std::chrono::floor<std::chrono::seconds>(
            std::max<Instant>(at, Instant::min() + second)));  // whose floor does not overflow
        sky::ZoneStretch out{told.offset, moment(told.begin), moment(told.end)};
        if (out.until == Instant::max()) {
            const auto listed = out.from;
            out = rule_of(found->name()).stretch(at);
            out.from = std::max(out.from, listed);
        }
        return out;
    } catch (const app::NoZones&) {
        throw;
    } catch (const std::exception& failure) {
        throw app::NoZones(std::string("the tz database cannot be read: ") + failure.what());
    }
}

ZoneRule SystemZones::rule_of(const std::string& zone) const {
    const std::lock_guard lock(mutex_);
    const auto known = rules_.find(zone);
    if (known != rules_.end()) return known->second;
    const auto rule = ZoneRule::read(last_line(std::string(folder) + zone));
    if (!rule) throw app::NoZones("the tz database says nothing of the years to come of " + zone);
    return rules_.emplace(zone, *rule).first->second;
}

}  // namespace asterism::outside
