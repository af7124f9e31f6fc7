#include "libcore/sky/whereabouts.hpp"

namespace asterism::sky {

Result<Whereabouts> locate_caller(const Caller& caller, const LocateCaller&) {
    if (!caller.place) return Whereabouts{};
    const auto& [latitude, longitude, city, region, country] = *caller.place;
    return Whereabouts{latitude, longitude, city, region, country, WhereFrom::ip};
}

}  // namespace asterism::sky
