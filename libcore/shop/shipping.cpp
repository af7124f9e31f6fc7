#include "libcore/shop/shipping.hpp"

#include <algorithm>

namespace asterism::shop {

std::vector<ShippingMethod> offered(std::span<const ShippingMethod> all) {
    std::vector<ShippingMethod> out;
    std::ranges::copy_if(all, std::back_inserter(out), &ShippingMethod::active);
    std::ranges::sort(out, [](const ShippingMethod& a, const ShippingMethod& b) {
        return a.cost.minor != b.cost.minor ? a.cost.minor > b.cost.minor : a.id < b.id;
    });
    return out;
}

std::optional<ShippingMethod> offered_as(std::span<const ShippingMethod> all,
                                         std::string_view identifier) {
    for (const ShippingMethod& method : all)
        if (method.active && method.identifier == identifier) return method;
    return std::nullopt;
}

std::optional<ShippingMethod> chosen_or_usual(std::span<const ShippingMethod> all,
                                              std::optional<ShippingMethodId> chosen,
                                              std::string_view usual) {
    for (const ShippingMethod& method : all)
        if (method.active && method.id == chosen) return method;
    return offered_as(all, usual);
}

std::string tracking_link(const ShippingMethod& method, std::string_view number) {
    if (method.tracking_base.empty() || number.empty()) return {};
    return method.tracking_base + std::string(number);
}

}  // namespace asterism::shop
