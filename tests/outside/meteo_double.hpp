#pragma once

#include <atomic>
#include <map>
#include <string>
#include <string_view>

#include "shells/outside/open_meteo.hpp"
#include "tests/outside/loopback.hpp"

namespace asterism::outside::testing {

/// The name and value pairs of an address's query, decoded.
std::map<std::string, std::string> query_of(std::string_view target);

/// Open-Meteo's two services on this machine, answering in its own format: a forecast under
/// /v1/forecast and an archive under /v1/archive. Today is 2026-03-01 to it.
class MeteoDouble {
public:
    enum class Mood { well, down, silent, nonsense, empty, too_often };

    OpenMeteoOptions options() const;

    /// How often one of the two was asked.
    int asked(std::string_view path) const;
    std::map<std::string, std::string> last_query() const;

    std::atomic<Mood> forecast = Mood::well;
    std::atomic<Mood> archive = Mood::well;

private:
    std::optional<Said> answer(const Asked& asked) const;

    Loopback server_{[this](const Asked& asked) { return answer(asked); }};
};

}  // namespace asterism::outside::testing
