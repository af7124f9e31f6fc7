#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "libcore/base/id.hpp"
#include "libcore/base/money.hpp"

namespace asterism::shop {

using ShippingMethodId = Id<struct ShippingMethodTag>;

struct ShippingMethod {
    ShippingMethodId id;
    std::string identifier;
    std::string carrier;
    Money cost;
    std::string tracking_base;  ///< an address to which a number is appended; empty: no tracking
    bool active = true;
    bool parcel = true;  ///< something is sent, so somebody has to say where to
};

/// Those that can be chosen, dearest first.
std::vector<ShippingMethod> offered(std::span<const ShippingMethod> all);

/// The method of that name, if it can be chosen.
std::optional<ShippingMethod> offered_as(std::span<const ShippingMethod> all,
                                         std::string_view identifier);

/// What a cart goes by: the method it chose if that can still be chosen, else the shop's usual one.
std::optional<ShippingMethod> chosen_or_usual(std::span<const ShippingMethod> all,
                                              std::optional<ShippingMethodId> chosen,
                                              std::string_view usual);

/// Where a parcel can be followed; empty where the method has no tracking.
std::string tracking_link(const ShippingMethod& method, std::string_view number);

}  // namespace asterism::shop
