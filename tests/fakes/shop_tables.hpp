#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "libcore/shop/order_ports.hpp"
#include "libcore/shop/ports.hpp"
#include "libcore/shop/replies.hpp"

namespace asterism::tests {

/// Everything a store keeps of a shop. A copy is a snapshot.
struct ShopTables {
    std::vector<shop::Product> products;
    std::vector<shop::Discount> codes;
    std::vector<shop::ShippingMethod> methods;
    std::vector<shop::Status> statuses;
    std::vector<shop::Cart> carts;
    std::int64_t last_cart = 0;
    std::map<std::int64_t, Instant> carts_saved;  ///< by cart
    std::int64_t last_made = 1'000;               ///< whatever it is that the staff made
    std::vector<shop::Checkout> checkouts;
    std::vector<shop::PlacedOrder> orders;
    std::vector<shop::OpenIncident> incidents;
    std::set<std::int64_t> settled;  ///< incidents
    std::map<std::string, Instant, std::less<>> heard;
    std::map<std::string, shop::KeptReply, std::less<>> replies;
};

}  // namespace asterism::tests
