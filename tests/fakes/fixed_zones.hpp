#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libcore/sky/zones.hpp"

namespace asterism::tests {

/// All zones keep one offset for ever, but those whose changes are told: from that moment on the
/// clock is ahead of UTC by so much.
class FixedZones : public sky::Zones {
public:
    struct Change {
        Instant at;
        std::chrono::seconds offset;
    };

    explicit FixedZones(std::chrono::seconds offset = {}) : offset_(offset) {}

    /// Changes in order; before the first the common offset holds.
    void tell(std::string zone, std::vector<Change> changes) {
        changes_.insert_or_assign(std::move(zone), std::move(changes));
    }

    std::optional<sky::ZoneStretch> stretch(std::string_view zone, Instant at) const override {
        if (zone == unknown) return std::nullopt;
        sky::ZoneStretch out{offset_, Instant::min(), Instant::max()};
        const auto told = changes_.find(zone);
        if (told == changes_.end()) return out;
        for (const auto& change : told->second) {
            if (at < change.at) {
                out.until = change.at;
                break;
            }
            out.offset = change.offset;
            out.from = change.at;
        }
        return out;
    }

    static constexpr std::string_view unknown = "Mars/Phobos";  ///< no zone

private:
    std::chrono::seconds offset_;
    std::map<std::string, std::vector<Change>, std::less<>> changes_;
};

}  // namespace asterism::tests
