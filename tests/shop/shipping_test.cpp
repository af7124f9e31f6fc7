#include "libcore/shop/shipping.hpp"

#include <doctest/doctest.h>

#include "tests/shop/goods.hpp"

namespace asterism::shop {
namespace {

const std::vector<ShippingMethod> methods{
    {{1}, "USPSPriorityMail2Day", "USPS Priority Mail 2-Day", usd(1'365), "https://usps/?n=", true},
    {{2}, "USPSRetailGround", "USPS Retail Ground", usd(956), "https://usps/?n=", true},
    {{4}, "UPSGround", "UPS Ground", usd(1'365), "https://ups/?n=", true},
    {{5}, "None", "None", usd(0), "", false}};

std::string chosen(std::optional<ShippingMethodId> by_cart, std::string_view usual) {
    const auto method = chosen_or_usual(methods, by_cart, usual);
    return method ? method->identifier : "-";
}

}  // namespace

TEST_CASE("shipping: the dearest is offered first, and what is retired not at all") {
    std::vector<std::int64_t> ids;
    for (const auto& method : offered(methods)) ids.push_back(method.id.value);
    CHECK(ids == std::vector<std::int64_t>{1, 4, 2});
    CHECK(offered_as(methods, "UPSGround")->id == ShippingMethodId{4});
    CHECK_FALSE(offered_as(methods, "None"));
    CHECK_FALSE(offered_as(methods, "upsground"));
}

TEST_CASE("shipping: a cart goes as it chose, else as usual, else not") {
    CHECK(chosen(ShippingMethodId{4}, "USPSRetailGround") == "UPSGround");
    CHECK(chosen({}, "USPSRetailGround") == "USPSRetailGround");
    CHECK(chosen(ShippingMethodId{5}, "USPSRetailGround") == "USPSRetailGround");
    CHECK(chosen(ShippingMethodId{5}, "None") == "-");
}

TEST_CASE("shipping: a parcel can be followed where its carrier shows the way") {
    CHECK(tracking_link(methods[2], "1Z999") == "https://ups/?n=1Z999");
    CHECK(tracking_link(methods[2], "").empty());
    CHECK(tracking_link(methods[3], "1Z999").empty());
}

}  // namespace asterism::shop
