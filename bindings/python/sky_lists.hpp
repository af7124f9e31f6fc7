#pragma once

#include "libcore/sky/light_cases.hpp"
#include "libcore/sky/night_cases.hpp"
#include "libcore/sky/use_cases.hpp"

namespace asterism::python {

/// Calls `see` with each of the sky's lists of use cases, which need no data folder. One that is
/// missing here is only found at a Library.
void each_sky_list(auto&& see) {
    see(sky::use_cases);
    see(sky::night_cases);
    see(sky::light_cases);
}

/// What a use case is called where the module says "sky" already.
constexpr std::string_view sky_name(std::string_view use_case) {
    constexpr std::string_view said = "sky_";
    return use_case.starts_with(said) ? use_case.substr(said.size()) : use_case;
}

/// Known by this name since before it had a place.
inline constexpr std::string_view moon_alias = "moon";
inline constexpr std::string_view moon_case = "moon_at";

}  // namespace asterism::python
