#pragma once

#include <string>
#include <string_view>

#include "shells/cli/compose.hpp"

namespace asterism::cli::demo {

/// What was made up, for people: "240 people, 330 places".
struct Filled {
    std::string summary;
};

/// Fills an empty store with a community and its past years, by the same use cases as any client.
/// Those of the cast sign in with this password. The same each time on the same day.
Filled fill(Composition& parts, std::string_view password);

}  // namespace asterism::cli::demo
