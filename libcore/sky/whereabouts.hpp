#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "libcore/base/actor.hpp"
#include "libcore/base/result.hpp"

namespace asterism::sky {

/// How it is known where somebody is.
enum class WhereFrom : std::uint8_t { ip };

constexpr auto names(WhereFrom) {
    return std::array{std::pair{WhereFrom::ip, std::string_view{"ip"}}};
}

struct LocateCaller {
    static constexpr void fields(auto&&) {}
};

struct Whereabouts {
    std::optional<double> latitude = {};
    std::optional<double> longitude = {};
    std::optional<std::string> city = {};
    std::optional<std::string> region = {};
    std::optional<std::string> country = {};
    std::optional<WhereFrom> source = {};

    static constexpr void fields(auto&& see) {
        see("latitude", &Whereabouts::latitude, "Degrees north; null if nobody knows.");
        see("longitude", &Whereabouts::longitude, "Degrees east; null if nobody knows.");
        see("city", &Whereabouts::city, "The town.");
        see("region", &Whereabouts::region, "The state or province.");
        see("country", &Whereabouts::country, "Its code of two letters, as in ISO 3166-1.");
        see("source", &Whereabouts::source, "What it was concluded from; null if nothing was.");
    }
};

/// Where whoever asks probably is, by what a trusted proxy says of their address.
Result<Whereabouts> locate_caller(const Caller& caller, const LocateCaller& input);

}  // namespace asterism::sky
