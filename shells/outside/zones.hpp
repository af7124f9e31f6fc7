#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "libcore/sky/zones.hpp"
#include "shells/outside/zones_rule.hpp"

namespace date {
struct tzdb;
}

namespace asterism::outside {

/// The zones of the system's tz database, which is read once, when a zone is first asked for. Where
/// it cannot be read, each use throws app::NoZones, until it can.
class SystemZones final : public sky::Zones {
public:
    /// Reads the database. Throws what it likes if there is none.
    using Load = const date::tzdb& (*)();

    SystemZones();

    explicit SystemZones(Load load) : load_(load) {}

    std::optional<sky::ZoneStretch> stretch(std::string_view zone, Instant at) const override;

private:
    /// The rule after the last change that is listed for the zone.
    ZoneRule rule_of(const std::string& zone) const;

    Load load_;
    mutable std::mutex mutex_;  ///< of the rules
    mutable std::map<std::string, ZoneRule> rules_;
};

}  // namespace asterism::outside
